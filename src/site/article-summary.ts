import type { AddressPlaces } from '../content/address-places.ts';
import type { ProjectMention } from '../html/cleaned-body.ts';
import type { ProjectNaming } from './project-naming.ts';

/** A picture with its known size, for cards and headers. */
export interface Thumbnail {
  /** Absolute http(s) or site-relative URL. */
  readonly src: string;
  /** In CSS pixels, when known. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * All that the site knows of an article but its body: what is held whole, for every article, while the site is arranged.
 * Keep it small.
 */
export interface ArticleSummary {
  /** Stands for all of it: equal keys, equal summaries. Absent: it was not taken from a store. */
  readonly key?: string;
  /** Relative to the articles folder. */
  readonly sourcePath: string;
  readonly title: string;
  /** UTC instants, ms since the epoch. */
  readonly date: number;
  readonly updated?: number;
  readonly categories: readonly (readonly string[])[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** Absent: none given, or a random picture; layouts draw a placeholder. */
  readonly thumbnail?: Thumbnail;
  /** Plain text. */
  readonly excerpt: string;
  readonly sourceUrl?: string;
  readonly lang?: string;
  readonly slug?: string;
  readonly permalink?: string;
  readonly abbrlink?: string;
  readonly aliases: readonly string[];
  readonly addressPlaces?: AddressPlaces;
  /** As the function of that name makes it: of summaries from a store. */
  readonly defaultUrl?: string;
  /** As `identifyTexts` makes it: of summaries from a store. */
  readonly textIdentity?: number;
  /** As `markSummary` makes it: of summaries from a store. */
  readonly markHigh?: number | undefined;
  readonly markLow?: number | undefined;
  readonly draft: boolean;
  readonly pinned: boolean;
  readonly comments: boolean;
  readonly toc?: boolean;
  /** At least 1. */
  readonly readingMinutes: number;
  /** Characters of scripts without spaces plus words of the others. */
  readonly wordCount: number;
  readonly projects: readonly ProjectMention[];
  /** See `NamingSource`. */
  readonly namings?: readonly ProjectNaming[];
  /** Addresses of the site's own pictures in the body whose size is not told there; absent: none. */
  readonly ownPictures?: readonly string[];
  /** Digest of the cleaned body (HTML, outline, images): stands for it in page keys. */
  readonly bodyDigest: string;
}
