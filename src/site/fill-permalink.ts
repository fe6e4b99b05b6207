import { fillPattern, listPatternNames, type PermalinkName } from '../content/permalink-pattern.ts';
import { defaultSiteConfig } from '../content/site-config-defaults.ts';
import type { ArticleSummary } from './article-summary.ts';
import { shortHash } from './short-hash.ts';
import { createLocalClock } from './site-calendar.ts';
import { slugifyTerm } from './term-slug.ts';

/** Letters of a default URL's id: 50 bits. */
export const ID_LENGTH = 10;

/** What of an article can be a part of its address. */
export type AddressedArticle = Pick<
  ArticleSummary,
  'sourcePath' | 'title' | 'date' | 'categories' | 'slug' | 'abbrlink'
>;

/** What the `permalink` of `site.yaml` makes of an article. */
export interface PermalinkFiller {
  readonly fill: (summary: AddressedArticle) => string;
  /** Whether a `slug`, or an `abbrlink`, has its place in the pattern; else it makes an address of its own. */
  readonly takesSlug: boolean;
  readonly takesAbbrlink: boolean;
}

/**
 * @param pattern - Without faults; see `findPatternFault`.
 * @param timeZone - IANA name: an article's day is that of the site.
 * @returns undefined for the pattern of default URLs, which every article has anyway.
 */
export function createPermalinkFiller(
  pattern: string | undefined,
  timeZone: string,
): PermalinkFiller | undefined {
  if (pattern === undefined || pattern === defaultSiteConfig.permalink) return undefined;
  const names = new Set(listPatternNames(pattern));
  const toLocal = createLocalClock(timeZone);
  return {
    takesSlug: ['slug', 'name', 'title'].some((name) => names.has(name)),
    takesAbbrlink: names.has('abbrlink'),
    fill: (summary) => {
      const date = new Date(toLocal(summary.date));
      const filled = fillPattern(pattern, (name) => readValue(name, summary, date));
      return filled.startsWith('/') ? filled : `/${filled}`;
    },
  };
}

function readValue(name: PermalinkName, summary: AddressedArticle, date: Date): string {
  switch (name) {
    case 'id':
    case 'hash':
      return idOf(summary);
    case 'abbrlink':
      return summary.abbrlink === undefined ? idOf(summary) : slugifyTerm(summary.abbrlink);
    case 'slug':
    case 'name':
      return nameOf(summary);
    case 'title':
      return [...foldersOf(summary).map(slugifyTerm), nameOf(summary)].join('/');
    case 'post_title':
      return slugifyTerm(summary.title);
    case 'category':
      return (summary.categories[0] ?? ['uncategorized']).map(slugifyTerm).join('/');
    case 'year':
      return pad(date.getUTCFullYear(), 4);
    case 'month':
      return pad(date.getUTCMonth() + 1, 2);
    case 'day':
      return pad(date.getUTCDate(), 2);
    case 'i_month':
      return String(date.getUTCMonth() + 1);
    case 'i_day':
      return String(date.getUTCDate());
    case 'hour':
      return pad(date.getUTCHours(), 2);
    case 'minute':
      return pad(date.getUTCMinutes(), 2);
    case 'second':
      return pad(date.getUTCSeconds(), 2);
  }
}

function idOf({ sourcePath }: AddressedArticle): string {
  return shortHash(sourcePath.normalize('NFC'), ID_LENGTH);
}

function foldersOf({ sourcePath }: AddressedArticle): readonly string[] {
  return sourcePath.split('/').slice(0, -1);
}

function nameOf({ sourcePath, slug }: AddressedArticle): string {
  return slugifyTerm(
    slug ??
      sourcePath
        .split('/')
        .at(-1)!
        .replace(/\.[^.]*$/, ''),
  );
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
