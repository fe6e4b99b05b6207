import { createHash } from 'node:crypto';
import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl } from '../site/link.ts';
import type { Category, Site } from '../site/site.ts';
import { isPublic, lastChangeOf } from './feed.ts';
import type { OutputFile } from './output-file.ts';
import { element, text, textElement, type Xml, xmlDocument } from './xml.ts';

/** How much a part holds at most. */
export interface SitemapLimits {
  readonly urls: number;
  /** Of its `<url>` elements, in characters: each is a byte, where the site's own address is ASCII. */
  readonly length: number;
}

/**
 * Far below those of www.sitemaps.org/protocol.html (50,000 addresses, 50 MB): the part with the newest article is written,
 * and uploaded, whenever one comes.
 */
const LIMITS: SitemapLimits = Object.freeze({ urls: 2500, length: 40_000_000 });

export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * The sitemap: an index, parts with the articles and parts with everything else but numbered lists. Parts are filled from
 * the oldest article on, so a new article changes the newest part and the index only; the others are not even made.
 */
export function renderSitemap(
  site: Site,
  config: SiteConfig,
  limits: SitemapLimits = LIMITS,
): readonly OutputFile[] {
  const parts = [
    ...fillParts('sitemap-articles', listArticles(site, config), limits),
    ...fillParts('sitemap-pages', listOtherPages(site, config), limits),
  ];
  const index = element(
    'sitemapindex',
    { xmlns: SITEMAP_NAMESPACE },
    parts.map(({ path, updated }) =>
      element('sitemap', {}, [
        element('loc', {}, text(absoluteUrl(config.url, `/${path}`))),
        ...textElement('lastmod', formatDate(updated)),
      ]),
    ),
  );
  return [{ path: 'sitemap.xml', contents: xmlDocument(index) }, ...parts];
}

/** What there is to be said of some pages. */
interface Listing {
  /** Absolute, ends in `/`. */
  readonly siteUrl: string;
  /** Site-relative. */
  readonly urls: readonly string[];
  /** When each last changed: UTC instants, ms. Absent: not known. */
  readonly changes?: Float64Array;
}

/** From the oldest on. */
function listArticles({ articles }: Site, { url: siteUrl }: SiteConfig): Listing {
  const urls: string[] = [];
  const changes = new Float64Array(articles.length);
  for (let at = articles.length - 1; at >= 0; at -= 1) {
    const article = articles[at]!;
    if (!isPublic(article)) continue;
    changes[urls.length] = lastChangeOf(article);
    urls.push(article.url);
  }
  return { siteUrl, urls, changes };
}

function listOtherPages(site: Site, { url: siteUrl }: SiteConfig): Listing {
  const urls = [
    '/',
    '/latest/',
    '/categories/',
    '/archives/',
    '/tags/',
    '/authors/',
    '/projects/',
    ...site.standalone.map((page) => page.url),
    ...listCategories(site.categories).map((category) => category.url),
    ...site.months.toReversed().map((month) => month.url),
    ...site.tags.map(({ link }) => link.url),
    ...site.authors.map(({ link }) => link.url),
    ...site.projects.map(({ card }) => card.url),
  ];
  return { siteUrl, urls };
}

function listCategories(categories: readonly Category[]): readonly Category[] {
  return categories.flatMap((category) => [category, ...listCategories(category.children)]);
}

function fillParts(name: string, listing: Listing, limits: SitemapLimits): readonly SitemapPart[] {
  const parts: SitemapPart[] = [];
  for (let start = 0; start < listing.urls.length; ) {
    const end = findPartEnd(listing, start, limits);
    parts.push(new SitemapPart(`${name}-${parts.length + 1}.xml`, cut(listing, start, end)));
    start = end;
  }
  return parts;
}

function cut({ siteUrl, urls, changes }: Listing, start: number, end: number): Listing {
  return { siteUrl, urls: urls.slice(start, end), ...(changes && { changes: changes.subarray(start, end) }) };
}

/** A character that is encoded as three bytes, each of them spelled `%E4`. */
const LONGEST_ESCAPE = 9;
/** With the longest date: a year of six digits and a sign. */
const LAST_INSTANT = 8_640_000_000_000_000;

/** As many as a part holds, and at least one. Only where they might be too long are URLs spelled to tell how many that is. */
function findPartEnd({ siteUrl, urls, changes }: Listing, start: number, limits: SitemapLimits): number {
  const end = Math.min(start + limits.urls, urls.length);
  const frame = spellUrl(siteUrl, '/', LAST_INSTANT).length;
  let most = 0;
  for (let at = start; at < end; at += 1) most += frame + urls[at]!.length * LONGEST_ESCAPE;
  if (most <= limits.length) return end;
  let length = spellUrl(siteUrl, urls[start]!, changes?.[start]).length;
  for (let at = start + 1; at < end; at += 1) {
    length += spellUrl(siteUrl, urls[at]!, changes?.[at]).length;
    if (length > limits.length) return at;
  }
  return end;
}

/** Made when it is asked for: of a large site it has some megabytes. */
class SitemapPart implements OutputFile {
  readonly path: string;
  readonly key: string;
  readonly #listing: Listing;

  constructor(path: string, listing: Listing) {
    this.path = path;
    this.key = digestListing(listing);
    this.#listing = listing;
  }

  get contents(): string {
    const { siteUrl, urls, changes } = this.#listing;
    const spelled = urls.map((url, at) => spellUrl(siteUrl, url, changes?.[at]));
    return xmlDocument(element('urlset', { xmlns: SITEMAP_NAMESPACE }, spelled));
  }

  /** When something in it last changed: UTC instant, ms. */
  get updated(): number | undefined {
    return this.#listing.changes?.reduce((latest, change) => Math.max(latest, change), 0);
  }
}

/** Of all that a part shows. No URL holds a NUL. */
function digestListing({ siteUrl, urls, changes }: Listing): string {
  const hash = createHash('sha256').update(`${siteUrl}\0${urls.join('\0')}\0`);
  if (changes !== undefined) hash.update(changes);
  return hash.digest('base64url');
}

function spellUrl(siteUrl: string, url: string, change: number | undefined): Xml {
  return element('url', {}, [
    element('loc', {}, text(absoluteUrl(siteUrl, url))),
    ...textElement('lastmod', formatDate(change)),
  ]);
}

/** W3C date and time, UTC. */
function formatDate(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
