import type { SiteConfig } from '../content/site-config.ts';
import type { Page, SiteChrome } from '../site/page.ts';
import type { SourceFile } from './find-sources.ts';
import type { ArticlePreparer } from './prepare-article.ts';
import { openStore, type Store } from './store.ts';

/** What a worker is told once, before its first slice. */
export interface TaskContext {
  readonly config: SiteConfig;
  /** Digest of everything that steers cleaning: part of every article's key. */
  readonly cleaningDigest: string;
  readonly cacheFolder: string;
  /** Absolute path of the output folder. */
  readonly outputFolder: string;
}

/** A source to prepare; `label` is what precedes its path in diagnostics, e.g. `articles/`. */
export interface PrepareItem {
  readonly source: SourceFile;
  readonly label: string;
  /** Taken when the file gives no date, in ms; absent: git's or the file system's. */
  readonly defaultDate?: number;
}

/** The key under which the store now holds the article's record. */
export interface PrepareResult {
  readonly key: string;
  /** The record was there already. */
  readonly reused: boolean;
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

export interface Tasks {
  readonly prepare: (
    items: readonly PrepareItem[],
    shared: undefined,
    begin: (item: number) => void,
  ) => Promise<PrepareResult[]>;
  readonly render: (
    items: readonly RenderItem[],
    shared: SiteChrome,
    begin: (item: number) => void,
  ) => Promise<RenderResult[]>;
}

/** The work a worker can be asked for. Each half loads its rooms when it is first needed. */
export function createTasks(context: TaskContext): Tasks {
  let store: Store | undefined;
  let preparer: ArticlePreparer | undefined;
  const opened = (): Store => {
    store ??= openStore(context.cacheFolder).store;
    return store;
  };
  return {
    prepare: async (items, _shared, begin) => {
      const { createArticlePreparer } = await import('./prepare-article.ts');
      preparer ??= createArticlePreparer(context, opened());
      const results: PrepareResult[] = [];
      for (const [index, item] of items.entries()) {
        begin(index);
        results.push(preparer(item));
      }
      await opened().flushed();
      return results;
    },
    render: async (items, chrome, begin) => {
      const { renderAndWrite } = await import('./render-and-write.ts');
      return renderAndWrite(items, chrome, { store: opened(), outputFolder: context.outputFolder, begin });
    },
  };
}
