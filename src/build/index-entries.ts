import type { SiteConfig } from '../content/site-config.ts';
import { describeArticle, type SiteEntry } from '../search/site-documents.ts';
import { BuildError } from './build-options.ts';
import { digestCode } from './code-digest.ts';
import { digest } from './digest.ts';
import type { IndexItem } from './index-articles.ts';
import type { RecordNames } from './locate-content.ts';
import { findPackedBody } from './spell-page.ts';
import type { Store } from './store.ts';
import type { Workforce } from './workforce.ts';

/** An article whose record is to be made. */
interface Unindexed {
  /** The article's key in the store: its record has the same. */
  readonly key: string;
  /** Of all that the record is made of: a record with another one is out of date. */
  readonly digest: string;
  readonly article: SiteEntry['article'];
}

const SLICE = 128;
/** No article takes long: its body is at hand, and clean. This only keeps a bug of ours from hanging the build. */
const ITEM_MS = 120_000;

/** Rooms whose code decides what the record of an article holds, and what a segment makes of it. */
const INDEXING_CODE = ['src/search'];

/** Names the code that makes the index: whatever another one has made is made anew. */
export function digestIndexingCode(): string {
  return digestCode(INDEXING_CODE);
}

export interface IndexingOptions {
  readonly store: Store;
  readonly workforce: Workforce;
  readonly config: SiteConfig;
  /** As `digestIndexingCode` gives it. */
  readonly code: string;
  /** From source path to key in the store. */
  readonly articleKeys: RecordNames;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Sees to it that the store has an up-to-date search record of every entry. */
export async function indexEntries(
  entries: readonly SiteEntry[],
  { store, workforce, config, code, articleKeys, onProgress }: IndexingOptions,
): Promise<void> {
  const items: Unindexed[] = [];
  for (const entry of entries) {
    const key = articleKeys.get(entry.key)!;
    const wanted = digest(code, entry.content);
    if (store.getTerms(key)?.digest === wanted) continue;
    items.push({ key, digest: wanted, article: entry.article });
  }
  if (items.length === 0) return;
  const pool = await workforce.hire(config.limits);
  const outcomes = await pool.run<undefined>('index', items, {
    spell: (item): IndexItem => {
      const { article } = item as Unindexed;
      return {
        body: findPackedBody(article.summary.bodyDigest, store),
        description: describeArticle(article),
      };
    },
    sliceSize: SLICE,
    itemMs: ITEM_MS,
    receive: (record, position) => {
      const { key, digest } = items[position]!;
      store.putTerms(key, { digest, record: record as Uint8Array });
    },
    onProgress: (done) => onProgress?.(done, items.length),
  });
  const failed = outcomes.find((outcome) => !outcome.ok);
  if (failed !== undefined && !failed.ok)
    throw new BuildError(
      `Indexing an article for the search failed: the worker ${failed.cause} (${failed.detail}).`,
    );
  // Whoever writes the segments reads them in another process.
  await store.committed();
}
