import { type LocatedRecord, type LocateOptions, locateRecords, type RecordKind } from './locate-records.ts';
import type { ContentFolder } from './open-content.ts';
import type { Store } from './store.ts';
import type { Workforce } from './workforce.ts';

/** Where the records of all sources of a content folder are. */
export interface LocatedContent {
  /** One for each of the folder's articles, in their order. */
  readonly articles: readonly LocatedRecord[];
  /** The same for its pages. */
  readonly pages: readonly LocatedRecord[];
  /** The records' keys, articles first; a source whose worker died has none. */
  readonly keys: readonly string[];
}

export interface LocateContentOptions<Made> {
  readonly kind: RecordKind<Made>;
  readonly cacheFolder: string;
  readonly store: Store;
  readonly workforce: Workforce;
  readonly onProgress?: (done: number) => void;
  /** Called at most once, as in `LocateOptions`. */
  readonly onHired?: () => void;
  /** Default: of the content's cleaning. */
  readonly digest?: string;
}

/** Sees to it that the store has a record of every article and page. */
export async function locateContent<Made>(
  content: ContentFolder,
  { kind, cacheFolder, store, workforce, onProgress, onHired, digest }: LocateContentOptions<Made>,
): Promise<LocatedContent> {
  const { config, cleaningDigest } = content;
  let isBegun = false;
  const options: LocateOptions<Made> = {
    kind,
    context: { config, cleaningDigest: digest ?? cleaningDigest },
    cacheFolder,
    store,
    entries: content.entries,
    hire: () => {
      if (!isBegun) store.beginArticles();
      isBegun = true;
      return workforce.hire(config.limits);
    },
  };
  const articles = await locateRecords(content.articles, {
    ...options,
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(onHired === undefined ? {} : { onHired }),
  });
  const pages = await locateRecords(content.pages, options);
  const keys = [...articles, ...pages].flatMap((record) => (record.ok ? [record.result.key] : []));
  return { articles, pages, keys };
}
