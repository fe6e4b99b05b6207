import { compareText } from '../site/article-order.ts';
import type { BriefTables } from './brief-tables.ts';
import { EntryCursor } from './entry-cursor.ts';
import { type GitEntry, isRegular, isSha1, pathOf } from './git-entry.ts';
import type { GitListing } from './git-listing.ts';
import { KnownSource, type SourceFolder } from './known-source.ts';

/** What git's index says of files, by their label and path. */
export type GitEntries = ReadonlyMap<string, GitEntry>;

/**
 * The files that are as git's index has them. Untracked and changed files, links, and files that git was told to take on
 * trust are absent, and have to be read.
 */
export interface RecognizedSources {
  /** Articles whose records are known, by path in code-unit order. */
  readonly known: readonly KnownSource[];
  /** All other files, in git's order. */
  readonly entries: GitEntries;
}

/**
 * Goes through a listing of git's beside what git said of the sources of the last build. What is the same is compared in
 * runs of rows, and nothing of it is decoded: a hundred thousand lines take some milliseconds.
 *
 * @param tables - Of the articles of the folder, in git's order; others are not found.
 * @param place - Of the articles. Where git's paths don't have its label, it is put before them.
 * @returns `undefined` when ids are not SHA-1.
 */
export function recognizeSources(
  { tracked, changed }: GitListing,
  tables: BriefTables,
  place: SourceFolder,
): RecognizedSources | undefined {
  const prefix = place.skipped === 0 ? place.label : '';
  const known: KnownSource[] = [];
  const entries = new Map<string, GitEntry>();
  const cursors = [
    tables.settled && { table: tables.settled, isDead: tables.listDead() },
    tables.recent && { table: tables.recent, isDead: new Uint8Array(tables.recent.rows) },
  ].flatMap((each) => {
    if (each === undefined) return [];
    const take = (row: number) => known.push(new KnownSource(each.table, row, place));
    return [{ cursor: new EntryCursor(each.table, each.isDead), take }];
  });
  const takeRun = (start: number, isNext: (cursor: EntryCursor) => boolean): number => {
    for (const { cursor, take } of cursors) {
      const length = isNext(cursor) ? cursor.findRun(tracked, start, take) : 0;
      if (length > 0) return length;
    }
    return 0;
  };
  for (let start = 0; start < tracked.length; ) {
    const run = takeRun(start, () => true);
    start += run;
    if (run > 0) continue;
    const entry = { bytes: tracked, start, end: tracked.indexOf(0, start) };
    if (!isSha1(tracked, start)) return undefined;
    const found = takeRun(start, (cursor) => cursor.pass(entry));
    if (found === 0 && isRegular(tracked, start)) entries.set(prefix + pathOf(entry), entry);
    start = found > 0 ? start + found : entry.end + 1;
  }
  for (const file of changed) entries.delete(prefix + file);
  return { known: inOrder(withoutChanged(known, changed, place), tracked), entries };
}

function withoutChanged(
  known: readonly KnownSource[],
  changed: readonly string[],
  { label, skipped }: SourceFolder,
): readonly KnownSource[] {
  if (changed.length === 0) return known;
  const files = new Set(changed);
  const before = skipped === 0 ? '' : label;
  return known.filter(({ path }) => !files.has(before + path));
}

/** First bytes of what UTF-16 has two code units for, which come before some of those with one. */
const BEYOND_UNITS = [0xf0, 0xf1, 0xf2, 0xf3, 0xf4];

/** From git's order, which is that of code points, to that of code units. */
function inOrder(known: readonly KnownSource[], tracked: Buffer): readonly KnownSource[] {
  if (!BEYOND_UNITS.some((byte) => tracked.includes(byte))) return known;
  return known.toSorted((a, b) => compareText(a.path, b.path));
}
