import type { SearchProgress } from '../../src/search/search-index.ts';
import type { SearchResult } from '../../src/search/search-result.ts';

/** What the search page asks of its worker. Each search has a number; what is said of an older one is not listened to. */
export type SearchRequest =
  | {
      readonly kind: 'open';
      /** URL of the index's folder, with a slash at the end. */
      readonly indexUrl: string;
      /** The site's base path, with a slash at the end. */
      readonly basePath: string;
    }
  | { readonly kind: 'search'; readonly id: number; readonly text: string; readonly count: number }
  | { readonly kind: 'more'; readonly id: number; readonly count: number };

/** What it answers. */
export type SearchAnswer =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: SearchProgress }
  | { readonly kind: 'result'; readonly id: number; readonly result: SearchResult }
  /** As many results as were asked for have been given, or, when it is done, all that there are. */
  | { readonly kind: 'pause'; readonly id: number; readonly isDone: boolean }
  | { readonly kind: 'failure'; readonly id: number };
