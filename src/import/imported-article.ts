/**
 * An article that came from somewhere else (a feed, a WordPress export), in the words of our front matter. Its texts are
 * plain and its URLs absolute http(s), but the body is as the source wrote it: hostile until the build cleans it.
 */
export interface ImportedArticle {
  /** Plain text in one line, never empty. */
  readonly title: string;
  /** UTC instant, ms; absent: the source names none. */
  readonly date?: number;
  /** UTC instant, ms, after `date`. */
  readonly updated?: number;
  /** Paths from parent to child. They say where a new article is filed; an article that is there keeps its own. */
  readonly categories: readonly (readonly string[])[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly thumbnail?: string;
  readonly excerpt?: string;
  /** Where the source published it. */
  readonly source?: string;
  /** What the source calls it, whatever becomes of its title and address. */
  readonly guid?: string;
  /** Address of the feed that it came in, of an article that has no address of its own. */
  readonly feed?: string;
  /** BCP 47; absent: the site's. */
  readonly lang?: string;
  /** Site-relative paths that redirect to it. */
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly pinned: boolean;
  /** HTML. */
  readonly body: string;
  /** The source was broken here, so that this may be less than there was: it makes an article, but never replaces one. */
  readonly damaged: boolean;
}
