import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Browser } from 'playwright-core';
import { findFaultsEverywhere, THEMES, WIDTHS } from './find-faults.ts';
import { measureShift } from './measure-shift.ts';
import { PAGE_TYPES, type ReaderSite } from './reader-site.ts';
import { LIGHTHOUSE_PAGES, runLighthouse } from './run-lighthouse.ts';
import { HOSTS, visit } from './visit.ts';
import { weigh } from './weigh.ts';

/** Part of the report, as Markdown. */
type Table = Promise<string>;

/** Lighthouse's scores of the pages that have a promise. */
export async function tabulateLighthouse(site: ReaderSite): Table {
  const names = Object.keys(LIGHTHOUSE_PAGES);
  const scores = await runLighthouse(names.map((name) => site.origin + LIGHTHOUSE_PAGES[name]));
  return table(
    [
      'page',
      'performance',
      'accessibility',
      'best practices',
      'SEO',
      'largest paint',
      'blocking',
      'layout shift',
    ],
    scores.map((score, index) => [
      names[index]!,
      score.performance,
      score.accessibility,
      score.bestPractices,
      score.seo,
      `${(score.largestPaint / 1000).toFixed(1)} s`,
      `${score.blocking} ms`,
      score.shift.toFixed(2),
    ]),
  );
}

/** What axe finds on every type of page. */
export async function tabulateAxe(browser: Browser, site: ReaderSite): Table {
  const { tab, leave } = await visit(browser, site.origin, { reducedMotion: 'reduce' });
  const faults: string[] = [];
  for (const [name, url] of Object.entries(PAGE_TYPES)) {
    await tab.goto(site.origin + url);
    faults.push(...(await findFaultsEverywhere(tab)).map((fault) => `- ${name}: ${fault}`));
  }
  await leave();
  const scope = `${Object.keys(PAGE_TYPES).length} pages × ${WIDTHS.length} widths × ${THEMES.length} themes, as they are and at 200 % zoom, the controls closed and open`;
  return [`${scope}: ${faults.length} violations.`, ...faults].join('\n');
}

/** How far an article moves while it is read, by what the hosts of its pictures do. */
export async function tabulateShift(browser: Browser, site: ReaderSite, url: string): Table {
  const shifts: string[] = [];
  for (const hosts of HOSTS) shifts.push((await measureShift(browser, site, url, hosts)).toFixed(2));
  return table(
    HOSTS.map((hosts) => `hosts ${hosts}`),
    [shifts],
  );
}

/** What a first visit fetches from the site. @param pages - Sites and URLs by what they are called. */
export function tabulateWeight(
  pages: readonly { readonly name: string; readonly site: ReaderSite; readonly url: string }[],
): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
  return table(
    ['page', 'HTML', 'style', 'script', 'together'],
    pages.map(({ name, site, url }) => {
      const { html, style, script, all } = weigh(site, url);
      return [name, kilobytes(html), kilobytes(style), kilobytes(script), kilobytes(all)];
    }),
  );
}

/** What html-validate says of every page of a site. */
export async function tabulateValidity(site: ReaderSite): Table {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off' },
    }),
  );
  const pages = readdirSync(site.root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  let errors = 0;
  for (const file of pages) {
    const { errorCount } = await validator.validateString(readFileSync(path.join(site.root, file), 'utf8'));
    errors += errorCount;
  }
  return `${pages.length} pages: ${errors} errors.`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
