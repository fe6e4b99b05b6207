import type { AddressPlaces } from './address-places.ts';

/** A value that JSON can hold: what unknown front-matter keys are kept as. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** How a body is written. Markdown is rendered to HTML before it is cleaned; HTML is cleaned as it is. */
export type BodyFormat = 'markdown' | 'html';

/**
 * An article as its file says it: front matter read, checked and repaired, the body untouched (hostile until cleaned).
 * It is plain data: it can be sent to another process and stored.
 */
export interface Article {
  /** Relative to the articles folder, with forward slashes, exactly as on disk. */
  readonly sourcePath: string;
  /** Plain text, never empty. */
  readonly title: string;
  /** UTC instant, in ms since the epoch. */
  readonly date: number;
  /** UTC instant, in ms since the epoch. */
  readonly updated?: number;
  /** Paths from parent to child, each at least one name long. No duplicates. */
  readonly categories: readonly (readonly string[])[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** `http:`, `https:` or site-relative (`/…`) URL. */
  readonly thumbnail?: string;
  /** Plain text written by the author; absent: taken from the body. */
  readonly excerpt?: string;
  /** Where the article was scraped from: an absolute `http:` or `https:` URL. */
  readonly sourceUrl?: string;
  /** BCP 47 language tag; absent: the site's. */
  readonly lang?: string;
  /** Last segment of the URL that the author asks for: `/p/<slug>/`. Not yet checked against other articles. */
  readonly slug?: string;
  /** Site-relative URL path that the author asks for, literally. Not yet checked. */
  readonly permalink?: string;
  /** Hexo's short link: `/p/<abbrlink>.html`. Not yet checked. */
  readonly abbrlink?: string;
  /** Site-relative URL paths that redirect to the article. Not yet checked. */
  readonly aliases: readonly string[];
  /** Where the file asks for these addresses; absent: it asks for none. */
  readonly addressPlaces?: AddressPlaces;
  /** `draft: true` or `published: false`. */
  readonly draft: boolean;
  readonly comments: boolean;
  /** Outline wanted (true), unwanted (false) or left to the length of the body (absent). */
  readonly toc?: boolean;
  readonly pinned: boolean;
  /** Unknown front-matter keys. Inert: nothing in the generator is steered by them. */
  readonly data: { readonly [key: string]: JsonValue };
  readonly format: BodyFormat;
  /** Markdown or HTML as it stands in the file. Never a template. */
  readonly body: string;
  /** The line of the file on which the body begins, 1-based. */
  readonly bodyLine: number;
}
