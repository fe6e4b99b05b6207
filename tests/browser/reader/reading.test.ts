import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../../../src/cli/static-server.ts';
import { launchChromium } from '../launch-chromium.ts';
import { listFrames } from './list-frames.ts';
import { measureShift } from './measure-shift.ts';
import { openReaderSite, PAGE_TYPES, type ReaderSite, SEED } from './reader-site.ts';
import { HOSTS, visit } from './visit.ts';
import { weigh } from './weigh.ts';

const ARTICLE = PAGE_TYPES['article with pictures']!;
/** What may come from elsewhere: what an author put into an article. */
const AUTHORS_OWN = /^(?:image|media|document) /;

describe('for readers on a phone, on a poor line, without script', () => {
  let site: ReaderSite;
  let browser: Browser;
  before(async () => {
    [site, browser] = await Promise.all([openReaderSite(), launchChromium()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('no page is wider than 320 px, complains, or asks strangers for more than pictures', async () => {
    const { tab, complaints, foreign, leave } = await visit(browser, site.origin, {
      viewport: { width: 320, height: 640 },
    });
    for (const [name, url] of Object.entries(PAGE_TYPES)) {
      await tab.goto(site.origin + url);
      assert.ok((await widthOf(tab)) <= 320, `${name} is ${await widthOf(tab)} px wide`);
    }
    assert.deepEqual(complaints, []);
    assert.deepEqual(
      foreign.filter((request) => !AUTHORS_OWN.test(request)),
      [],
    );
    await leave();
  });

  it('no line of a headline begins with a comma, at any size of type', async () => {
    const { tab, leave } = await visit(browser, site.origin);
    for (const width of [320, 360, 390, 768]) {
      await tab.setViewportSize({ width, height: 800 });
      for (const name of ['home', 'month', 'category front', 'article with pictures']) {
        await tab.goto(site.origin + PAGE_TYPES[name]);
        for (const size of ['medium', 'large', 'huge']) {
          await tab.evaluate(
            (chosen) => document.documentElement.setAttribute('data-text-size', chosen),
            size,
          );
          assert.deepEqual(await listBadLines(tab), [], `${name}, ${width} px, ${size}`);
        }
      }
    }
    await leave();
  });

  it('a clause of ten characters has a line beside the picture of a section, on a tablet too', async () => {
    const { tab, leave } = await visit(browser, site.origin);
    for (const width of [768, 900, 1440]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.goto(site.origin + PAGE_TYPES['category front']);
      const lines = await tab.locator('.card-lead .card-title').evaluate((title) => {
        const { height } = title.getBoundingClientRect();
        return Math.round(height / Number.parseFloat(getComputedStyle(title).lineHeight));
      });
      // 芯粒时代，封装厂走到了聚光灯下
      assert.equal(lines, 2, `${width} px`);
    }
    await leave();
  });

  it('every page is whole without script', async () => {
    const { tab, foreign, leave } = await visit(browser, site.origin, {
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
    });
    for (const [name, url] of Object.entries(PAGE_TYPES)) {
      await tab.goto(site.origin + url);
      for (const selector of ['h1', 'main', '.site-footer', '.sections']) {
        assert.ok(await tab.locator(selector).isVisible(), `${selector} of ${name}`);
      }
      for (const control of await tab.locator('.needs-script').all()) {
        assert.equal(await control.isVisible(), false, `a control of ${name} does nothing`);
      }
    }
    assert.deepEqual(
      foreign.filter((request) => !AUTHORS_OWN.test(request)),
      [],
    );
    await leave();
  });

  for (const hosts of HOSTS) {
    it(`nothing moves while an article is read whose picture hosts ${hosts}`, async () => {
      assert.equal(await measureShift(browser, site, ARTICLE, hosts), 0);
    });
  }

  it('a reader in the dark sees no light between two pages', async () => {
    const { tab, leave } = await visit(browser, site.origin, {
      viewport: { width: 400, height: 600 },
      colorScheme: 'light',
      storage: { 'broadsheet.reader': '{"theme":"dark"}' },
    });
    await tab.goto(site.origin);
    const frames = await listFrames(tab, async () => {
      await tab.goto(site.origin + ARTICLE);
      await tab.goto(`${site.origin}/latest/`);
    });
    assert.ok(frames.length > 0);
    assert.deepEqual([...new Set(frames)], ['20 22 26']);
    await leave();
  });

  it('articles that were read can be read again without a network', async () => {
    const { origin, close } = await serveAgain(site.root);
    const { tab, leave } = await visit(browser, origin, { serviceWorkers: 'allow' });
    await tab.goto(origin + ARTICLE);
    const title = await tab.locator('h1').textContent();
    await untilKept(tab);
    await close();
    await tab.reload();
    assert.equal(await tab.locator('h1').textContent(), title);
    assert.equal(await tab.evaluate(() => getComputedStyle(document.body).display), 'flex');
    await tab.goto(`${origin}/tags/`);
    assert.equal(await tab.locator('h1').textContent(), '现在没有网络');
    await tab.locator('.saved-articles a').click();
    assert.equal(await tab.locator('h1').textContent(), title);
    await leave();
  });

  it('a block of code is copied by its button, by keyboard too, and nothing moves for it', async () => {
    const { tab, leave } = await visit(browser, site.origin, {
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 360, height: 800 },
    });
    const url = PAGE_TYPES['article with code']!;
    assert.equal(await measureShift(browser, site, url, 'answer'), 0);
    await tab.goto(site.origin + url);
    const box = tab.locator('.code-block').first();
    const button = box.getByRole('button', { name: '复制代码' });
    await button.focus();
    await tab.keyboard.press('Enter');
    await box.getByText('已复制').waitFor();
    const code = (await box.locator('pre').textContent())!.replace(/\n$/, '');
    assert.ok(code.length > 0);
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), code);
    await leave();
  });

  it('where the clipboard is closed, the button selects the code', async () => {
    const { tab, leave } = await visit(browser, site.origin);
    await tab.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await tab.goto(site.origin + PAGE_TYPES['article with code']);
    const box = tab.locator('.code-block').first();
    await box.getByRole('button').click();
    const selected = await tab.evaluate(() => getSelection()?.toString().trim());
    assert.equal(selected, (await box.locator('pre').innerText()).trim());
    assert.equal(await box.getByText('已复制').isVisible(), false);
    await leave();
  });

  it('the page that is read stays as light as promised', () => {
    const sizes = weigh(site, PAGE_TYPES['article with a table']!);
    assert.ok(sizes.script <= 8192, `${sizes.script} bytes of script`);
    assert.ok(sizes.all <= 40 * 1024, `${sizes.all} bytes in all`);
  });
});

const skip = existsSync(SEED) ? false : 'shared samples are not beside this checkout';

describe('the seed article', { skip }, () => {
  let site: ReaderSite;
  let browser: Browser;
  let article: string;
  before(async () => {
    [site, browser] = await Promise.all([openReaderSite(SEED), launchChromium()]);
    article = Object.values(site.urls)[0]!;
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const hosts of HOSTS) {
    it(`does not move while its picture host ${hosts}`, async () => {
      assert.equal(await measureShift(browser, site, article, hosts), 0);
    });
  }

  it('weighs at most 40 KB with its style and script, 8 KB of them script', () => {
    const sizes = weigh(site, article);
    assert.ok(sizes.script <= 8192, `${sizes.script} bytes of script`);
    assert.ok(sizes.all <= 40 * 1024, `${sizes.all} bytes in all`);
  });
});

function widthOf(tab: Page): Promise<number> {
  return tab.evaluate(() => document.documentElement.scrollWidth);
}

/** Headlines of which a line begins with a mark that belongs to the end of the line before. */
function listBadLines(tab: Page): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3')].flatMap((heading) => {
      const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      let start = Number.POSITIVE_INFINITY;
      const marks: number[] = [];
      while (texts.nextNode() !== null) {
        const text = texts.currentNode as Text;
        for (let at = 0; at < text.length; at++) {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { left } = range.getBoundingClientRect();
          start = Math.min(start, left);
          if (/[，。、：；！？）》」』]/.test(text.data[at]!)) marks.push(left);
        }
      }
      return marks.some((left) => left <= start + 1) ? [heading.textContent] : [];
    }),
  );
}

/** Waits until the page is kept on the device, and the worker that kept it answers for it. */
async function untilKept(tab: Page): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isKept = await tab.evaluate(async () => {
      const kept = await (await caches.open('broadsheet-articles')).keys();
      return kept.length === 1 && navigator.serviceWorker.controller?.state === 'activated';
    });
    if (isKept) return;
    await tab.waitForTimeout(50);
  }
  assert.fail('the article was not kept');
}

/** A server of a site's own for a test that ends it. */
async function serveAgain(root: string): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const { url, close } = await startServer({ root, port: 0, host: '127.0.0.1' });
  return { origin: url.slice(0, -1), close };
}
