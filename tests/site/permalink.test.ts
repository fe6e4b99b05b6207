import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sortFirstPublished } from '../../src/site/article-order.ts';
import { createPermalinkFiller, type PermalinkFiller } from '../../src/site/fill-permalink.ts';
import { assignPermalinks } from '../../src/site/permalink.ts';
import { createUrlClaims } from '../../src/site/url-claims.ts';
import { DAY, makeSummary, NOON } from './make-summary.ts';

const a = { sourcePath: 'a.md', date: NOON };
const b = { sourcePath: 'b.md', date: NOON + DAY };
const defaultUrl = /^\/p\/[0-9a-hjkmnp-tv-z]{10}\/$/;

type Given = Parameters<typeof makeSummary>[0];

function assign(...articles: readonly Given[]) {
  return assignAll(articles);
}

/** With URLs by source path. */
function assignAll(
  articles: readonly Given[],
  {
    reserved,
    filler,
  }: { readonly reserved?: readonly string[]; readonly filler?: PermalinkFiller | undefined } = {},
) {
  const summaries = sortFirstPublished(articles.map(makeSummary));
  const { urls, ...rest } = assignPermalinks(summaries, createUrlClaims(reserved), filler);
  return { ...rest, urls: new Map(urls.map((url, at) => [summaries[at]!.sourcePath, url])) };
}

