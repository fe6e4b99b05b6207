import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CorruptIndexError } from '../search/bit-reader.ts';
import { naming } from '../search/index-files.ts';
import { MANIFEST_PATH, parseManifest } from '../search/manifest.ts';
import { readArticlePage } from '../search/read-article-page.ts';
import { SearchIndex } from '../search/search-index.ts';
import type { SearchResult } from '../search/search-result.ts';
import { outputPath } from '../site/link.ts';
import { readCommandLine, readWholeNumber, runCommand, UsageError } from './command-line.ts';

const USAGE = `
Usage: npm run -s search -- "query" [flags]

Searches a built site, with the same files and the same code as a reader's browser.

  --output DIR   the built site (default: _site)
  --limit N      results to show (default: 10)
  --json         print results as JSON, one a line

In a query, texts separated by spaces all have to be there; "a phrase" as it is, -without; category:, source:, project:,
tag:, date:2024-03, after:2024-03-01, before:2025 narrow it down.

Exit status: 0 found, 1 nothing found or the index can't be read, 2 wrong usage.
`;

await runCommand(USAGE, async (args) => {
  const { values, positionals } = readCommandLine(
    args,
    {
      output: { type: 'string', default: '_site' },
      limit: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
    { takesWords: true },
  );
  const query = positionals.join(' ');
  if (query.trim() === '') throw new UsageError('Say what to search for.');
  const limit = readWholeNumber('limit', values.limit, { min: 1, max: 100_000 });
  const root = path.resolve(values.output);
  const folder = path.join(root, 'search');
  if (!existsSync(path.join(folder, MANIFEST_PATH))) {
    throw new UsageError(
      `There is no search index in ${root}; run "npm run build" first, or name a site with --output.`,
    );
  }
  try {
    return await search(query, { root, folder, limit, isJson: values.json });
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
});

interface SearchOptions {
  readonly root: string;
  readonly folder: string;
  readonly limit: number;
  readonly isJson: boolean;
}

async function search(query: string, { root, folder, limit, isJson }: SearchOptions): Promise<number> {
  const index = new SearchIndex({
    readFile: (file) => readFile(path.join(folder, file)),
    readArticle: async (url) => readArticlePage(await readFile(path.join(root, outputPath(url)), 'utf8')),
  });
  const dates = new Intl.DateTimeFormat('sv-SE', { timeZone: await readTimeZone(folder) });
  let shown = 0;
  for await (const event of index.search(query)) {
    if (event.kind !== 'result') continue;
    shown += 1;
    if (shown === 1 && !event.result.isExact && !isJson) {
      process.stdout.write('Nothing has the texts as they were typed; these have their words:\n\n');
    }
    process.stdout.write(isJson ? `${JSON.stringify(event.result)}\n` : printResult(event.result, dates));
    if (shown === limit) break;
  }
  if (shown === 0) process.stderr.write('Nothing found.\n');
  return shown === 0 ? 1 : 0;
}

/** The site's, as its pages date articles. */
async function readTimeZone(folder: string): Promise<string> {
  const text = await readFile(path.join(folder, MANIFEST_PATH), 'utf8');
  return naming(MANIFEST_PATH, () => parseManifest(text)).timeZone;
}

/** @param dates - Writes year, month and day in this order. */
function printResult(
  { url, title, date, category, authors, excerpt }: SearchResult,
  dates: Intl.DateTimeFormat,
): string {
  const facts = [dates.format(date), category.join(' / '), authors.join(', ')];
  return [
    printPieces(title),
    `  ${url}  ${facts.filter((fact) => fact !== '').join('  ')}`,
    `  ${printPieces(excerpt)}`,
    '',
    '',
  ].join('\n');
}

/** Matches are bold on a terminal. What controls a terminal is left out of what the site says. */
function printPieces(pieces: SearchResult['title']): string {
  const [bold, plain] = process.stdout.isTTY ? ['\u001b[1m', '\u001b[22m'] : ['', ''];
  return pieces
    .map(({ text, isMatch }) => ({ text: text.replace(/\p{Cc}/gu, ' '), isMatch }))
    .map(({ text, isMatch }) => (isMatch ? bold + text + plain : text))
    .join('');
}
