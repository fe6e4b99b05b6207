import { findSegmentFault } from './url-path.ts';

/**
 * A URL as an attribute holds it: a site-relative one percent-encoded (RFC 3986) behind the base path, an absolute http(s)
 * one as it is. The result always begins with the base path, `http://` or `https://`, whatever it is given.
 *
 * Escaping for the attribute itself is the layout's.
 *
 * @param basePath - `/` or `/news/`.
 */
export function href(basePath: string, url: string): string {
  if (/^https?:\/\//i.test(url)) return url;
  return basePath + encodeUrl(url.replace(/^[/\\]+/, ''));
}

/**
 * A URL for readers who are elsewhere: feeds, sitemaps, canonical links.
 *
 * @param siteUrl - Absolute, ends in `/`.
 */
export function absoluteUrl(siteUrl: string, url: string): string {
  return href(siteUrl, url);
}

/**
 * The file that answers a site-relative URL, relative to the output folder: `/p/x/` → `p/x/index.html`.
 *
 * @throws RangeError if the file would not be inside the folder, on any system. The site's own URLs are made so that it is.
 */
export function outputPath(url: string): string {
  if (!url.startsWith('/')) throw new RangeError(`${JSON.stringify(url)} does not begin with "/"`);
  const file = toOutputPath(url);
  for (const segment of file.split('/')) {
    const fault = findSegmentFault(segment);
    if (fault !== undefined) throw new RangeError(`${JSON.stringify(url)} is no file of the site: ${fault}`);
  }
  return file;
}

/** The same of a URL that is known to be answered by a file of the site. */
export function toOutputPath(url: string): string {
  return url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1);
}

/**
 * Keeps `/`, `?`, `#`, and escapes that are there already; encodes all that RFC 3986 leaves out of a URL, and `'` and `+`
 * (S3 reads a plus as a space).
 */
function encodeUrl(path: string): string {
  if (/^[A-Za-z0-9_./-]*$/.test(path)) return path;
  let url = encoded.get(path);
  if (url === undefined) {
    url = encodeOthers(path);
    if (encoded.size >= MAX_ENCODED) encoded.clear();
    encoded.set(path, url);
  }
  return url;
}

/** A memory of a pure function: each page links to its categories, authors and tags some times. */
const encoded = new Map<string, string>();
const MAX_ENCODED = 2000;

function encodeOthers(path: string): string {
  return path
    .replace(/[\ud800-\udfff]/gu, '\ufffd') // encodeURIComponent throws on a lone surrogate
    .replace(/'|%(?![\dA-Fa-f]{2})|[^A-Za-z0-9_.~!$()*,:@=/?#&;%'-]+/gu, encodeRun);
}

/** Characters that follow each other are encoded at once: Chinese paths are made of them. */
function encodeRun(characters: string): string {
  return characters === "'" ? '%27' : encodeURIComponent(characters);
}
