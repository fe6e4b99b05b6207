import type { SiteConfig } from '../content/site-config.ts';
import type { Page, SiteChrome } from '../site/page.ts';
import type { StoredSourceChecker } from './check-sources.ts';
import type { SourceFile } from './find-sources.ts';
import type { IndexItem } from './index-articles.ts';
import { attachStore } from './lmdb-store.ts';
import type { ArticlePreparer } from './prepare-article.ts';
import type { Store } from './store.ts';
import type { SegmentItem, SegmentResult } from './write-segments.ts';

/** What steers the cleaning of a run's articles; goes with every slice. */
export interface PrepareContext {
  readonly config: SiteConfig;
  /** Digest of everything that steers cleaning: part of every article's key. */
  readonly cleaningDigest: string;
  /** Absolute. */
  readonly cacheFolder: string;
}

/** A source to prepare; `label` is what precedes its path in diagnostics, e.g. `articles/`. */
export interface PrepareItem {
  readonly source: SourceFile;
  readonly label: string;
  /** A page: it has no date of its own, and shows none. */
  readonly dateless?: boolean;
}

/** The key under which the store now holds the article's record. */
export interface PrepareResult {
  readonly key: string;
  /** The record was there already. */
  readonly reused: boolean;
  /** How long it took to make it; absent when it was there. */
  readonly ms?: number;
}

export interface RenderContext {
  readonly chrome: SiteChrome;
  /** Absolute. */
  readonly cacheFolder: string;
  /** Absolute. */
  readonly outputFolder: string;
}

export interface RenderItem {
  readonly page: Page;
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
  ) => Promise<PrepareResult[]>;
  readonly check: (
    items: readonly PrepareItem[],
    context: PrepareContext,
    begin: (item: number) => void,
  ) => Promise<PrepareResult[]>;
  readonly render: (
    items: readonly RenderItem[],
    context: RenderContext,
    begin: (item: number) => void,
  ) => Promise<RenderResult[]>;
  /** Makes the search records of articles. */
  readonly index: (
    items: readonly IndexItem[],
    cacheFolder: string,
    begin: (item: number) => void,
  ) => Promise<true[]>;
  /** Writes segments of the search index. */
  readonly segment: (
    items: readonly SegmentItem[],
    folders: Pick<RenderContext, 'cacheFolder' | 'outputFolder'>,
    begin: (item: number) => void,
  ) => Promise<SegmentResult[]>;
  /** Loads the rooms of what is to come, while the caller is busy with other things. */
  readonly load: (items: readonly WorkAhead[]) => Promise<true[]>;
  /** Whether the stores of cache folders can be read from end to end. */
  readonly inspect: (cacheFolders: readonly string[]) => Promise<boolean[]>;
}

/** The work a worker can be asked for. Each kind loads its rooms when it is first needed. */
export function createTasks(): Tasks {
  let opened: { readonly folder: string; readonly store: Store } | undefined;
  let checker: { readonly digest: string; readonly check: StoredSourceChecker } | undefined;
  let preparer: { readonly digest: string; readonly prepare: ArticlePreparer } | undefined;

  async function storeIn(folder: string): Promise<Store> {
    if (opened?.folder !== folder) {
      await opened?.store.close();
      preparer = undefined;
      checker = undefined;
      opened = { folder, store: attachStore(folder) };
    }
    return opened.store;
  }

  return {
    prepare: async (items, context, begin) => {
      const { createArticlePreparer } = await import('./prepare-article.ts');
      const store = await storeIn(context.cacheFolder);
      if (preparer?.digest !== context.cleaningDigest) {
        preparer = { digest: context.cleaningDigest, prepare: createArticlePreparer(context, store) };
      }
      const results: PrepareResult[] = [];
      for (const [index, item] of items.entries()) {
        begin(index);
        const began = performance.now();
        const result = preparer.prepare(item);
        results.push(result.reused ? result : { ...result, ms: performance.now() - began });
      }
      await store.committed();
      return results;
    },
    index: async (items, cacheFolder, begin) => {
      const { indexArticles } = await import('./index-articles.ts');
      const store = await storeIn(cacheFolder);
      const results = indexArticles(items, store, begin);
      await store.committed();
      return results;
    },
    segment: async (items, { cacheFolder, outputFolder }, begin) => {
      const { writeSegments } = await import('./write-segments.ts');
      const store = await storeIn(cacheFolder);
      return writeSegments(items, outputFolder, { store, begin });
    },
    check: async (items, context, begin) => {
      const { createStoredSourceChecker } = await import('./check-sources.ts');
      const store = await storeIn(context.cacheFolder);
      if (checker?.digest !== context.cleaningDigest)
        checker = { digest: context.cleaningDigest, check: createStoredSourceChecker(context, store) };
      const results: PrepareResult[] = [];
      for (const [index, item] of items.entries()) {
        begin(index);
        results.push(checker.check(item));
      }
      await store.committed();
      return results;
    },
    load: (items) =>
      Promise.all(
        items.map(async (ahead) => {
          if (ahead === 'prepare') await import('./prepare-article.ts');
          else if (ahead === 'check') await import('./check-sources.ts');
          else {
            await Promise.all([
              import('./render-and-write.ts'),
              import('./index-articles.ts'),
              import('./write-segments.ts'),
            ]);
          }
          return true as const;
        }),
      ),
    inspect: (cacheFolders) => Promise.all(cacheFolders.map(isReadable)),
    render: async (items, context, begin) => {
      const { renderAndWrite } = await import('./render-and-write.ts');
      const store = await storeIn(context.cacheFolder);
      return renderAndWrite(items, context, { store, begin });
    },
  };
}

async function isReadable(cacheFolder: string): Promise<boolean> {
  try {
    const store = attachStore(cacheFolder);
    store.inspect();
    await store.close();
    return true;
  } catch {
    // What is wrong is of no account: a store that can't be read whole is made anew.
    return false;
  }
}
