import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Page, Request } from 'playwright-core';
import { startServer } from '../../src/cli/static-server.ts';
import { launchChromium } from '../../tests/browser/launch-chromium.ts';
import { measureCommand } from '../measure/measure-command.ts';
import { median } from '../measure/median.ts';
import { drawQueries } from './draw-queries.ts';
import type { SearchCorpus } from './search-corpus.ts';

/** What Pagefind needs for the same articles, and what it finds. */
export interface PagefindCosts {
  readonly version: string;
  readonly articles: number;
  /** Ms of processor time; 0 where the system doesn't tell. */
  readonly cpuMs: number;
  readonly peakBytes: number;
  readonly files: number;
  /** They are compressed. */
  readonly bytes: number;
  readonly recall: number;
  readonly precision: number;
  /** Of a query, its first 12 results loaded; median. */
  readonly wireBytes: number;
}

/** It would need tens of gigabytes for more. */
const MOST_ARTICLES = 10_000;

/** Every result of each is loaded, which takes its time. */
const QUERIES = 12;
const FIRST = 20;
const SCREENFUL = 12;

/** @returns Undefined when it is not installed in the scratch folder. */
export async function comparePagefind(
  corpus: SearchCorpus,
  { scratch, install, say }: { scratch: string; install: boolean; say: (line: string) => void },
): Promise<PagefindCosts | undefined> {
  const workspace = path.join(scratch, 'pagefind');
  const installed = path.join(workspace, 'node_modules/pagefind/package.json');
  if (install && !existsSync(installed)) installPagefind(workspace);
  if (!existsSync(installed)) return undefined;
  const { version } = JSON.parse(readFileSync(installed, 'utf8')) as { version: string };
  const articles = Math.min(MOST_ARTICLES, corpus.size);
  const site = path.join(workspace, 'site');
  say(`Indexing ${articles} of the articles with Pagefind ${version}`);
  writePages(corpus, site, articles);
  const cost = await measureCommand(
    {
      program: process.execPath,
      args: [path.join(workspace, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', site],
    },
    { cwd: workspace, log: path.join(workspace, 'pagefind.log') },
  );
  const files = listFiles(path.join(site, 'pagefind'));
  say('Searching with it');
  const answers = await search(corpus, site, articles);
  return {
    version,
    articles,
    cpuMs: cost.cpuMs ?? 0,
    peakBytes: cost.peakBytes ?? 0,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    ...answers,
  };
}

function installPagefind(workspace: string): void {
  mkdirSync(workspace, { recursive: true });
  cpSync(
    path.join(import.meta.dirname, '../peers/pagefind/package.json'),
    path.join(workspace, 'package.json'),
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
    cwd: workspace,
    stdio: 'inherit',
  });
}

function writePages(corpus: SearchCorpus, site: string, articles: number): void {
  rmSync(site, { recursive: true, force: true });
  for (let at = 0; at < articles; at += 1) {
    const folder = path.join(site, corpus.urlOf(at));
    mkdirSync(folder, { recursive: true });
    const { title } = corpus.textOf(at);
    const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body><main data-pagefind-body><h1>${title}</h1>${corpus.bodyOf(at)}</main></body></html>`;
    writeFileSync(path.join(folder, 'index.html'), html);
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Its own module in a browser, with queries that are drawn as ours are. */
async function search(corpus: SearchCorpus, site: string, articles: number) {
  const server = await startServer({ root: site, port: 0, host: '127.0.0.1' });
  const browser = await launchChromium();
  try {
    let [found, wanted, right, shown] = [0, 0, 0, 0];
    const wires: number[] = [];
    for (const query of drawQueries(corpus, QUERIES, { least: 2, most: 4, seed: 2 })) {
      const expected = new Set<string>();
      for (let at = 0; at < articles; at += 1) {
        const { title, text } = corpus.documentOf(at);
        if (title.includes(query) || text.includes(query)) expected.add(corpus.urlOf(at));
      }
      const context = await browser.newContext();
      const tab = await context.newPage();
      await tab.goto(`${server.url}${corpus.urlOf(0).slice(1)}`);
      // Its worker's requests are among them.
      const requests: Request[] = [];
      const note = (request: Request) => requests.push(request);
      tab.on('requestfinished', note);
      await ask(tab, query, SCREENFUL);
      tab.off('requestfinished', note);
      const sizes = await Promise.all(requests.map((request) => request.sizes()));
      wires.push(sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0));
      const urls = await ask(tab, query, Number.POSITIVE_INFINITY);
      found += urls.filter((url) => expected.has(url)).length;
      wanted += expected.size;
      right += urls.slice(0, FIRST).filter((url) => expected.has(url)).length;
      shown += Math.min(FIRST, urls.length);
      await context.close();
    }
    return { recall: found / wanted, precision: right / shown, wireBytes: median(wires) };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @returns Site-relative URLs of the first results. */
function ask(tab: Page, query: string, most: number): Promise<string[]> {
  return tab.evaluate(
    async ([text, count]) => {
      // Not by a literal, which a bundler would look for.
      const module = '/pagefind/pagefind.js';
      const pagefind = (await import(module)) as {
        search(text: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
      };
      const { results } = await pagefind.search(text);
      const data = await Promise.all(results.slice(0, count).map((result) => result.data()));
      return data.map(({ url }) => new URL(url, location.href).pathname);
    },
    [query, most] as const,
  );
}
