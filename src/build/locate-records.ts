import { articleKey } from './article-key.ts';
import type { ArticleRecords } from './article-records.ts';
import { blobOf } from './git-entry.ts';
import { recallRecord } from './known-source.ts';
import type { PackedArticle } from './packed-article.ts';
import type { GitEntries } from './recognize-sources.ts';
import type { Store } from './store.ts';
import type { Outcome, WorkerPool } from './worker-pool.ts';
import type { PrepareContext, PrepareItem, TimedRecord } from './worker-tasks.ts';

/** The name of a source's record in the store. */
export interface RecordPlace {
  readonly key: string;
  /** It was there already. */
  readonly reused: boolean;
  /** How long it took to make it; absent when it was there. */
  readonly ms?: number;
}

/** Where the record of a source is in the store, or how the worker ended that should have made it. */
export type LocatedRecord = Outcome<RecordPlace>;

/** What is made of sources, and how it is kept. */
export interface RecordKind<Made> {
  readonly task: 'prepare' | 'check';
  /** Whether the store has a record of this name that can't be out of date. */
  readonly isCurrent: (key: string) => boolean;
  /** The record of a source, where that is known without its name being made. */
  readonly recall?: (item: PrepareItem) => LocatedRecord | undefined;
  readonly put: (key: string, made: Made) => void;
}

/** Records of cleaned articles, and their bodies. @param records - What is known of them, and is to learn of others. */
export function cleanedArticles(store: Store, records?: ArticleRecords): RecordKind<PackedArticle> {
  return {
    task: 'prepare',
    // Also what a build that was killed has made besides.
    isCurrent: (key) => records?.has(key) || (store.hasArticle(key) && !store.isDatedFromOutside(key)),
    ...(records && { recall: recallRecord }),
    put: (key, made) => {
      store.putArticle(key, made);
      records?.learn(key, made);
    },
  };
}

export interface LocateOptions<Made> {
  readonly context: Omit<PrepareContext, 'knownIn'>;
  readonly kind: RecordKind<Made>;
  /** Absolute. */
  readonly cacheFolder: string;
  readonly store: Store;
  /** What git vouches for, by the items' labels and paths. */
  readonly entries: GitEntries | undefined;
  /** Starts the workers when there is something for them to do. */
  readonly hire: () => Promise<WorkerPool>;
  readonly onProgress?: (done: number) => void;
  /** Called when the workers have been given something to do: time for what else takes a while. */
  readonly onHired?: () => void;
}

/** Articles a worker gets at once: it answers with the records of all. */
const SLICE = 96;

/**
 * Sees to it that the store has a record of every source. Those that git knows and the store has are not read; the rest
 * is read by the workers, and cleaned unless the store has a record of the same bytes.
 *
 * @returns One for each item, in their order.
 */
export async function locateRecords<Made>(
  items: readonly PrepareItem[],
  { context, kind, cacheFolder, store, entries, hire, onProgress, onHired }: LocateOptions<Made>,
): Promise<readonly LocatedRecord[]> {
  const { recall } = kind;
  const located = items.map((item) => recall?.(item) ?? locateByEntry(item, entries, context, kind));
  const unknown = items.filter((_, index) => located[index] === undefined);
  if (unknown.length === 0) return located as LocatedRecord[];
  const known = items.length - unknown.length;
  const pool = await hire();
  // What git does not vouch for has to be read before its name is known, which the store may have.
  const isNameless = ({ source, label }: PrepareItem) => entries?.has(label + source.path) !== true;
  const mayBeKnown = !store.isEmpty() && unknown.some(isNameless);
  const shared: PrepareContext = mayBeKnown ? { ...context, knownIn: cacheFolder } : context;
  const running = pool.run<RecordPlace>(kind.task, unknown, {
    shared,
    receive: (result) => putRecord(result as TimedRecord<Made>, kind),
    sliceSize: SLICE,
    itemMs: context.config.limits.articleMs,
    onProgress: (done) => onProgress?.(known + done),
  });
  onHired?.();
  const outcomes = await running;
  await store.committed();
  let next = 0;
  return located.map((record) => record ?? outcomes[next++]!);
}

/** Puts what a worker has made in the store. */
function putRecord<Made>(prepared: TimedRecord<Made>, { put }: Pick<RecordKind<Made>, 'put'>): RecordPlace {
  const { key, reused, ms } = prepared;
  if (!prepared.reused) put(key, prepared.made);
  return { key, reused, ...(ms !== undefined && { ms }) };
}

function locateByEntry<Made>(
  { source, label }: PrepareItem,
  entries: GitEntries | undefined,
  { cleaningDigest }: Pick<PrepareContext, 'cleaningDigest'>,
  { isCurrent }: Pick<RecordKind<Made>, 'isCurrent'>,
): LocatedRecord | undefined {
  const file = label + source.path;
  const entry = entries?.get(file);
  if (entry === undefined) return undefined;
  const key = articleKey(file, blobOf(entry), cleaningDigest);
  return isCurrent(key) ? { ok: true, result: { key, reused: true } } : undefined;
}
