import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page as Tab } from 'playwright-core';
import { renderPage } from '../../layouts/render-page.tsx';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { Page, SiteChrome } from '../../src/site/page.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { CHROME, fullPage } from '../layouts/sample-pages.ts';
import { makeIndex, type TestArticle } from './make-index.ts';

const LAYOUTS = path.join(import.meta.dirname, '../../layouts');
const ORIGIN = 'https://news.example.com';
const SEARCH_CHROME: SiteChrome = {
  ...CHROME,
  assets: {
    ...CHROME.assets,
    'search-page.js': '/assets/search-page.5.js',
    'search-worker.js': '/assets/search-worker.6.js',
  },
};

/** The newest last. */
const ARTICLES: readonly TestArticle[] = [
  ...Array.from({ length: 40 }, (_, at) => ({
    key: `row${at}`,
    title: `第 ${at} 号渡轮靠岸`,
    text: `清晨的雾还没有散，渡轮已经靠岸。船上的人说，潮水比昨天高了 ${at} 厘米。`,
    categories: [['城市', '港口']],
    sources: ['潮汐早报'],
  })),
  {
    key: 'hostile',
    title: '<img src=x onerror=alert(1)>与灯塔',
    text: '灯塔下的牌子写着 <script>alert(2)</script> 与 &lt;b&gt;，没有人知道是谁挂的。',
    categories: [['城市', '<b>海岸</b>']],
    sources: ['"><script>alert(3)</script>'],
  },
  { key: 'trad', title: '舊書店', text: '老闆說，這間書店開了三十年。', categories: [['文化']] },
];

