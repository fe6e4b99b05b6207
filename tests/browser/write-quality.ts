/**
 * Measures what `docs/quality.md` promises and writes the figures into it, between its two marks; the rest of the page is
 * written by hand. `npm run quality -- --screenshots DIR` also takes every type of page at every width in every theme.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './launch-chromium.ts';
import {
  tabulateAxe,
  tabulateLighthouse,
  tabulateShift,
  tabulateValidity,
  tabulateWeight,
} from './reader/quality-tables.ts';
import { openReaderSite, PAGE_TYPES, SEED } from './reader/reader-site.ts';
import { takeScreenshots } from './reader/take-screenshots.ts';

const REPORT = path.resolve(import.meta.dirname, '../../docs/quality.md');
const MEASURED = /(<!-- measured -->\n)[\s\S]*(<!-- end of measured -->)/;

const { values } = parseArgs({ options: { screenshots: { type: 'string' } } });
const browser = await launchChromium();
const site = await openReaderSite();
const seed = existsSync(SEED) ? await openReaderSite(SEED) : undefined;
const seedUrl = Object.values(seed?.urls ?? {})[0];
try {
  const article = PAGE_TYPES['article with pictures']!;
  const named = [
    { name: 'front page', site, url: '/' },
    { name: 'article with pictures', site, url: article },
    { name: 'article with a table, 12 minutes long', site, url: PAGE_TYPES['article with a table']! },
    ...(seed && seedUrl ? [{ name: 'the article the project began with', site: seed, url: seedUrl }] : []),
  ];
  const parts = [
    ['Lighthouse 12, simulated phone', await tabulateLighthouse(site)],
    ['axe-core', await tabulateAxe(browser, site)],
    ['Layout shift of an article with pictures', await tabulateShift(browser, site, article)],
    ...(seed && seedUrl
      ? [['Layout shift of the article the project began with', await tabulateShift(browser, seed, seedUrl)]]
      : []),
    ['Weight of a first visit, gzip, pictures aside', tabulateWeight(named)],
    ['html-validate', await tabulateValidity(site)],
  ];
  const measured = parts.map(([title, text]) => `### ${title}\n\n${text}\n`).join('\n');
  const page = readFileSync(REPORT, 'utf8');
  if (!MEASURED.test(page))
    throw new Error(`${REPORT} has lost its two marks, <!-- measured --> and its end.`);
  writeFileSync(
    REPORT,
    page.replace(MEASURED, (_, start: string, end: string) => `${start}\n${measured}\n${end}`),
  );
  process.stdout.write(`${measured}\nWritten into docs/quality.md.\n`);
  if (values.screenshots !== undefined) {
    const folder = path.resolve(values.screenshots);
    const count = await takeScreenshots(browser, site, { folder, pages: PAGE_TYPES });
    process.stdout.write(`${count} screenshots in ${folder}\n`);
  }
} finally {
  await Promise.all([browser.close(), site.close(), seed?.close()]);
}
