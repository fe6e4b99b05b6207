import { type Database, open, type RootDatabase } from 'lmdb';
import type { CheckRecord } from '../check/check-record.ts';
import type { BundledFile } from './assets.ts';
import type { BuildState, LastBuild, LastCheck } from './store.ts';

/** What is kept in a store's file, each kind by itself. */
export interface StoreDatabases {
  readonly root: RootDatabase;
  /** Packed, as the pages' parts. */
  readonly articles: Database<Buffer, string>;
  /** All in two records: see `article-records.ts`. */
  readonly briefs: Database<Buffer, string>;
  readonly undated: Database<true, string>;
  /** All in one record: to look for a hundred thousand of them one by one, or to read past the records, takes a second. */
  readonly current: Database<string, string>;
  readonly bodies: Database<Buffer, string>;
  /** The digest's characters, then the record. */
  readonly terms: Database<Buffer, string>;
  readonly search: Database<Buffer, string>;
  /** All in one record, and another for the groups of pages: see `output-records.ts` and `group-records.ts`. */
  readonly outputs: Database<Buffer, string>;
  readonly parts: Database<Buffer, string>;
  readonly checks: Database<CheckRecord, string>;
  readonly lastCheck: Database<LastCheck, string>;
  readonly bundles: Database<readonly BundledFile[], string>;
  readonly state: Database<BuildState, string>;
  readonly last: Database<LastBuild, string>;
}

/** By name. */
const ENCODINGS = {
  articles: 'binary',
  briefs: 'binary',
  undated: 'json',
  current: 'string',
  bodies: 'binary',
  terms: 'binary',
  search: 'binary',
  outputs: 'binary',
  parts: 'binary',
  checks: 'json',
  lastCheck: 'json',
  bundles: 'json',
  state: 'json',
  last: 'json',
} as const satisfies Record<Exclude<keyof StoreDatabases, 'root'>, 'binary' | 'string' | 'json'>;

export const DATABASE_NAMES: readonly string[] = Object.keys(ENCODINGS);

/**
 * Opens a store's file, making it when there is none. It is mapped piece by piece, as it is read: mapped whole, each process
 * would come to hold all of it, which at 100,000 articles is a gigabyte, three times.
 */
export function openDatabases(file: string): StoreDatabases {
  const root = open({ path: file, noSubdir: true, maxDbs: 16, encoding: 'json', remapChunks: true });
  const databases = Object.entries(ENCODINGS).map(([name, encoding]) => [
    name,
    root.openDB({ name, encoding }),
  ]);
  return { root, ...Object.fromEntries(databases) } as StoreDatabases;
}

/** All but the root. */
export function listDatabases({ root: _root, ...databases }: StoreDatabases): Database<unknown, string>[] {
  return Object.values(databases) as Database<unknown, string>[];
}

/** Whether a database holds nothing; none of its records is looked for. */
export function isEmpty(database: Database<unknown, string>): boolean {
  return (database.getStats() as { readonly entryCount: number }).entryCount === 0;
}

/** Of a tree's pages, as LMDB counts them. */
interface TreeStats {
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

/** Pages of the file, of 4 KiB, and those that hold something. */
export function countPages(databases: StoreDatabases): { readonly all: number; readonly used: number } {
  const { lastPageNumber } = databases.root.getStats() as { readonly lastPageNumber: number };
  const used = listDatabases(databases).reduce((sum, database) => {
    const { treeBranchPageCount, treeLeafPageCount, overflowPages } = database.getStats() as TreeStats;
    return sum + treeBranchPageCount + treeLeafPageCount + overflowPages;
  }, 0);
  return { all: lastPageNumber + 1, used };
}
