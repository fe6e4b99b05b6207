import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readUrl } from '../../src/content/read-url.ts';

const picture = (raw: string): string | undefined => readUrl(raw, 'absolute-or-site');

describe('readUrl', () => {
  it('keeps http and https addresses', () => {
    assert.equal(
      picture('https://img.example.com/a_b?x=1&y=http://c'),
      'https://img.example.com/a_b?x=1&y=http://c',
    );
    assert.equal(picture('http://img.example.com/桥.jpg'), 'http://img.example.com/%E6%A1%A5.jpg');
  });

  it('keeps paths of the site where they are allowed', () => {
    assert.equal(picture('/media/a.jpg?v=2#x'), '/media/a.jpg?v=2#x');
    assert.equal(picture('/a/../b.jpg'), '/b.jpg');
    assert.equal(readUrl('/media/a.jpg', 'absolute'), undefined);
  });

  it('makes addresses without a scheme https', () => {
    for (const raw of [
      '//img.example.com/a',
      '\\\\img.example.com/a',
      '/\\img.example.com/a',
      '///img.example.com/a',
    ]) {
      assert.equal(picture(raw), 'https://img.example.com/a', raw);
    }
  });

  it('normalizes as a browser does before it judges', () => {
    assert.equal(picture(' \t\nHT\nTPS://IMG.Example.com:443/a\0'), 'https://img.example.com/a');
    assert.equal(picture('/\t/img.example.com/a'), 'https://img.example.com/a');
  });

  it('takes user names and passwords out', () => {
    assert.equal(
      readUrl('https://good.example@evil.example:8443/a', 'absolute'),
      'https://evil.example:8443/a',
    );
  });

  it('refuses every other scheme, however it is written', () => {
    const schemes = [
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:image/svg+xml,x',
    ];
    for (const raw of [
      ...schemes,
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://a/b',
      'ftp://a/b',
      'mailto:a@b',
      'about:blank',
    ]) {
      assert.equal(picture(raw), undefined, raw);
    }
  });

  it('refuses relative paths and what is no address', () => {
    for (const raw of [
      'a.jpg',
      '../a.jpg',
      './a',
      '?x',
      '#x',
      '',
      'https://',
      'http://[::1',
      'https://a b/',
      'https//a',
      '{{ x }}',
    ]) {
      assert.equal(picture(raw), undefined, raw);
    }
  });

  it('refuses a path that comes out with two slashes in front', () => {
    assert.equal(picture('/.//evil.example/x'), undefined);
  });

  it('refuses addresses that no server takes', () => {
    assert.equal(picture(`https://a.example/${'x'.repeat(9000)}`), undefined);
  });

  it('gives only http, https and paths of the site, whatever is put in', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      ':',
      '//',
      'http',
      'https:',
      'javascript:',
      '.',
      '..',
      '@',
      '\t',
      '\n',
      '\0',
      'a',
      '?',
      '#',
      '%2f',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (raw) => {
          const url = picture(raw);
          if (url === undefined) return;
          assert.match(url, /^(?:https?:\/\/[^/]|\/(?!\/))/);
          assert.equal(picture(url), url);
          const base = new URL('https://site.example/news/');
          if (url.startsWith('/')) assert.equal(new URL(url, base).origin, base.origin);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
