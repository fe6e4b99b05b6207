import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { absoluteUrl, href, outputPath } from '../../src/site/link.ts';

describe('href', () => {
  for (const [url, expected] of [
    ['/', '/news/'],
    ['/p/x/', '/news/p/x/'],
    ['/categories/新媒体/IT 之家/', '/news/categories/%E6%96%B0%E5%AA%92%E4%BD%93/IT%20%E4%B9%8B%E5%AE%B6/'],
    ['/tags/C++/', '/news/tags/C%2B%2B/'],
    ["/tags/it's/", '/news/tags/it%27s/'],
    ['/tags/(a)[b]/', '/news/tags/(a)%5Bb%5D/'],
    ['/search/?q=中&x=1#top', '/news/search/?q=%E4%B8%AD&x=1#top'],
    ['/caf%C3%A9/', '/news/caf%C3%A9/'],
    ['/100%/', '/news/100%25/'],
    ['/\ud800/', '/news/%EF%BF%BD/'],
    ['"><script>', '/news/%22%3E%3Cscript%3E'],
    ['https://x.example/a b', 'https://x.example/a b'],
    ['//evil.example/', '/news/evil.example/'],
    ['/\\evil.example/', '/news/evil.example/'],
    ['javascript:alert(1)', '/news/javascript:alert(1)'],
  ] as const) {
    it(`writes ${JSON.stringify(url)} as ${expected}`, () => {
      assert.equal(href('/news/', url), expected);
    });
  }

  it('never leaves the base path, whatever it is given, but for http and https', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (url) => {
        const written = href('/news/', url);
        fc.pre(!/^https?:/i.test(written));
        assert.ok(written.startsWith('/news/'));
        assert.match(written, /^[!-~]+$/);
        assert.doesNotMatch(written, /["'<>`\\]/);
      }),
    );
  });
});

describe('absoluteUrl', () => {
  it('puts the site before a path', () => {
    assert.equal(absoluteUrl('https://u.example/news/', '/p/一/'), 'https://u.example/news/p/%E4%B8%80/');
  });

  it('leaves an absolute URL alone', () => {
    assert.equal(absoluteUrl('https://u.example/', 'http://img.example/1.jpg'), 'http://img.example/1.jpg');
  });
});

describe('outputPath', () => {
  for (const [url, path] of [
    ['/', 'index.html'],
    ['/p/x/', 'p/x/index.html'],
    ['/p/x.html', 'p/x.html'],
    ['/categories/新 闻/', 'categories/新 闻/index.html'],
  ] as const) {
    it(`answers ${url} with ${path}`, () => {
      assert.equal(outputPath(url), path);
    });
  }

  for (const url of ['', 'x/', '/../x/', '/a/../b/', '//x/', '/a\\b/', '/a\0/', '/.git/', '/nul/', 'C:/x']) {
    it(`throws on ${JSON.stringify(url)}, which is no file of the site`, () => {
      assert.throws(() => outputPath(url), RangeError);
    });
  }
});
