import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import type { PageBody } from '../../layouts/page-body.ts';
import { renderPage } from '../../layouts/render-page.tsx';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import { absoluteUrl } from '../../src/site/link.ts';
import type { Page } from '../../src/site/page.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { CHROME, fullPage, fullPages, INSTANT } from './sample-pages.ts';

const LAYOUTS = path.join(import.meta.dirname, '../../layouts');
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"><path d="M0 0h800v450H0z" fill="#456"/></svg>';
const BODY: PageBody = {
  html: `<p>甲</p><figure><img src="https://img.example.com/inside.svg" alt="仓库" width="800" height="450" loading="lazy" decoding="async" referrerpolicy="no-referrer"></figure>${'<p>乙</p>'.repeat(60)}<pre><code>${'长'.repeat(400)}</code></pre>` as SafeHtml,
  outline: [],
  images: [],
};

interface Visit {
  readonly page?: Page;
  readonly width?: number;
  /** What the reader's browser kept of an earlier visit. */
  readonly storage?: { readonly [key: string]: string };
  /** Whether a picture host answers, by the referrer it is told. */
  readonly servesPicture?: (referrer: string | undefined) => boolean;
  readonly options?: BrowserContextOptions;
}

interface Visited {
  readonly tab: Tab;
  /** Referrers that the host of the pictures was told, in order; "" for none. */
  readonly referrers: string[];
  readonly complaints: string[];
}