describe('the search page in a browser', () => {
  let browser: Browser;
  let scripts: ReadonlyMap<string, string>;
  const index = makeIndex(ARTICLES);
  const articles = new Map(ARTICLES.map((article) => [`/daily/p/${article.key}/`, renderArticle(article)]));

  before(async () => {
    [browser, scripts] = await Promise.all([launchChromium(), bundle()]);
  });
  after(() => browser.close());

  async function visit(query = ''): Promise<{ tab: Tab; complaints: string[]; requests: string[] }> {
    const context = await browser.newContext({ viewport: { width: 800, height: 700 }, locale: 'zh-CN' });
    const complaints: string[] = [];
    const requests: string[] = [];
    await context.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      requests.push(pathname);
      const file = index.files.get(pathname.slice('/daily/search/'.length));
      const script = scripts.get(pathname);
      const article = articles.get(pathname);
      if (pathname.startsWith('/daily/search/') && file !== undefined) {
        await route.fulfill({ body: Buffer.from(file), contentType: 'application/octet-stream' });
      } else if (script !== undefined) {
        await route.fulfill({
          body: script,
          contentType: pathname.endsWith('.css') ? 'text/css' : 'text/javascript',
        });
      } else if (article !== undefined) {
        await route.fulfill({ body: article, contentType: 'text/html' });
      } else if (pathname === '/daily/search/') {
        const body = renderPage(fullPage('search'), { chrome: SEARCH_CHROME });
        await route.fulfill({ body, contentType: 'text/html' });
      } else {
        await route.fulfill({ status: 404 });
      }
    });
    const tab = await context.newPage();
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    tab.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
    });
    await tab.goto(`${ORIGIN}/daily/search/${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`);
    return { tab, complaints, requests };
  }

  it('searches for the query in its address, marks it, and says how many there are', async () => {
    const { tab, complaints } = await visit('灯塔');
    await tab.locator('.search-list li').waitFor();
    assert.equal(await tab.locator('.search-list mark').first().textContent(), '灯塔');
    assert.match((await tab.locator('.search-status').textContent()) ?? '', /找到的文章：\s*1$/);
    assert.equal(await tab.locator('input[name="q"]').inputValue(), '灯塔');
    assert.deepEqual(complaints, []);
    await tab.context().close();
  });

  it('shows hostile text as text', async () => {
    const { tab, complaints } = await visit('灯塔');
    const item = tab.locator('.search-list li');
    await item.waitFor();
    assert.equal(await item.locator('.card-title').textContent(), '<img src=x onerror=alert(1)>与灯塔');
    assert.match(
      (await item.locator('.card-excerpt').textContent()) ?? '',
      /<script>alert\(2\)<\/script> 与 &lt;b&gt;/,
    );
    assert.equal(await item.locator('img, script, b').count(), 0);
    assert.deepEqual(complaints, []);
    await tab.context().close();
  });

  it('searches as one types, and puts the query into the address', async () => {
    const { tab } = await visit();
    await tab.locator('input[name="q"]').pressSequentially('书店');
    await tab.locator('.search-list li').waitFor();
    assert.equal(await tab.locator('.search-list a').getAttribute('href'), '/daily/p/trad/');
    await tab.waitForURL((url) => url.searchParams.get('q') === '书店');
    await tab.context().close();
  });

  it('does not search for what is still being composed', async () => {
    const { tab, requests } = await visit();
    await tab.locator('input[name="q"]').focus();
    const session = await tab.context().newCDPSession(tab);
    await session.send('Input.imeSetComposition', { text: 'dengta', selectionStart: 6, selectionEnd: 6 });
    await tab.waitForTimeout(600);
    assert.equal(new URL(tab.url()).search, '');
    // Addresses of the newest articles are read ahead, shards of terms are not.
    assert.ok(!requests.some((pathname) => /\/[pw]\d+\.bin$/.test(pathname)));
    await session.send('Input.insertText', { text: '灯塔' });
    await tab.locator('.search-list li').waitFor();
    await tab.waitForURL((url) => url.searchParams.get('q') === '灯塔');
    await tab.context().close();
  });

  it('shows a screenful, and older results on request and by scrolling', async () => {
    const { tab } = await visit('渡轮');
    const items = tab.locator('.search-list li');
    await items.nth(5).waitFor();
    assert.match((await tab.locator('.search-status').textContent()) ?? '', /40/);
    assert.equal(await items.first().locator('.card-title').textContent(), '第 39 号渡轮靠岸');
    while ((await items.count()) < 40) {
      await tab.mouse.wheel(0, 2000);
      await tab.waitForTimeout(50);
    }
    await tab.locator('.js-older').waitFor({ state: 'hidden' });
    await tab.context().close();
  });

  it('is used by keyboard: down to the results, and along them', async () => {
    const { tab } = await visit('渡轮');
    await tab.locator('.search-list li').nth(3).waitFor();
    await tab.locator('input[name="q"]').press('ArrowDown');
    await tab.keyboard.press('ArrowDown');
    assert.equal(await tab.evaluate(() => document.activeElement?.textContent), '第 38 号渡轮靠岸');
    await tab.keyboard.press('ArrowUp');
    assert.equal(await tab.evaluate(() => document.activeElement?.textContent), '第 39 号渡轮靠岸');
    await tab.context().close();
  });

  it('says when nothing is found, and when only the words are', async () => {
    const { tab } = await visit('鲸鱼');
    await tab.locator('.search-status', { hasText: '没有找到' }).waitFor();
    await tab.locator('input[name="q"]').fill('书店潮水渡轮靠岸');
    await tab.waitForTimeout(400);
    await tab.locator('input[name="q"]').fill('潮水高了渡轮靠岸');
    await tab.locator('.search-status', { hasText: '含有其中的词' }).waitFor();
    assert.ok((await tab.locator('.search-list li').count()) > 0);
    await tab.context().close();
  });

  it('writes a chosen category and dates into the query', async () => {
    const { tab } = await visit('渡轮');
    await tab.locator('.search-filters summary').click();
    await tab.locator('select[name="category"] option[value="城市/港口"]').waitFor({ state: 'attached' });
    await tab.locator('select[name="category"]').selectOption('城市/港口');
    await tab.locator('input[name="until"]').fill('2024-01-03');
    await tab.locator('input[name="until"]').dispatchEvent('change');
    assert.equal(
      await tab.locator('input[name="q"]').inputValue(),
      '渡轮 category:城市/港口 date:..2024-01-03',
    );
    await tab.locator('.search-status', { hasText: /：\s*3$/ }).waitFor();
    await tab.context().close();
  });

  it('goes back to the query before', async () => {
    const { tab } = await visit('灯塔');
    await tab.locator('input[name="q"]').fill('书店');
    await tab.locator('input[name="q"]').press('Enter');
    await tab.locator('.search-list a[href="/daily/p/trad/"]').waitFor();
    await tab.goBack();
    await tab.locator('.search-list a[href="/daily/p/hostile/"]').waitFor();
    assert.equal(await tab.locator('input[name="q"]').inputValue(), '灯塔');
    await tab.locator('input[name="q"]').fill('');
    for (const key of ['书', '店']) {
      await tab.locator('input[name="q"]').pressSequentially(key);
      await tab.waitForURL(new RegExp(`q=.*${encodeURIComponent(key)}$`));
    }
    await tab.goBack();
    await tab.locator('.search-list a[href="/daily/p/hostile/"]').waitFor();
    await tab.context().close();
  });

  it('says that it failed when the index is not there, and works again when it is', async () => {
    const { tab } = await visit();
    // The page asks for the manifest at once, and may have it by now.
    const isOfIndex = ({ pathname }: URL) => /\/search\/(?:manifest\.json|segments\/)/.test(pathname);
    await tab.context().setOffline(true);
    await tab.context().route(isOfIndex, (route) => route.abort());
    await tab.locator('input[name="q"]').fill('灯塔');
    await tab.locator('.search-status', { hasText: '搜索没有成功' }).waitFor();
    await tab.context().setOffline(false);
    await tab.context().unroute(isOfIndex);
    await tab.locator('input[name="q"]').fill('灯塔下');
    await tab.locator('.search-list li').waitFor();
    await tab.context().close();
  });
});

function renderArticle({ title = '', text = '', categories = [[]], sources = [] }: TestArticle): string {
  const escapeHtml = (plain: string) =>
    plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const page: Page = {
    ...fullPage('article'),
    title,
    categories: categories.map((names) =>
      names.map((name) => ({ title: name, url: '/x/', color: '#b4532a' })),
    ),
    authors: sources.map((name) => ({ title: name, url: '/y/' })),
    lang: 'zh-CN',
  };
  const html = `<p>${escapeHtml(text)}</p>` as SafeHtml;
  return renderPage(page, { chrome: SEARCH_CHROME, body: { html, outline: [], images: [] } });
}

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const entries = {
    'search-page.5': 'client/search-page.ts',
    'search-worker.6': 'client/search-worker.ts',
    'site.1': 'styles/site.css',
    'theme.3': 'client/theme.ts',
  };
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [name, path.join(LAYOUTS, file)]),
    ),
    outdir: '/daily/assets',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map((file) => [file.path, file.text]));
}
