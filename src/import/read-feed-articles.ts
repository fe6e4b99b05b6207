import { hash } from 'node:crypto';
import { locateOffset } from '../content/locate-offset.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { articleFromItem } from './article-from-item.ts';
import { addressKey } from './article-index.ts';
import type { Feed } from './feed-item.ts';
import { reportImport } from './import-rules.ts';
import type { ImportedArticle } from './imported-article.ts';
import { parseFeed } from './parse-feed.ts';
import { plainTextOfHtml } from './plain-text-of-html.ts';

export interface FeedOptions {
  /** How diagnostics name the feed: its address or file. */
  readonly name: string;
  /** Address of the feed, absolute; absent: it is a file. */
  readonly feed?: string;
  /** From parent to child. Empty: the feed's title. */
  readonly category: readonly string[];
  /** IANA zone of dates without one. */
  readonly timeZone: string;
  /** BCP 47 tag of the site. */
  readonly language: string;
}

export type FeedArticles =
  | {
      readonly ok: true;
      /** In the order of the feed, each once. */
      readonly articles: readonly ImportedArticle[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Makes articles of a feed's text. */
export function readFeedArticles(text: string, options: FeedOptions): FeedArticles {
  const parsed = parseFeed(text, options.name);
  if (!parsed.ok) return parsed;
  const { feed } = parsed;
  const title = plainTextOfHtml(feed.title ?? '').trim();
  const base = baseOf(feed, options.feed);
  const context = {
    ...(base === undefined ? {} : { base }),
    ...(options.feed === undefined ? {} : { feed: options.feed }),
    ...(feed.language === undefined ? {} : { feedLanguage: feed.language }),
    ...(title === '' ? {} : { author: title }),
    category: options.category.length > 0 ? options.category : [title || hostOf(base) || 'Feed'],
    timeZone: options.timeZone,
    language: options.language,
  };
  const diagnostics = [...parsed.diagnostics];
  const articles = feed.items.map((item) => {
    const article = articleFromItem(item, context);
    if (item.published !== undefined && article.date === undefined) {
      const place = locateOffset(text, Math.max(0, text.indexOf(item.published)));
      const message = `The date of "${article.title}" can not be read: "${item.published}".`;
      diagnostics.push(reportImport('unread-date', options.name, place, message));
    }
    return article;
  });
  return { ok: true, articles: tellApart(articles), diagnostics };
}

/** What relative addresses are relative to: the site, else the feed. */
function baseOf({ link }: Feed, feed: string | undefined): string | undefined {
  const address = link?.trim() ?? '';
  return URL.canParse(address, feed) ? new URL(address, feed).href : feed;
}

function hostOf(address: string | undefined): string {
  return address !== undefined && URL.canParse(address)
    ? new URL(address).hostname.replace(/^www\./, '')
    : '';
}

/**
 * Makes sure that each article can be told from all others of the feed, now and next time, by its guid or else by its
 * address; articles that come twice are left out. Feeds with one guid or one address for all their items exist: there it
 * tells nothing, and is left out or replaced by a digest of what the item says.
 */
function tellApart(articles: readonly ImportedArticle[]): readonly ImportedArticle[] {
  const keyOf = ({ source }: ImportedArticle) => (source === undefined ? undefined : addressKey(source));
  const byGuid = groupBy(articles, ({ guid }) => guid);
  const byAddress = groupBy(articles, keyOf);
  const unique = new Map<string, ImportedArticle>();
  for (const article of articles) {
    const { guid: given, ...rest } = article;
    const address = keyOf(article);
    const isGuidTelling =
      given !== undefined && isAllAlike(byGuid.get(given)!, (one) => keyOf(one) ?? one.title);
    const isAddressTelling =
      address !== undefined && isAllAlike(byAddress.get(address)!, ({ title }) => title);
    const guid = isGuidTelling ? given : isAddressTelling ? undefined : digestOf(article);
    const key = guid === undefined ? `address ${address}` : `guid ${guid}`;
    if (!unique.has(key)) unique.set(key, guid === undefined ? rest : { ...rest, guid });
  }
  return [...unique.values()];
}

function groupBy<T>(
  values: readonly T[],
  keyOf: (value: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

function isAllAlike<T>(values: readonly T[], markOf: (value: T) => string): boolean {
  const first = markOf(values[0]!);
  return values.every((value) => markOf(value) === first);
}

/** A guid for an item without one that tells anything. */
function digestOf({ title, date, body }: ImportedArticle): string {
  const text = JSON.stringify([title, date ?? plainTextOfHtml(body).slice(0, 200)]);
  return `sha256:${hash('sha256', text, 'hex').slice(0, 32)}`;
}
