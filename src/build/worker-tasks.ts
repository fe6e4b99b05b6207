import type { CheckRecord } from '../check/check-record.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Page, SiteChrome } from '../site/page.ts';
import type { StoredSourceChecker } from './check-sources.ts';
import type { SourceFile } from './find-sources.ts';
import type { IndexItem } from './index-articles.ts';
import type { PackedArticle } from './packed-article.ts';
import type { ArticlePreparer } from './prepare-article.ts';
import type { Store } from './store.ts';
import type { SegmentItem, SegmentResult } from './write-segments.ts';

/** What steers the cleaning of a run's articles; goes with every slice. */
export interface PrepareContext {
  readonly config: SiteConfig;
  /** Digest of everything that steers cleaning: part of every article's key. */
  readonly cleaningDigest: string;
  /** Absolute. Of the store that may have records already; absent: it has none. */
  readonly knownIn?: string;
}

/** A source to prepare; `label` is what precedes its path in diagnostics, e.g. `articles/`. */
export interface PrepareItem {
  readonly source: SourceFile;
  readonly label: string;
  /** A page: it has no date of its own, and shows none. */
  readonly dateless?: boolean;
}

/** The key of a source's record, and the record itself unless the store has it already: whoever asked is to put it there. */
export type Prepared<Made> =
  | { readonly key: string; readonly reused: true }
  | { readonly key: string; readonly reused: false; readonly made: Made };

/** The same, with how long it took. */
export type TimedRecord<Made> = Prepared<Made> & { readonly ms?: number };

export interface RenderContext {
  readonly chrome: SiteChrome;
  /** Absolute. */
  readonly outputFolder: string;
}

export interface RenderItem {
  readonly page: Page;
  /** Of a page that has one; packed. */
  readonly body?: Uint8Array;
}

export interface RenderResult {
  readonly digest: string;
  readonly size: number;
  readonly written: boolean;
}

/** Works through the items; calls `begin` with an item's position before touching it, so that a death can be blamed. */
export type Task = (
  items: readonly unknown[],
  shared: unknown,
  begin: (item: number) => void,
) => Promise<unknown[]>;

/** What a worker can get ready for: `prepare`, all that comes after it, or `check`. */
export type WorkAhead = 'prepare' | 'publish' | 'check';

export interface Tasks {
  readonly prepare: (
    items: readonly PrepareItem[],
    context: PrepareContext,
    begin: (item: number) => void,
  ) => Promise<TimedRecord<PackedArticle>[]>;
  readonly check: (
    items: readonly PrepareItem[],
    context: PrepareContext,
    begin: (item: number) => void,
  ) => Promise<Prepared<CheckRecord>[]>;
  readonly render: (
    items: readonly RenderItem[],
    context: RenderContext,
    begin: (item: number) => void,
  ) => Promise<RenderResult[]>;
  /** Makes the search records of articles. */
  readonly index: (
    items: readonly IndexItem[],
    context: undefined,
    begin: (item: number) => void,
  ) => Promise<Uint8Array[]>;
  /** Writes segments of the search index. */
  readonly segment: (
    items: readonly SegmentItem[],
    folders: Pick<RenderContext, 'outputFolder'>,
    begin: (item: number) => void,
  ) => Promise<SegmentResult[]>;
  /** Loads the rooms of what is to come and goes through the motions, while the caller is busy with other things. */
  readonly load: (items: readonly WorkAhead[]) => Promise<true[]>;
  /** Whether the stores of cache folders can be read from end to end. */
  readonly inspect: (cacheFolders: readonly string[]) => Promise<boolean[]>;
}

/**
 * The work a worker can be asked for. Each kind loads its rooms when it is first needed. Workers are sent what they need of
 * the store, and answer what is to be put there: LMDB would map what each of them reads into each of them.
 */
export function createTasks(): Tasks {
  let opened: { readonly folder: string; readonly store: Store } | undefined;
  let checker: (Steering & { readonly check: StoredSourceChecker }) | undefined;
  let preparer: (Steering & { readonly prepare: ArticlePreparer }) | undefined;

  async function storeIn(folder: string): Promise<Store> {
    if (opened?.folder !== folder) {
      await opened?.store.close();
      const { attachStore } = await import('./lmdb-store.ts');
      opened = { folder, store: attachStore(folder) };
    }
    return opened.store;
  }

  const knownRecords = async ({ knownIn }: PrepareContext) =>
    knownIn === undefined ? undefined : await storeIn(knownIn);

  return {
    prepare: async (items, context, begin) => {
      const { createArticlePreparer } = await import('./prepare-article.ts');
      const known = await knownRecords(context);
      if (preparer?.digest !== context.cleaningDigest || preparer.known !== known) {
        const { cleaningDigest: digest } = context;
        preparer = { digest, known, prepare: createArticlePreparer(context, known) };
      }
      return items.map((item, index) => {
        begin(index);
        const began = performance.now();
        const result = preparer!.prepare(item);
        return result.reused ? result : { ...result, ms: performance.now() - began };
      });
    },
    index: async (items, _context, begin) => {
      const { indexArticles } = await import('./index-articles.ts');
      return indexArticles(items, begin);
    },
    segment: async (items, { outputFolder }, begin) => {
      const { writeSegments } = await import('./write-segments.ts');
      return writeSegments(items, outputFolder, begin);
    },
    check: async (items, context, begin) => {
      const { createStoredSourceChecker } = await import('./check-sources.ts');
      const known = await knownRecords(context);
      if (checker?.digest !== context.cleaningDigest || checker.known !== known) {
        const { cleaningDigest: digest } = context;
        checker = { digest, known, check: createStoredSourceChecker(context, known) };
      }
      return items.map((item, index) => {
        begin(index);
        return checker!.check(item);
      });
    },
    load: (items) =>
      Promise.all(
        items.map(async (ahead) => {
          if (ahead === 'prepare') (await import('./prepare-article.ts')).rehearse();
          else if (ahead === 'check') await import('./check-sources.ts');
          else {
            const [{ rehearse }] = await Promise.all([
              import('./render-and-write.ts'),
              import('./index-articles.ts'),
              import('./write-segments.ts'),
            ]);
            await rehearse();
          }
          return true as const;
        }),
      ),
    inspect: (cacheFolders) => Promise.all(cacheFolders.map(isReadable)),
    render: async (items, context, begin) => {
      const { renderAndWrite } = await import('./render-and-write.ts');
      return renderAndWrite(items, context, begin);
    },
  };
}

/** What is made for one of it serves as long as it stays the same. */
interface Steering {
  readonly digest: string;
  readonly known: Store | undefined;
}

async function isReadable(cacheFolder: string): Promise<boolean> {
  try {
    const { attachStore } = await import('./lmdb-store.ts');
    const store = attachStore(cacheFolder);
    store.inspect();
    await store.close();
    return true;
  } catch {
    // What is wrong is of no account: a store that can't be read whole is made anew.
    return false;
  }
}
