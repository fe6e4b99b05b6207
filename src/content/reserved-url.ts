import { foldPath } from './fold-path.ts';

/** First segments under which the site has, or may yet have, pages and files of its own. Folded. */
const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  '404',
  '404.htm',
  '404.html',
  'admin',
  'assets',
  'authors',
  'categories',
  'cdn-cgi', // Cloudflare answers here
  'cname',
  'feeds',
  'index.htm',
  'index.html',
  'latest',
  'media',
  'offline',
  'offline.html',
  'page',
  'projects',
  'search',
  'share',
  'tags',
]);

/**
 * First segments that are files of the site (feeds, sitemaps, manifests, workers) or that a host reads for itself
 * (`_headers`, `_redirects`, `_worker.js`). Folded.
 */
const RESERVED_FIRST_SEGMENT =
  /^_|^sitemap|\.(?:css|gif|ico|jpe?g|js|json|m?ts|map|opml|png|svg|txt|wasm|webmanifest|webp|xml|xsl)$/;

/** Years of the archive. Other paths below `/archives/` are free: many blogs had their articles there. */
const RESERVED_ARCHIVE = /^\/archives\/(?:$|page\/|-?\d{4,6}\/)/;

/**
 * Whether a URL belongs to the site itself, so that no article, alias or page of `content/pages/` may take it.
 *
 * @param url - As `checkUrlPath` returns it.
 */
export function isReservedUrl(url: string): boolean {
  const folded = foldPath(url);
  if (folded === '/' || folded === '/p/') return true;
  if (RESERVED_ARCHIVE.test(folded.replace(/index\.html?$/, ''))) return true;
  const first = folded.slice(1).split('/', 1)[0]!;
  return RESERVED_SEGMENTS.has(first) || RESERVED_FIRST_SEGMENT.test(first);
}
