import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SearchIndex } from '../../src/search/search-index.ts';
import { launchChromium } from '../../tests/browser/launch-chromium.ts';
import { median } from '../measure/median.ts';
import type { SearchCorpus } from './search-corpus.ts';
import { type SearchSite, serveSearchSite } from './search-site.ts';

export interface BrowserCosts {
  /** Medians of what a query brings over the wire into a browser that has nothing yet, in bytes. */
  readonly index: number;
  readonly articles: number;
  /** Once, for the first query of a visit. */
  readonly scripts: number;
  /** Of index and articles, the worst of the queries. */
  readonly most: number;
  /** Ms from the query to the first result on screen, files in the browser's cache, its processor slowed down. */
  readonly screen: { readonly median: number; readonly worst: number };
}

const SLOW_DOWN = 4;

/** Searches in Chromium for each query: first with an empty cache, then again with a slow processor. */
export async function measureBrowser(
  corpus: SearchCorpus,
  folder: string,
  { scratch, queries }: { readonly scratch: string; readonly queries: readonly string[] },
): Promise<BrowserCosts> {
  const site = await serveSearchSite(corpus, folder, scratch);
  const browser = await launchChromium();
  try {
    const visits: Awaited<ReturnType<typeof visit>>[] = [];
    for (const query of queries) visits.push(await visit(browser, site, query));
    const workMs = await measureWork(corpus, folder, queries);
    const screens = visits.map(({ screenMs }, at) => screenMs + (SLOW_DOWN - 1) * workMs[at]!);
    return {
      index: median(visits.map(({ sent }) => sent.index)),
      articles: median(visits.map(({ sent }) => sent.articles)),
      scripts: median(visits.map(({ sent }) => sent.scripts)),
      most: Math.max(...visits.map(({ sent }) => sent.index + sent.articles)),
      screen: { median: median(screens), worst: Math.max(...screens) },
    };
  } finally {
    await browser.close();
    site.close();
  }
}

/** One reader with one query. */
async function visit(browser: Browser, site: SearchSite, query: string) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 412, height: 900 } });
  const before = { ...site.sent };
  const tab = await context.newPage();
  await tab.goto(`${site.url}search/`);
  await search(tab, query);
  // The rest of the first screen.
  await tab.waitForTimeout(300);
  const sent = {
    scripts: site.sent.scripts - before.scripts,
    index: site.sent.index - before.index,
    articles: site.sent.articles - before.articles,
  };
  await tab.reload();
  // A worker that has started, as it has for all queries but the first.
  await tab.locator('input[name="q"]').fill('');
  await search(tab, '的');
  await tab.locator('input[name="q"]').fill('');
  await tab.waitForTimeout(200);
  const session = await context.newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  const screenMs = await search(tab, query);
  await context.close();
  return { sent, screenMs };
}

/** Hands the page a query as an input method does. @returns Ms until a result is on the screen. */
function search(tab: Page, query: string): Promise<number> {
  return tab.evaluate(
    (text) =>
      new Promise<number>((resolve, reject) => {
        const input = document.querySelector<HTMLInputElement>('input[name="q"]')!;
        const list = document.querySelector('.search-list')!;
        const began = performance.now();
        setTimeout(() => reject(new Error(`Nothing was found for ${text}`)), 60_000);
        new MutationObserver((_, observer) => {
          if (list.querySelector('mark')?.textContent === undefined) return;
          observer.disconnect();
          // Two frames: the first one begins before the result is painted.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
        }).observe(list, { childList: true });
        input.value = text;
        input.dispatchEvent(new CompositionEvent('compositionend', { data: text }));
      }),
    query,
  );
}

/**
 * Ms of processor time that each query takes until its first result, files at hand. It is a worker's work, and a browser slows
 * down only its pages: so the slow-down is added by hand.
 */
async function measureWork(corpus: SearchCorpus, folder: string, queries: readonly string[]) {
  const work: number[] = [];
  for (const query of queries) {
    const files = new Map<string, Uint8Array>();
    const texts = new Map<string, ReturnType<SearchCorpus['textOf']>>();
    const sources = {
      readFile: async (file: string) =>
        files.get(file) ?? files.set(file, await readFile(path.join(folder, file))).get(file)!,
      readArticle: async (url: string) =>
        texts.get(url) ?? texts.set(url, corpus.textOf(corpus.placeOf(url))).get(url)!,
    };
    await findFirst(new SearchIndex(sources), query);
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const began = performance.now();
      await findFirst(new SearchIndex(sources), query);
      times.push(performance.now() - began);
    }
    work.push(Math.min(...times));
  }
  return work;
}

async function findFirst(index: SearchIndex, query: string): Promise<void> {
  for await (const event of index.search(query)) if (event.kind === 'result') return;
}
