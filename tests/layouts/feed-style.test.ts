import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { renderAtom } from '../../src/feeds/atom.ts';
import type { FeedEntry } from '../../src/feeds/feed-entry.ts';
import { renderRss } from '../../src/feeds/rss.ts';
import { launchChromium } from '../browser/launch-chromium.ts';

const STYLE = path.join(import.meta.dirname, '../../layouts/styles/feed.css');
const HEAD = {
  title: '宽幅日报',
  description: '每天一份',
  homeUrl: 'https://news.example.com/',
  selfUrl: 'https://news.example.com/feed.xml',
  language: 'zh-CN',
  author: '宽幅日报社',
  styleUrl: '/feed.css',
};
const ENTRY: FeedEntry = {
  url: 'https://news.example.com/p/a/',
  title: '标题甲',
  date: 1641471333000,
  updated: 1641471333000,
  summary: '摘要',
  html: '<p>正文</p>' as NonNullable<FeedEntry['html']>,
  authors: ['林一木'],
  categories: ['新媒体'],
};

describe('a feed that is opened in a browser', () => {
  let browser: Browser;
  let style: string;
  before(async () => {
    browser = await launchChromium();
    style = (await build({ entryPoints: [STYLE], write: false, minify: true })).outputFiles[0]!.text;
  });
  after(() => browser.close());

  for (const [name, render] of Object.entries({ RSS: renderRss, Atom: renderAtom })) {
    it(`says what it is and lists its articles: ${name}`, async () => {
      const tab = await browser.newPage({ viewport: { width: 320, height: 600 } });
      await tab.route('**/*', (route) =>
        route.request().url().endsWith('.css')
          ? route.fulfill({ body: style, contentType: 'text/css' })
          : route.fulfill({ body: render(HEAD, [ENTRY]), contentType: 'application/xml; charset=utf-8' }),
      );
      await tab.goto(HEAD.selfUrl);
      const shown = await tab.evaluate(() => ({
        texts: [...document.querySelectorAll('*')]
          .filter(
            (element) => element.childElementCount === 0 && getComputedStyle(element).display === 'block',
          )
          .map(({ textContent }) => textContent),
        note: getComputedStyle(document.documentElement, '::before').content,
        width: document.documentElement.scrollWidth,
      }));
      assert.deepEqual(shown.texts.slice(0, 3), ['宽幅日报', '每天一份', '标题甲']);
      assert.ok(shown.texts.includes('摘要') && !shown.texts.includes('<p>正文</p>'));
      assert.match(shown.note, /订阅源/);
      assert.ok(shown.width <= 320);
      await tab.close();
    });
  }
});
