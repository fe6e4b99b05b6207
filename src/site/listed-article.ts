import type { ArticleSummary, Thumbnail } from './article-summary.ts';
import type { ArticleCard, CategoryLink } from './page.ts';

/**
 * The card of an article while pages are planned. Its excerpt is asked for when it is read, since most cards are never
 * shown: `toJSON` makes the plain card of it.
 */
export class ListedArticle implements ArticleCard {
  readonly url: string;
  readonly title: string;
  readonly date: number;
  readonly thumbnail?: Thumbnail;
  readonly category: readonly CategoryLink[];
  readonly author?: string;
  readonly readingMinutes: number;
  readonly lang?: string;
  readonly pinned?: boolean;
  readonly draft?: boolean;
  readonly #identity: string;
  readonly #summary: ArticleSummary;
  #card: ArticleCard | undefined;

  /** @param identity - Stands for all that follows. @param category - Path of the first category; empty when it has none. */
  constructor(identity: string, summary: ArticleSummary, url: string, category: readonly CategoryLink[]) {
    const { title, date, thumbnail, authors, readingMinutes, lang, pinned, draft } = summary;
    this.url = url;
    this.title = title;
    this.date = date;
    if (thumbnail !== undefined) this.thumbnail = thumbnail;
    this.category = category;
    if (authors[0] !== undefined) this.author = authors[0];
    this.readingMinutes = readingMinutes;
    if (lang !== undefined) this.lang = lang;
    if (pinned) this.pinned = pinned;
    if (draft) this.draft = draft;
    this.#identity = identity;
    this.#summary = summary;
  }

  get excerpt(): string {
    return this.#summary.excerpt;
  }

  get identity(): string {
    return this.#identity;
  }

  /** The same each time: an article is listed on half a dozen pages. */
  toJSON(): ArticleCard {
    this.#card ??= { ...this, excerpt: this.excerpt };
    return this.#card;
  }
}