describe('assignPermalinks', () => {
  it('gives an article that asks for nothing a short hash of its source path', () => {
    const { urls, diagnostics } = assign({ sourcePath: '新媒体/36kr/资讯/开局.md' });
    assert.equal(urls.get('新媒体/36kr/资讯/开局.md'), '/p/2zpkyhs83f/');
    assert.deepEqual(diagnostics, []);
  });

  it('publishes a slug below /p/, cleaned as a path segment', () => {
    assert.equal(assign({ ...a, slug: 'hello world' }).urls.get('a.md'), '/p/hello-world/');
  });

  it('publishes an abbrlink as Hexo does', () => {
    assert.equal(assign({ ...a, abbrlink: '3f2a' }).urls.get('a.md'), '/p/3f2a.html');
  });

  it('takes a permalink before an abbrlink, and that before a slug', () => {
    const { urls } = assign(
      { ...a, permalink: '/x/', abbrlink: 'y', slug: 'z' },
      { ...b, abbrlink: 'y', slug: 'z' },
    );
    assert.deepEqual([...urls.values()], ['/x/', '/p/y.html']);
  });

  for (const [permalink, url] of [
    ['/2021/launch/', '/2021/launch/'],
    ['2021/launch', '/2021/launch/'],
    ['/2021/launch.html', '/2021/launch.html'],
    ['/2021/launch/index.html', '/2021/launch/'],
    ['/launch.php', '/launch.php/'],
    ['/archives/17.html', '/archives/17.html'],
    ['/caf%C3%A9/', '/café/'],
    ['/cafe\u0301/', '/café/'],
    ['/新闻 一/', '/新闻 一/'],
  ] as const) {
    it(`publishes the permalink ${permalink} at ${url}`, () => {
      const { urls, diagnostics } = assign({ ...a, permalink });
      assert.equal(urls.get('a.md'), url);
      assert.deepEqual(diagnostics, []);
    });
  }

  for (const permalink of [
    '/../x/',
    '/a/../../x/',
    '..',
    '/a/./b/',
    '/a\0b/',
    '/a\nb/',
    '/a\\b/',
    'C:/x/',
    '//host/x/',
    '/a//b/',
    '/a./',
    '/a /b/',
    '/ a/',
    '/con/',
    '/aux.html',
    '/Com1.txt/',
    `/${'长'.repeat(67)}/`,
    `/${'a/'.repeat(400)}`,
    '/a\u202eb/',
    '/a\u200bb/',
    '/%2e%2e/x/',
    '/%252e%252e/x/',
    '/a%00b/',
    '/100%/',
    '/%E0%A4%A/',
    '/a?b/',
    '/a#b/',
    '/.git/',
    '/x/.htaccess',
    '/<script>/',
    '/a\ud800b/',
    '/:year/:title/',
  ]) {
    it(`refuses the permalink ${JSON.stringify(permalink.slice(0, 30))}`, () => {
      const { urls, diagnostics } = assign({ ...a, permalink });
      assert.match(urls.get('a.md')!, defaultUrl);
      assert.deepEqual(
        diagnostics.map(({ rule, file, severity }) => [rule, file, severity]),
        [['invalid-permalink', 'a.md', 'warning']],
      );
    });
  }

  for (const permalink of [
    '/',
    '/index.html',
    '/Index.HTML/',
    '/p/',
    '/categories/x/',
    '/TAGS/x/',
    '/authors/',
    '/projects/7133/',
    '/archives/',
    '/archives/2022/',
    '/archives/2022/01/x.html',
    '/latest/page/1/',
    '/search/',
    '/share/x.png/',
    '/ｓｅａｒｃｈ/',
    '/404.html',
    '/404/',
    '/assets/x.html',
    '/media/x.html',
    '/feed.xml',
    '/sw.js/',
    '/robots.txt',
    '/CNAME',
    '/_headers',
    '/_x/y.html',
    '/sitemap.html',
    '/sitemap-articles-1.xml',
  ]) {
    it(`keeps ${permalink} for the site`, () => {
      const { urls, diagnostics } = assign({ ...a, permalink });
      assert.match(urls.get('a.md')!, defaultUrl);
      assert.deepEqual(
        diagnostics.map(({ rule }) => rule),
        ['reserved-permalink'],
      );
    });
  }

  it('names what is refused by its place in the file', () => {
    const addressPlaces = { permalink: { line: 4, column: 12 }, aliases: { line: 7, column: 10 } };
    const { diagnostics } = assign({ ...a, permalink: '/feed.xml', aliases: ['/tags/'], addressPlaces });
    assert.deepEqual(
      diagnostics.map(({ rule, line, column }) => [rule, line, column]),
      [
        ['reserved-permalink', 4, 12],
        ['reserved-alias', 7, 10],
      ],
    );
  });

  it('keeps URLs that the caller reserves', () => {
    const { urls } = assignAll([{ ...a, permalink: '/logo.png/x/' }], { reserved: ['/logo.png'] });
    assert.match(urls.get('a.md')!, defaultUrl);
  });

  it('gives a URL that two want to the earlier article, and names all who want it', () => {
    const third = { sourcePath: 'c.md', date: NOON + 2 * DAY, permalink: '/X/' };
    const { urls, diagnostics } = assign(third, { ...b, permalink: '/x/' }, { ...a, permalink: '/x/' });
    assert.equal(urls.get('a.md'), '/x/');
    assert.match(urls.get('b.md')!, defaultUrl);
    assert.match(urls.get('c.md')!, defaultUrl);
    assert.deepEqual(
      diagnostics.map(({ file, rule }) => [file, rule]),
      [
        ['b.md', 'taken-permalink'],
        ['c.md', 'taken-permalink'],
      ],
    );
    assert.match(diagnostics[0]!.message, /"\/x\/" belongs to a\.md.*b\.md is published at \/p\//);
    assert.match(diagnostics[1]!.message, /belongs to a\.md/);
  });

  it('gives it to the first source path when both are of one instant', () => {
    const { urls } = assign({ sourcePath: 'b.md', slug: 'x' }, { sourcePath: 'a.md', slug: 'x' });
    assert.equal(urls.get('a.md'), '/p/x/');
    assert.match(urls.get('b.md')!, defaultUrl);
  });

  it('sees that paths differing by case or Unicode form may be one file', () => {
    const { urls } = assign({ ...a, permalink: '/Caf\u00e9/' }, { ...b, permalink: '/cafe\u0301/' });
    assert.equal(urls.get('a.md'), '/Café/');
    assert.match(urls.get('b.md')!, defaultUrl);
  });

  it('sees that a path cannot be a file and a folder', () => {
    const { urls, diagnostics } = assign({ ...a, permalink: '/x.html' }, { ...b, permalink: '/x.html/y/' });
    assert.equal(urls.get('a.md'), '/x.html');
    assert.match(urls.get('b.md')!, defaultUrl);
    assert.match(diagnostics[0]!.message, /belongs to a\.md/);
  });

  it('sees that a folder cannot be a file either', () => {
    const { urls } = assign({ ...a, permalink: '/x.html/y/' }, { ...b, permalink: '/x.html' });
    assert.equal(urls.get('a.md'), '/x.html/y/');
    assert.match(urls.get('b.md')!, defaultUrl);
  });

  it("never lets a slug take another article's default URL, even a later article's", () => {
    const id = assign(b).urls.get('b.md')!.slice(3, -1);
    const { urls, diagnostics } = assign({ ...a, slug: id }, b);
    assert.equal(urls.get('b.md'), `/p/${id}/`);
    assert.notEqual(urls.get('a.md'), `/p/${id}/`);
    assert.equal(diagnostics.length, 1);
  });

  it('lets an article have its own id as its slug', () => {
    const url = assign(a).urls.get('a.md')!;
    const { urls, diagnostics } = assign({ ...a, slug: url.slice(3, -1) });
    assert.equal(urls.get('a.md'), url);
    assert.deepEqual(diagnostics, []);
  });

  it('publishes both of two files whose names differ in Unicode form alone', () => {
    const { urls } = assign({ sourcePath: 'caf\u00e9.md' }, { sourcePath: 'cafe\u0301.md' });
    assert.equal(new Set(urls.values()).size, 2);
    assert.equal(urls.get('caf\u00e9.md')!.length, urls.get('cafe\u0301.md')!.length);
  });

  it('makes redirects of aliases', () => {
    const { urls, redirects } = assign({ ...a, slug: 'x', aliases: ['/old/', 'older.html'] });
    assert.deepEqual(redirects, [
      { url: '/old/', target: '/p/x/' },
      { url: '/older.html', target: '/p/x/' },
    ]);
    assert.equal(urls.get('a.md'), '/p/x/');
  });

  it('lets an alias point from the default URL, which the article had before its slug', () => {
    const old = assign(a).urls.get('a.md')!;
    const { redirects, diagnostics } = assign({ ...a, slug: 'x', aliases: [old] });
    assert.deepEqual(redirects, [{ url: old, target: '/p/x/' }]);
    assert.deepEqual(diagnostics, []);
  });

  it('takes no notice of an alias that is the URL itself, or there twice', () => {
    const { redirects, diagnostics } = assign({ ...a, permalink: '/x/', aliases: ['/x', '/y/', '/y'] });
    assert.deepEqual(redirects, [{ url: '/y/', target: '/x/' }]);
    assert.deepEqual(diagnostics, []);
  });

  it('leaves out an alias over a page, of this article or another', () => {
    const { redirects, diagnostics } = assign(
      { ...a, permalink: '/x/', aliases: ['/X/', '/y/'] },
      { ...b, permalink: '/y/', aliases: ['/x/sub/'] },
    );
    assert.deepEqual(redirects, [{ url: '/x/sub/', target: '/y/' }]);
    assert.deepEqual(
      diagnostics.map(({ rule, file }) => [rule, file]),
      [
        ['taken-alias', 'a.md'],
        ['taken-alias', 'a.md'],
      ],
    );
  });

  it('leaves out an alias that is unsound or the site’s own', () => {
    const { redirects, diagnostics } = assign({ ...a, aliases: ['/../x', '/?p=1', '/', '/feed.xml'] });
    assert.deepEqual(redirects, []);
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ['invalid-alias', 'invalid-alias', 'reserved-alias', 'reserved-alias'],
    );
  });
});

