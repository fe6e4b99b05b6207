/** What an address in front matter may be. */
export type UrlPolicy =
  /** An absolute http(s) address: where an article was scraped from. */
  | 'absolute'
  /** The same, or a path of the site: a picture. */
  | 'absolute-or-site';

/** Longer ones are refused by servers. In UTF-16 code units, normalized. */
const MAX_LENGTH = 8192;

/** Stands for the site, whose address does not matter here. Reserved by RFC 2606: no real address has this host. */
const SITE = 'https://site.invalid';

/**
 * The address that a browser would take a text for, if it is one that a page may use. It is judged after the browser's own
 * normalization (WHATWG URL): control characters and spaces at the ends, tabs and newlines anywhere, backslashes, case,
 * dots. `//host/…` becomes https. User names and passwords are taken out: they only make one host look like another.
 *
 * @returns `http:`/`https:` URL, or a path of the site that begins with one `/`; undefined for anything else.
 */
export function readUrl(raw: string, policy: UrlPolicy): string | undefined {
  const text = raw.replace(/^[\0- ]+/, '').replace(/[\t\n\r]/g, '');
  const isRooted = /^[/\\]/.test(text);
  if (!isRooted && !/^https?:/i.test(text)) return undefined;
  const url = parseUrl(text, isRooted ? SITE : undefined);
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '')
    return undefined;
  url.username = '';
  url.password = '';
  const isSite = url.origin === SITE;
  if (isSite && (policy !== 'absolute-or-site' || !isRooted)) return undefined;
  const read = isSite ? url.pathname + url.search + url.hash : url.href;
  // A path such as "/.//host/x" comes out of the browser's own normalization with two slashes in front.
  if (read.length > MAX_LENGTH || read.startsWith('//')) return undefined;
  return read;
}

function parseUrl(text: string, base: string | undefined): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}
