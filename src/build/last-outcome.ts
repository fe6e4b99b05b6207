import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ArticleUrls } from './article-urls.ts';
import { digest } from './digest.ts';
import type { LastOutcome } from './store.ts';

/**
 * How the last build ended, for one that finds nothing to do, and for commands that tell of it. A file beside the store, since
 * it names all articles: it is written while the store is being vouched for, and not read again to do so. Three lines: its
 * name and digest, what the build told, and the articles' URLs, which are more than one line.
 */
const FILE = 'outcome.json';

/** @param name - By which the store knows it. Nobody else may write to the cache folder. */
export function writeLastOutcome(
  cacheFolder: string,
  name: string,
  { report, urls, diagnostics }: LastOutcome,
): void {
  const told = `${JSON.stringify({ report, diagnostics })}\n`;
  // One name for all: what a build that was killed has left, the next one overwrites.
  const draft = path.join(cacheFolder, `${FILE}.draft`);
  writeFileSync(draft, `${name} ${digest(Buffer.from(told), urls.spelled)}\n${told}`);
  appendFileSync(draft, urls.spelled);
  renameSync(draft, path.join(cacheFolder, FILE));
}

/** @returns `undefined` when it is not the one of that name, whole. */
export function readLastOutcome(cacheFolder: string, name: string): LastOutcome | undefined {
  let file: Buffer;
  try {
    file = readFileSync(path.join(cacheFolder, FILE));
  } catch {
    // Absent: the build that was to write it was killed, or there was none.
    return undefined;
  }
  const start = file.indexOf('\n') + 1;
  const end = file.indexOf('\n', start) + 1;
  const told = file.subarray(start, end);
  const spelled = file.subarray(end);
  if (file.toString('utf8', 0, start) !== `${name} ${digest(told, spelled)}\n`) return undefined;
  return { ...JSON.parse(told.toString()), urls: new ArticleUrls(spelled) };
}