describe('assignPermalinks with a pattern', () => {
  const assignBy = (pattern: string, ...articles: readonly Given[]) =>
    assignAll(articles, { filler: createPermalinkFiller(pattern, 'Asia/Shanghai') });
  // Half past midnight in Shanghai, and the day before in Greenwich.
  const date = Date.UTC(2024, 1, 29, 16, 30, 5);
  const article = {
    sourcePath: '新媒体/36kr/开局 一.md',
    title: '开局：一座桥',
    date,
    categories: [['新媒体', '36kr'], ['城市']],
  };

  for (const [pattern, url] of [
    ['/:year/:month/:day/:title/', '/2024/03/01/新媒体/36kr/开局-一/'],
    [':year/:i_month/:i_day/:name.html', '/2024/3/1/开局-一.html'],
    ['/:category/:hour:minute:second-:post_title/', '/新媒体/36kr/003005-开局：一座桥/'],
    ['/a/:abbrlink/', `/a/${defaultUrlOf(article.sourcePath)}/`],
    ['/:hash.html', `/${defaultUrlOf(article.sourcePath)}.html`],
  ] as const) {
    it(`makes ${url} of ${pattern}`, () => {
      const { urls, diagnostics } = assignBy(pattern, article);
      assert.deepEqual([...urls.values()], [url]);
      assert.deepEqual(diagnostics, []);
    });
  }

  it('lets what an article asks for win, or stand in its place in the pattern', () => {
    const wishes = { ...article, abbrlink: '3f2a', slug: 'opening' };
    assert.deepEqual([...assignBy('/n/:title/', { ...wishes, permalink: '/x/' }).urls.values()], ['/x/']);
    assert.deepEqual([...assignBy('/n/:title/', wishes).urls.values()], ['/p/3f2a.html']);
    assert.deepEqual([...assignBy('/n/:abbrlink/', wishes).urls.values()], ['/n/3f2a/']);
    assert.deepEqual(
      [...assignBy('/n/:slug/', { ...article, slug: 'opening' }).urls.values()],
      ['/n/opening/'],
    );
    assert.deepEqual(
      [...assignBy('/n/:id/', { ...article, slug: 'opening' }).urls.values()],
      ['/p/opening/'],
    );
  });

  it('gives an address that two articles make to the first, and says so of the other', () => {
    const { urls, diagnostics } = assignBy('/:post_title/', { ...b, title: '桥' }, { ...a, title: '桥' });
    assert.equal(urls.get('a.md'), '/桥/');
    assert.match(urls.get('b.md')!, defaultUrl);
    const [{ file, rule, message, hint } = assert.fail()] = diagnostics;
    assert.deepEqual([diagnostics.length, file, rule], [1, 'b.md', 'taken-permalink']);
    assert.match(message, /^"\/桥\/" belongs to a\.md; b\.md is published at \/p\/\w+\/ instead\.$/);
    assert.match(hint ?? '', /change the pattern in site\.yaml/);
  });

  it('keeps articles away from the addresses of the site itself', () => {
    const { urls, diagnostics } = assignBy('/:category/:name/', { ...a, categories: [['tags']] });
    assert.match(urls.get('a.md')!, defaultUrl);
    assert.deepEqual([diagnostics[0]?.rule, diagnostics[0]?.line], ['reserved-permalink', 1]);
    assert.match(diagnostics[0]!.message, /^The "permalink" of site\.yaml is not used, since/);
  });
});

function defaultUrlOf(sourcePath: string): string {
  return assign({ sourcePath, date: NOON }).urls.get(sourcePath)!.slice('/p/'.length, -1);
}
