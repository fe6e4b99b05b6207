import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './launch-chromium.ts';
import { openReaderSite, type ReaderSite } from './reader/reader-site.ts';
import { type VisitOptions, type Visitor, visit } from './reader/visit.ts';

/** 90 articles, one a day; every third is about the harbour. The site lies below a path. */
function writeContent(folder: string): void {
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  put('site.yaml', 'title: 小城新闻\nurl: https://news.example.org/daily/\ntimeZone: Asia/Shanghai\n');
  for (let day = 1; day <= 90; day += 1) {
    const isHarbour = day % 3 === 0;
    const date = new Date(Date.UTC(2024, 0, day)).toISOString();
    const head = [
      `title: ${isHarbour ? `港口日记之${day}` : `山上的第${day}天`}`,
      `date: ${date}`,
      `author: ${isHarbour ? '潮汐早报' : '晴窗'}`,
      `categories: [${isHarbour ? '城市, 港口' : '山野'}]`,
      `tags: [${day % 2 === 0 ? '双日' : '单日'}]`,
    ];
    const body = isHarbour ? `渡轮第 ${day} 次靠岸，灯塔亮着。` : `雾散以后，能看见 ${day} 座山头。`;
    put(`articles/${day}.md`, `---\n${head.join('\n')}\n---\n<p>${body}</p>\n`);
  }
  put('articles/trad.md', '---\ntitle: 舊書店\ndate: 2023-05-01\n---\n老闆說，這間書店開了三十年。\n');
}

const results = (tab: Page) => tab.locator('.search-list li');
const box = (tab: Page) => tab.locator('input[name="q"]');
const status = (tab: Page) => tab.locator('.search-status');

describe('searching a built site in a browser', () => {
  let browser: Browser;
  let site: ReaderSite;
  let content: string;
  before(async () => {
    content = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    writeContent(content);
    [browser, site] = await Promise.all([launchChromium(), openReaderSite(content)]);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    rmSync(content, { recursive: true, force: true });
  });

  /** @param page - Below the site's path. */
  async function open(page: string, options?: VisitOptions): Promise<Visitor> {
    const visitor = await visit(browser, new URL(site.origin).origin, options);
    await visitor.tab.goto(`${site.origin}${page}`);
    return visitor;
  }

  it('finds what is typed, by the policy of its pages, and follows a result to its article', async () => {
    const { tab, complaints, foreign, leave } = await open('/search/');
    await box(tab).pressSequentially('灯塔');
    await results(tab).first().waitFor();
    assert.equal(await results(tab).first().locator('.card-title').textContent(), '港口日记之90');
    assert.match((await status(tab).textContent()) ?? '', /30/);
    await box(tab).press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.locator('.page-article h1').waitFor();
    assert.equal(await tab.locator('h1').textContent(), '港口日记之90');
    await tab.goBack();
    await results(tab).first().waitFor();
    assert.equal(await box(tab).inputValue(), '灯塔');
    assert.deepEqual([complaints, foreign], [[], []]);
    await leave();
  });

  it('opens by / and by Ctrl-K from an article, and not while one types', async () => {
    for (const key of ['/', 'Control+k']) {
      const { tab, leave } = await open('/');
      await tab.keyboard.press(key);
      await tab.waitForURL(/\/daily\/search\/$/);
      await tab.keyboard.type('a/b');
      await tab.waitForURL(/q=a%2Fb$/);
      assert.equal(await box(tab).inputValue(), 'a/b');
      await leave();
    }
  });

  it('does not search for half a word of an input method, and searches for the whole', async () => {
    const { tab, leave } = await open('/search/');
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    await box(tab).focus();
    const session = await tab.context().newCDPSession(tab);
    for (const text of ['d', 'de', 'deng', 'dengta'])
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await tab.waitForTimeout(500);
    // Where the newest articles are is read ahead, what is in them only when it is asked for.
    assert.ok(asked.some((url) => url.endsWith('/search/manifest.json')));
    assert.ok(!asked.some((url) => /\/search\/segments\/\w+\/[pw]/.test(url)));
    assert.equal(new URL(tab.url()).search, '');
    await session.send('Input.insertText', { text: '灯塔' });
    await results(tab).first().waitFor();
    await tab.waitForURL((url) => url.searchParams.get('q') === '灯塔');
    await leave();
  });

  it('shows older results by scrolling, down to the last', async () => {
    const { tab, leave } = await open(`/search/?q=${encodeURIComponent('渡轮')}`);
    await results(tab).nth(5).waitFor();
    const first = await results(tab).count();
    assert.ok(first < 30, `${first} at once`);
    for (let turn = 0; turn < 100 && (await results(tab).count()) < 30; turn += 1) {
      await tab.mouse.wheel(0, 3000);
      await tab.waitForTimeout(30);
    }
    assert.equal(await results(tab).count(), 30);
    assert.equal(await tab.locator('.js-older').isVisible(), false);
    await leave();
  });

  it('narrows down by category, source, tag and date, in the query and by the form', async () => {
    const cases: readonly (readonly [query: string, found: number])[] = [
      ['category:山野', 60],
      ['category:城市/港口 tag:双日', 15],
      ['source:潮汐早报 date:2024-01', 10],
      ['灯塔 before:2024-01-10', 3],
      ['date:2024-02-01..2024-02-03 -灯塔', 2],
      ['书店', 1],
      ['"灯塔亮着" 90', 1],
    ];
    for (const [query, found] of cases) {
      const { tab, leave } = await open(`/search/?q=${encodeURIComponent(query)}`);
      await tab.locator('.search-status', { hasText: new RegExp(`：\\s*${found}\\D*$`) }).waitFor();
      await leave();
    }
    const { tab, leave } = await open(`/search/?q=${encodeURIComponent('渡轮')}`);
    await tab.locator('.search-filters summary').click();
    await tab.locator('select[name="source"] option[value="潮汐早报"]').waitFor({ state: 'attached' });
    await tab.locator('select[name="category"]').selectOption('城市/港口');
    await tab.locator('input[name="from"]').fill('2024-03-01');
    await tab.locator('.search-status', { hasText: /：\s*10$/ }).waitFor();
    assert.equal(new URL(tab.url()).searchParams.get('q'), '渡轮 category:城市/港口 date:2024-03-01..');
    await leave();
  });

  it('announces how many there are in a live region that was there before', async () => {
    const { tab, leave } = await open('/search/');
    assert.equal(await status(tab).getAttribute('role'), 'status');
    await box(tab).fill('鲸鱼');
    await tab.locator('.search-status', { hasText: '没有找到' }).waitFor();
    await leave();
  });

  it('without script says so, and shows the ways to every article', async () => {
    const { tab, leave } = await open('/search/?q=x', { javaScriptEnabled: false });
    assert.equal(await tab.locator('form.search-form').getAttribute('method'), 'get');
    assert.equal(await tab.locator('.search-results').isVisible(), false);
    assert.ok(await tab.locator('noscript p').isVisible());
    await tab.locator('main a[href="/daily/archives/"]').click();
    await tab.waitForURL(/\/daily\/archives\/$/);
    await leave();
  });

  it('loads nothing of the search on other pages', async () => {
    const { tab, leave } = await open('/');
    const files = await tab.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.deepEqual(
      files.filter((file) => file.includes('search')),
      [],
    );
    await leave();
  });
});
