import { articleKey } from './article-key.ts';
import type { Store } from './store.ts';
import type { Outcome, WorkerPool } from './worker-pool.ts';
import type { PrepareContext, PrepareItem, PrepareResult } from './worker-tasks.ts';

/** Where the record of a source is in the store, or how the worker ended that should have made it. */
export type LocatedRecord = Outcome<PrepareResult>;

export interface LocateOptions {
  readonly context: PrepareContext;
  readonly store: Store;
  /** Blob ids that git vouches for, by the items' labels and paths. */
  readonly blobs: ReadonlyMap<string, string> | undefined;
  /** Starts the workers when there is something for them to do. */
  readonly hire: () => Promise<WorkerPool>;
  readonly onProgress?: (done: number) => void;
  /** Called when the workers have been given something to do: time for what else takes a while. */
  readonly onHired?: () => void;
  /** What makes a record. Default: `prepare`, for records of cleaned articles. */
  readonly task?: 'prepare' | 'check';
  /** Whether the store has a record of this name that can't be out of date. Default: of a cleaned article. */
  readonly isCurrent?: (key: string) => boolean;
}

/** Articles a worker gets at once: it waits for its records to be written after each slice. */
const SLICE = 96;

/**
 * Sees to it that the store has a record of every source. Those that git knows and the store has are not read; the rest
 * is read by the workers, and cleaned unless the store has a record of the same bytes.
 *
 * @returns One for each item, in their order.
 */
export async function locateRecords(
  items: readonly PrepareItem[],
  {
    context,
    store,
    blobs,
    hire,
    onProgress,
    onHired,
    task = 'prepare',
    isCurrent = isCleaned(store),
  }: LocateOptions,
): Promise<readonly LocatedRecord[]> {
  const located = items.map((item) => locateByBlob(item, blobs, context, isCurrent));
  const unknown = items.filter((_, index) => located[index] === undefined);
  if (unknown.length === 0) return located as LocatedRecord[];
  const known = items.length - unknown.length;
  const pool = await hire();
  const running = pool.run<PrepareResult>(task, unknown, {
    shared: context,
    sliceSize: SLICE,
    itemMs: context.config.limits.articleMs,
    onProgress: (done) => onProgress?.(known + done),
  });
  onHired?.();
  const outcomes = await running;
  let next = 0;
  return located.map((record) => record ?? outcomes[next++]!);
}

function locateByBlob(
  { source, label }: PrepareItem,
  blobs: ReadonlyMap<string, string> | undefined,
  context: PrepareContext,
  isCurrent: (key: string) => boolean,
): LocatedRecord | undefined {
  const file = label + source.path;
  const blob = blobs?.get(file);
  if (blob === undefined) return undefined;
  const key = articleKey(file, blob, context.cleaningDigest);
  return isCurrent(key) ? { ok: true, result: { key, reused: true } } : undefined;
}

/** What a build that was killed has made besides is found by the workers, which read those sources. */
function isCleaned(store: Store): (key: string) => boolean {
  let current: ReadonlySet<string> | undefined;
  return (key) => {
    current ??= store.currentArticles();
    return current.has(key);
  };
}
