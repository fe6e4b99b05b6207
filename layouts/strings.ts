import type { Locale } from 'date-fns';
import type { ProjectLinkKind } from '../src/site/project-sources.ts';
import { en } from './strings/en.ts';
import { zhCn } from './strings/zh-cn.ts';
import { zhTw } from './strings/zh-tw.ts';

/**
 * Every word that the layouts add to a page, in one language. A language is a file in `strings/` that fills this type:
 * a missing one does not compile. Counts are whole numbers, at least 0.
 */
export interface Strings {
  /** date-fns locale for names of months and days. */
  readonly dateLocale: Locale;
  /** date-fns pattern of a day of a month whose year is known, without a place to break inside of the date. */
  readonly dayPattern: string;
  readonly year: (year: number) => string;
  /** Between names in a row of authors. */
  readonly listSeparator: string;

  readonly skipToContent: string;
  readonly home: string;
  readonly sections: string;
  readonly siteLinks: string;
  readonly breadcrumb: string;
  readonly subscribe: string;

  readonly search: string;
  readonly searchSite: string;
  readonly searchHint: string;
  readonly searchWithoutScript: string;
  readonly searchResults: string;
  readonly searchBusy: string;
  /** Before a number of articles. */
  readonly searchFound: string;
  /** After it, when there may be older ones. */
  readonly searchMore: string;
  readonly searchNone: string;
  /** Above articles that have the words of a text, since none has all of it. */
  readonly searchRelaxed: string;
  readonly searchFailed: string;
  readonly searchOlder: string;
  readonly searchFilters: string;
  readonly searchCategory: string;
  readonly searchFrom: string;
  readonly searchUntil: string;
  readonly searchAny: string;

  readonly latest: string;
  readonly categories: string;
  readonly subcategories: string;
  readonly archive: string;
  readonly tags: string;
  readonly authors: string;
  readonly projects: string;
  readonly trendingProjects: string;
  readonly more: string;
  readonly empty: string;
  readonly articleCount: (count: number) => string;
  readonly tagCount: (count: number) => string;
  readonly authorCount: (count: number) => string;
  readonly projectCount: (count: number) => string;
  readonly mentionCount: (count: number) => string;

  readonly pagination: string;
  readonly newer: string;
  readonly older: string;
  /** Leads to the months before and after the one shown. */
  readonly otherMonths: string;
  readonly pageNumber: (page: number) => string;

  readonly readingTime: (minutes: number) => string;
  readonly updated: string;
  readonly pinned: string;
  readonly draft: string;
  readonly future: string;
  readonly isNew: string;
  readonly outline: string;
  readonly source: string;
  readonly readOriginal: string;
  readonly filedUnder: string;
  readonly mentionedProjects: string;
  readonly related: string;
  readonly neighbours: string;
  readonly previous: string;
  readonly next: string;
  readonly share: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly copyCode: string;
  readonly codeCopied: string;
  readonly openPicture: string;
  readonly enlargePicture: string;
  readonly close: string;

  readonly readerControls: string;
  readonly theme: string;
  readonly themes: { readonly [name in Theme]: string };
  readonly textSize: string;
  readonly textSizes: { readonly [name in TextSize]: string };
  readonly lineWidth: string;
  readonly lineWidths: { readonly [name in LineWidth]: string };
  readonly typeface: string;
  readonly typefaces: { readonly [name in Typeface]: string };

  readonly otherNames: string;
  /** What is behind the ways out of a project's page. */
  readonly projectLinkKinds: { readonly [kind in ProjectLinkKind]: string };
  readonly mentions: string;
  readonly firstMention: string;
  readonly latestMention: string;
  readonly mentionsOverTime: string;
  readonly asTable: string;
  readonly monthColumn: string;
  readonly yearColumn: string;
  readonly articlesColumn: string;
  readonly companions: string;
  readonly sharedArticles: (count: number) => string;
  readonly mostMentioned: string;
  readonly byInitial: string;
  /** For names that begin with no letter. */
  readonly otherInitial: string;
  readonly filterNames: string;
  readonly filterFindsNone: string;
  /** Before the title of the last article that named the same project. */
  readonly previousMention: string;
  /** One line about a link to a project: its name, and the last article that named it, if there is one. */
  readonly projectPreview: (name: string, title?: string, date?: string) => string;

  readonly notFoundHint: string;
  readonly offlineHint: string;
  readonly nothingSaved: string;
  readonly moved: string;
}

/** What a reader can choose. The first of each is the default and needs no attribute on the page. */
export type Theme = 'system' | 'light' | 'sepia' | 'dark';
export type TextSize = 'medium' | 'small' | 'large' | 'huge';
export type LineWidth = 'normal' | 'narrow' | 'wide';
export type Typeface = 'sans' | 'serif';

/**
 * The strings for a BCP 47 language tag: Traditional Chinese for the script and the regions that write it, Simplified for
 * every other Chinese, English for every other language.
 */
export function stringsFor(language: string): Strings {
  const tag = language.toLowerCase();
  if (/^zh\b(?=.*-(?:hant|tw|hk|mo)\b)/.test(tag)) return zhTw;
  if (/^zh\b/.test(tag)) return zhCn;
  return en;
}
