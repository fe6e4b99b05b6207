/**
 * The search against its bars: `npm run bench -- --search`. How to read what it prints is in `bench/README.md`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { claimScratch } from '../measure/workspace.ts';
import { formatBytes, formatCount } from '../report/format-quantity.ts';
import { formatTable } from '../report/table.ts';
import { drawQueries } from './draw-queries.ts';
import type { IndexCosts } from './index-corpus.ts';
import { type Answers, measureAnswers } from './measure-answers.ts';
import { type BrowserCosts, measureBrowser } from './measure-browser.ts';
import { comparePagefind } from './pagefind.ts';
import { tabulateBars } from './search-bars.ts';
import { SearchCorpus } from './search-corpus.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    queries: { type: 'string' },
    seed: { type: 'string', default: '1' },
    scratch: { type: 'string', default: path.join(tmpdir(), 'broadsheet-bench') },
    'install-peers': { type: 'boolean', default: false },
  },
});

const [articles, seed] = [Number(values.articles), Number(values.seed)];
/** All results of each are read: of more articles there are more results, and fewer queries tell as much. */
const count = Number(values.queries ?? Math.min(100, Math.max(12, Math.round(1e6 / articles))));
const scratch = path.resolve(values.scratch);
mkdirSync(scratch, { recursive: true });
claimScratch(scratch);
const say = (line: string) => process.stderr.write(`${line}\n`);

say(`Generating ${formatCount(articles)} articles, unless they are there`);
const corpus = SearchCorpus.open(scratch, articles, seed);
say('Indexing');
const costs = measureIndexing();
say(`  ${JSON.stringify(costs)}`);
const folder = path.join(scratch, `search-${articles}-${seed}.index`);
say(`Comparing the answers to ${count} queries with String.includes`);
const answers: Answers = await measureAnswers(corpus, folder, {
  queries: drawQueries(corpus, count, { least: 2, most: 6, seed }),
  say,
});
say(`  ${JSON.stringify(answers)}`);
say('Searching in Chromium');
const browser: BrowserCosts = await measureBrowser(corpus, folder, {
  scratch,
  queries: drawQueries(corpus, Math.min(24, count), { least: 2, most: 4, seed: seed + 1 }),
});
say(`  ${JSON.stringify(browser)}`);
const pagefind = await comparePagefind(corpus, { scratch, install: values['install-peers'], say });
process.stdout.write(
  `\nSearch, ${formatCount(articles)} articles${pagefind === undefined ? '' : `; Pagefind ${pagefind.version}, ${formatCount(pagefind.articles)} articles`}\n\n`,
);
process.stdout.write(formatTable(tabulateBars({ articles, costs, answers, browser, pagefind })));
process.stdout.write(
  `\nA query brings ${formatBytes(browser.index)} of the index and ${formatBytes(browser.articles)} of article pages (median), at most ${formatBytes(browser.most)}; the first of a visit also ${formatBytes(browser.scripts)} of script.\n`,
);
corpus.close();

function measureIndexing(): IndexCosts {
  const program = path.join(import.meta.dirname, 'index-corpus.ts');
  const output = execFileSync(
    process.execPath,
    ['--import', 'tsx', program, scratch, String(articles), String(seed)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(output) as IndexCosts;
}
