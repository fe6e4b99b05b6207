import type { CategoryLink, Page, SiteChrome } from './page.ts';
import { shortHash } from './short-hash.ts';

/**
 * The picture that stands for pages without one where they are shared: one for the site, and one for each of its main
 * categories. So a site has a few dozen of them, whatever the number of its articles; the title of an article stands below
 * the picture wherever one is shared.
 */
export interface ShareImage {
  /** Site-relative. Another name for every other picture, since platforms keep what they once fetched. */
  readonly url: string;
  readonly siteTitle: string;
  /** Absent on that of the site. */
  readonly section?: string;
  /** `#rrggbb`. */
  readonly color: string;
}

/** Pixels, and what platforms crop least: 1.91:1. */
export const SHARE_IMAGE_SIZE = Object.freeze({ width: 1200, height: 630 });

/** Counts up when the drawing, or the font that it is drawn with, changes. */
const DESIGN = 1;
const SITE_COLOR = '#a8171d';

/** @param top - A top category; absent, or one without a share image of its own: the site's is meant. */
export function describeShareImage(siteTitle: string, top?: CategoryLink): ShareImage {
  const section = top?.hasShareImage ? top : undefined;
  const color = section?.color ?? SITE_COLOR;
  const name = shortHash(JSON.stringify([DESIGN, siteTitle, section?.title ?? null, color]), 12);
  return { url: `/share/${name}.png`, siteTitle, ...(section && { section: section.title }), color };
}

/** That of a page: its section's, or the site's. */
export function findShareImage(page: Page, { title }: SiteChrome): ShareImage {
  if (page.kind === 'article') return describeShareImage(title, page.categories[0]?.[0]);
  if (page.kind === 'category') return describeShareImage(title, page.path[0]);
  return describeShareImage(title);
}