describe('a page in a browser', () => {
  let browser: Browser;
  let assets: ReadonlyMap<string, string>;

  before(async () => {
    [browser, assets] = await Promise.all([launchChromium(), bundle()]);
  });
  after(() => browser.close());

  async function visit({ page = fullPage('article'), width = 800, ...how }: Visit = {}): Promise<Visited> {
    const { storage = {}, servesPicture = () => true, options } = how;
    const context = await browser.newContext({
      viewport: { width, height: 700 },
      locale: 'zh-CN',
      ...options,
    });
    await context.addInitScript((kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
    }, storage);
    const tab = await context.newPage();
    const referrers: string[] = [];
    const complaints: string[] = [];
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
    });
    await tab.route('**/*', async (route) => {
      const request = route.request();
      const { host, pathname } = new URL(request.url());
      const asset = assets.get(pathname);
      if (asset !== undefined) await route.fulfill({ body: asset, contentType: mediaType(pathname) });
      else if (request.isNavigationRequest()) {
        await route.fulfill({
          body: renderPage(page, { chrome: CHROME, body: BODY }),
          contentType: 'text/html',
        });
      } else if (host === 'img.example.com') {
        const { referer } = request.headers();
        referrers.push(`${pathname} ${referer ?? ''}`);
        if (servesPicture(referer)) await route.fulfill({ body: PICTURE, contentType: 'image/svg+xml' });
        else await route.fulfill({ status: 403 });
      } else await route.fulfill({ status: 404 });
    });
    await tab.goto(absoluteUrl(CHROME.siteUrl, page.url));
    return { tab, referrers, complaints };
  }

  for (const page of fullPages()) {
    if (page.kind === 'redirect') continue;
    it(`works under its policy, and fits 320 px: ${page.kind}`, async () => {
      const { tab, complaints } = await visit({ page, width: 320 });
      assert.deepEqual(complaints, []);
      assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      await tab.context().close();
    });
  }

  it('wears what the reader chose before its body is there', async () => {
    const storage = { 'broadsheet.reader': '{"theme":"sepia","text-size":"large"}' };
    const { tab } = await visit({ storage, options: { colorScheme: 'dark' } });
    assert.equal(await paper(tab), 'rgb(248, 241, 226)');
    assert.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).fontSize), '19px');
    assert.equal(await tab.locator('head > script').first().getAttribute('src'), '/daily/assets/theme.3.js');
    await tab.context().close();
  });

  it('follows the system when nothing was chosen', async () => {
    const { tab } = await visit({ options: { colorScheme: 'dark' } });
    assert.equal(await paper(tab), 'rgb(20, 22, 26)');
    await tab.context().close();
  });

  it('reads on when storage holds something else', async () => {
    for (const kept of ['', '[', 'null', '7', '{"theme":7,"__proto__":"x","onload":"alert(1)"}']) {
      const { tab, complaints } = await visit({
        storage: { 'broadsheet.reader': kept, 'broadsheet.visit': kept },
      });
      assert.deepEqual(complaints, []);
      assert.deepEqual(await tab.evaluate(() => document.documentElement.getAttributeNames()), [
        'lang',
        'data-script',
      ]);
      await tab.context().close();
    }
  });

  it('lets the keyboard choose a theme, keeps it, and closes on Escape', async () => {
    const { tab } = await visit();
    await tab.locator('.reader-controls summary').press('Enter');
    await tab.locator('[name="theme"][value="system"]').press('ArrowLeft');
    assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await tab.keyboard.press('Escape');
    assert.equal(await tab.evaluate(() => document.activeElement?.tagName), 'SUMMARY');
    await tab.reload();
    assert.equal(await paper(tab), 'rgb(20, 22, 26)');
    assert.equal(await tab.locator('[name="theme"][value="dark"]').isChecked(), true);
    await tab.context().close();
  });

  it('asks a picture host that refuses strangers once more, with the opposite referrer', async () => {
    const { tab, referrers } = await visit({ servesPicture: (referrer) => referrer !== undefined });
    await tab.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.article-picture img')!.naturalWidth > 0,
    );
    assert.deepEqual(referrers.filter((line) => line.startsWith('/a.jpg')).slice(0, 2), [
      '/a.jpg ',
      '/a.jpg https://news.example.com/',
    ]);
    await tab.context().close();
  });

  it('leaves the drawing and a link where a picture fails twice, and moves nothing', async () => {
    const { tab } = await visit({ servesPicture: () => false });
    await tab.waitForSelector('.prose .missing-picture');
    assert.equal(
      await tab.locator('.article-picture .picture-link').getAttribute('href'),
      'https://img.example.com/a.jpg',
    );
    assert.equal(
      await tab.locator('.missing-picture .picture-link').getAttribute('href'),
      'https://img.example.com/inside.svg',
    );
    const box = await tab.locator('.missing-picture').boundingBox();
    assert.equal(Math.round((box!.width / box!.height) * 9), 16);
    assert.equal(await tab.evaluate(() => [...document.images].filter((image) => image.complete).length), 0);
    await tab.context().close();
  });

  it('shows a picture of the text large, by keyboard, and gives the focus back', async () => {
    const { tab } = await visit();
    await tab.locator('.zoom-button').press('Enter');
    assert.equal(await tab.locator('dialog[open] img').getAttribute('alt'), '仓库');
    await tab.keyboard.press('Escape');
    // A dialog tells of its closing in a task of its own.
    await tab.locator('dialog').waitFor({ state: 'detached' });
    assert.equal(await tab.evaluate(() => document.activeElement?.className), 'zoom-button');
    await tab.context().close();
  });

  it('counts the age of what is new, and dates what is not', async () => {
    const { tab } = await visit();
    assert.equal(await tab.locator('.ago').textContent(), '');
    const fresh = await visit({ page: { ...fullPage('article'), date: Date.now() - 3 * 3_600_000 - 1000 } });
    assert.match((await fresh.tab.locator('.ago').textContent()) ?? '', /^3\s?小时前$/);
    await Promise.all([tab.context().close(), fresh.tab.context().close()]);
  });

  it('marks what appeared since the last visit, and nothing on the first', async () => {
    const first = await visit({ page: fullPage('home') });
    assert.equal(await first.tab.locator('.new-mark').count(), 0);
    const storage = { 'broadsheet.visit': `${INSTANT - 1000} 0` };
    const later = await visit({ page: fullPage('home'), storage });
    assert.ok((await later.tab.locator('.card > .new-mark').count()) > 0);
    await Promise.all([first.tab.context().close(), later.tab.context().close()]);
  });

  it('lets the keyboard reach what scrolls sideways', async () => {
    const { tab } = await visit();
    assert.equal(await tab.locator('.prose pre').getAttribute('tabindex'), '0');
    await tab.context().close();
  });

  it('shows no control that needs script where there is none, and no broken icon', async () => {
    const { tab } = await visit({ options: { javaScriptEnabled: false }, servesPicture: () => false });
    assert.equal(await tab.locator('.reader-controls').isVisible(), false);
    assert.equal(await tab.locator('.share').isVisible(), false);
    assert.equal(await tab.locator('.article-picture .placeholder').isVisible(), true);
    await tab.context().close();
  });
});

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const entries = { 'site.1': 'styles/site.css', 'site.2': 'client/site.ts', 'theme.3': 'client/theme.ts' };
  const { outputFiles } = await build({
    entryPoints: Object.entries(entries).map(([out, file]) => ({ in: path.join(LAYOUTS, file), out })),
    bundle: true,
    write: false,
    outdir: '/daily/assets',
    format: 'iife',
    target: 'es2022',
  });
  return new Map(outputFiles.map((file) => [file.path, file.text]));
}

function mediaType(file: string): string {
  return file.endsWith('.css') ? 'text/css' : 'text/javascript';
}

function paper(tab: Tab): Promise<string> {
  return tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
