import type { CategoryLink, Page, SiteChrome } from './page.ts';
import { shortHash } from './short-hash.ts';
import type { Site, SiteArticle } from './site.ts';

/**
 * The picture that stands for pages without one where they are shared: one for the site, one for each of its main
 * categories, and one for each of the newest articles, as many as `site.yaml` says. So a site has a few dozen of them, whatever
 * the number of its articles; the title of an article stands below the picture wherever one is shared.
 */
export interface ShareImage {
  /** Site-relative. Another name for every other picture, since platforms keep what they once fetched. */
  readonly url: string;
  readonly siteTitle: string;
  /** Absent on that of the site. */
  readonly section?: string;
  /** Of an article; absent on those of the site and of its sections. */
  readonly title?: string;
  /** `#rrggbb`. */
  readonly color: string;
}

/** Pixels, and what platforms crop least: 1.91:1. */
export const SHARE_IMAGE_SIZE = Object.freeze({ width: 1200, height: 630 });

/** Counts up when the drawing, or the font that it is drawn with, changes. */
const DESIGN = 2;
const SITE_COLOR = '#a8171d';

/** @param top - A top category; absent, or one without a share image of its own: the site's is meant. */
export function describeShareImage(siteTitle: string, top?: CategoryLink): ShareImage {
  const section = top?.hasShareImage ? top : undefined;
  const color = section?.color ?? SITE_COLOR;
  const name = shortHash(JSON.stringify([DESIGN, siteTitle, section?.title ?? null, color]), 12);
  return { url: `/share/${name}.png`, siteTitle, ...(section && { section: section.title }), color };
}

/** That of an article, with its title. */
export function describeTitleImage(siteTitle: string, title: string, top?: CategoryLink): ShareImage {
  const color = top?.color ?? SITE_COLOR;
  const name = shortHash(JSON.stringify([DESIGN, siteTitle, top?.title ?? null, color, title]), 12);
  return { url: `/share/${name}.png`, siteTitle, ...(top && { section: top.title }), title, color };
}

/** A page's own picture where it is shared. @returns `undefined` for drawings: no platform shows SVG. */
export function keepShareable(src: string | undefined): string | undefined {
  return src === undefined || /\.svgz?(?:[?#]|$)/i.test(src) ? undefined : src;
}

/** The articles that have a share image of their own: of those without a picture that can be shared the newest, newest first. */
export function listTitledArticles({ articles, config }: Site): readonly SiteArticle[] {
  const titled: SiteArticle[] = [];
  for (const article of articles) {
    if (titled.length >= config.shareImages.articles) break;
    if (keepShareable(article.summary.thumbnail?.src) === undefined) titled.push(article);
  }
  return titled;
}

/** That of a page: an article's own, its section's, or the site's. */
export function findShareImage(page: Page, { title }: SiteChrome): ShareImage {
  if (page.kind === 'article') {
    const top = page.categories[0]?.[0];
    return page.hasShareImage ? describeTitleImage(title, page.title, top) : describeShareImage(title, top);
  }
  if (page.kind === 'category') return describeShareImage(title, page.path[0]);
  return describeShareImage(title);
}
