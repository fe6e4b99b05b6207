import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from './digest.ts';
import type { LastOutcome } from './store.ts';

/**
 * How the last build ended, for one that finds nothing to do, and for commands that tell of it. A file beside the store, since
 * it names all articles: it is written while the store is being vouched for, and not read again to do so.
 */
const FILE = 'outcome.json';

/** @param name - By which the store knows it. Nobody else may write to the cache folder. */
export function writeLastOutcome(cacheFolder: string, name: string, outcome: LastOutcome): void {
  const text = JSON.stringify(outcome);
  // One name for all: what a build that was killed has left, the next one overwrites.
  const draft = path.join(cacheFolder, `${FILE}.draft`);
  writeFileSync(draft, `${name} ${digest(text)}\n${text}`);
  renameSync(draft, path.join(cacheFolder, FILE));
}

/** @returns `undefined` when it is not the one of that name, whole. */
export function readLastOutcome(cacheFolder: string, name: string): LastOutcome | undefined {
  let file: string;
  try {
    file = readFileSync(path.join(cacheFolder, FILE), 'utf8');
  } catch {
    // Absent: the build that was to write it was killed, or there was none.
    return undefined;
  }
  const end = file.indexOf('\n');
  const text = file.slice(end + 1);
  return file.slice(0, end) === `${name} ${digest(text)}` ? JSON.parse(text) : undefined;
}
