import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeUrlsAbsolute } from '../../src/feeds/absolute-html.ts';

const pageUrl = 'https://u.example/news/p/x/';

describe('makeUrlsAbsolute', () => {
  for (const [name, html, expected] of [
    ['a path', '<a href="/news/projects/1/">甲</a>', '<a href="https://u.example/news/projects/1/">甲</a>'],
    ['a fragment', '<a href="#fn1">1</a>', '<a href="https://u.example/news/p/x/#fn1">1</a>'],
    [
      'a picture',
      '<img alt="" src="/news/media/1.jpg">',
      '<img alt="" src="https://u.example/news/media/1.jpg">',
    ],
    [
      'every picture of a set',
      '<img srcset="/1.jpg 1x, /2.jpg 2x">',
      '<img srcset="https://u.example/1.jpg 1x, https://u.example/2.jpg 2x">',
    ],
    [
      'a path behind a ">"',
      '<img alt="a > b" src="/1.jpg">',
      '<img alt="a > b" src="https://u.example/1.jpg">',
    ],
  ] as const) {
    it(`resolves ${name}`, () => {
      assert.equal(makeUrlsAbsolute(html, pageUrl), expected);
    });
  }

  for (const html of [
    '<a href="https://x.example/">甲</a>',
    '<img src="//cdn.example/1.jpg">',
    '<p> href="/x" </p>',
    '<img alt="see href=&quot;/x&quot; src=" title="/y">',
    '<p data-x="/y" hidden>/z</p>',
  ]) {
    it(`leaves ${html} alone`, () => {
      assert.equal(makeUrlsAbsolute(html, pageUrl), html);
    });
  }
});
