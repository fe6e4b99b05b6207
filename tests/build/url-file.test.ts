import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeUrlPath } from '../../src/build/url-file.ts';

describe('the file that a URL means', () => {
  for (const [url, file] of [
    ['/p/one/', 'p/one/index.html'],
    ['/p/one', 'p/one/index.html'],
    ['/news/p/one/', 'p/one/index.html'],
    ['https://example.com/news/p/one/?x=1#top', 'p/one/index.html'],
    ['/categories/%E6%96%B0%E5%AA%92%E4%BD%93/', 'categories/新媒体/index.html'],
    ['/feed.xml', 'feed.xml'],
    ['p/one/index.html', 'p/one/index.html'],
    ['/', 'index.html'],
    ['/news/', 'index.html'],
    ['/100%/', '100%/index.html'],
  ] as const) {
    it(`${url} is ${file}`, () => assert.ok(decodeUrlPath(url, '/news/').includes(file)));
  }
});
