import { findSource } from './known-source.ts';
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
  /** Articles whose record was in the store. */
  readonly reused: number;
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
  const keys: string[] = [];
  let reused = 0;
  for (const record of articles) {
    if (!record.ok) continue;
    keys.push(record.result.key);
    if (record.result.reused) reused++;
  }
  for (const record of pages) if (record.ok) keys.push(record.result.key);
  return { articles, pages, keys, reused };
}

/** Names of articles' records, by their source paths. Few are asked for where little has changed. */
export type RecordNames = Pick<ReadonlyMap<string, string>, 'get'>;

/** @param content - Whose records these are. */
export function nameRecords(
  { articles }: Pick<ContentFolder, 'articles'>,
  located: LocatedContent,
): RecordNames {
  return {
    get: (path) => {
      const at = findSource(articles, path);
      const record = articles[at]?.source.path === path ? located.articles[at] : undefined;
      return record?.ok ? record.result.key : undefined;
    },
  };
}
