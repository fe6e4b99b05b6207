import type { SiteConfig } from '../content/site-config.ts';
import type { SafeHtml } from '../html/safe-html.ts';
import type { Site, SiteArticle } from '../site/site.ts';

/** Finds a body by its digest. */
export type BodyLookup = (bodyDigest: string) => SafeHtml | undefined;

/** A feed before it is written in one format or another. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Site-relative URL of what it is the feed of; ends in `/`. */
  readonly url: string;
  /** Newest first. */
  readonly articles: readonly SiteArticle[];
}

/** The names of a feed's files, below the URL of what it is the feed of. */
export const FEED_FILES = Object.freeze({ rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' });

/** The feed of the whole site, then that of each top category. */
export function defineFeeds(site: Site, config: SiteConfig): readonly Feed[] {
  const { title, description } = config;
  const newest = (articles: readonly SiteArticle[]): readonly SiteArticle[] =>
    takeFirst(articles, isPublic, config.feeds.size);
  return [
    { title, description: description || title, url: '/', articles: newest(site.articles) },
    ...site.categories.map((category) => ({
      title: `${category.name} - ${title}`,
      description: category.description || `${category.name} - ${title}`,
      url: category.url,
      articles: newest(category.articles),
    })),
  ];
}

/** Drafts and articles of the future are for previews, not for subscribers and search engines. */
export function isPublic({ summary, future }: SiteArticle): boolean {
  return !summary.draft && !future;
}

/** When something in a feed last changed: nothing here knows the clock. */
export function lastChange(articles: readonly SiteArticle[]): number | undefined {
  if (articles.length === 0) return undefined;
  return Math.max(...articles.map(lastChangeOf));
}

/** When an article last changed: UTC instant, ms. */
export function lastChangeOf({ summary: { date, updated } }: SiteArticle): number {
  return Math.max(date, updated ?? 0);
}

function takeFirst<T>(items: readonly T[], accept: (item: T) => boolean, count: number): readonly T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === count) break;
    if (accept(item)) taken.push(item);
  }
  return taken;
}
