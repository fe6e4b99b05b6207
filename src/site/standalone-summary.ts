import type { AddressPlaces } from '../content/address-places.ts';
import type { ProjectMention } from '../html/cleaned-body.ts';

/** All that the site knows of a page of `content/pages/` but its body. An `ArticleSummary` will do. */
export interface StandaloneSummary {
  /** Relative to the pages folder, with forward slashes. */
  readonly sourcePath: string;
  readonly title: string;
  /** Plain text. */
  readonly excerpt: string;
  /** UTC instant, ms. */
  readonly updated?: number;
  readonly lang?: string;
  /** Last segment of the URL, in the place of the file's name. */
  readonly slug?: string;
  /** Site-relative URL path, literally. */
  readonly permalink?: string;
  readonly aliases: readonly string[];
  readonly addressPlaces?: AddressPlaces;
  /** Projects that the page names; absent: none. */
  readonly projects?: readonly ProjectMention[];
  /** Addresses of the site's own pictures in the body whose size is not told there; absent: none. */
  readonly ownPictures?: readonly string[];
  /** Digest of the cleaned body. */
  readonly bodyDigest: string;
}
