import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl } from '../site/link.ts';
import type { Category, Site } from '../site/site.ts';
import { isPublic, lastChange } from './feed.ts';
import type { OutputFile } from './output-file.ts';
import { element, text, textElement, type Xml, xmlDocument } from './xml.ts';

/** Limits of a sitemap: www.sitemaps.org/protocol.html. Ours stays well below the 50 MB. */
const MAX_URLS = 50_000;
const MAX_BYTES = 40_000_000;

export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A file of the sitemap, and when something in it last changed. */
interface SitemapPart extends OutputFile {
  /** UTC instant, ms. */
  readonly updated?: number | undefined;
}

/**
 * The sitemap: an index, parts with the articles and parts with everything else but numbered lists. Parts are filled from
 * the oldest article on, so a new article changes the newest part and the index only.
 */
export function renderSitemap(site: Site, config: SiteConfig): readonly OutputFile[] {
  const parts = [...renderArticles(site, config), ...renderOtherPages(site, config)];
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
  return [
    { path: 'sitemap.xml', contents: xmlDocument(index) },
    ...parts.map(({ path, contents }) => ({ path, contents })),
  ];
}

function renderArticles({ articles }: Site, { url }: SiteConfig): readonly SitemapPart[] {
  const entries = articles
    .filter(isPublic)
    .reverse()
    .map((article) => ({ url: absoluteUrl(url, article.url), updated: lastChange([article]) }));
  return fillParts('sitemap-articles', entries);
}

function renderOtherPages(site: Site, { url }: SiteConfig): readonly SitemapPart[] {
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
  return fillParts(
    'sitemap-pages',
    urls.map((page) => ({ url: absoluteUrl(url, page), updated: undefined })),
  );
}

function listCategories(categories: readonly Category[]): readonly Category[] {
  return categories.flatMap((category) => [category, ...listCategories(category.children)]);
}

interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  readonly updated: number | undefined;
}

function fillParts(name: string, entries: readonly SitemapEntry[]): readonly SitemapPart[] {
  const parts: SitemapPart[] = [];
  let urls: Xml[] = [];
  let bytes = 0;
  let updated: number | undefined;
  const close = (): void => {
    if (urls.length === 0) return;
    const contents = xmlDocument(element('urlset', { xmlns: SITEMAP_NAMESPACE }, urls));
    parts.push({ path: `${name}-${parts.length + 1}.xml`, contents, updated });
    urls = [];
    bytes = 0;
    updated = undefined;
  };
  for (const entry of entries) {
    const url = element('url', {}, [
      element('loc', {}, text(entry.url)),
      ...textElement('lastmod', formatDate(entry.updated)),
    ]);
    if (urls.length === MAX_URLS || bytes + url.length > MAX_BYTES) close();
    urls.push(url);
    bytes += url.length;
    if (entry.updated !== undefined) updated = Math.max(updated ?? 0, entry.updated);
  }
  close();
  return parts;
}

/** W3C date and time, UTC. */
function formatDate(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
