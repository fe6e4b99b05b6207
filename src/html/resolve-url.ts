import { anchorTarget } from './parse-body.ts';
import { readProjectId } from './project-id.ts';

/** Where a link goes. */
export type LinkTarget =
  /** Somewhere else on the web: an absolute, normalised http(s) URL. */
  | { readonly kind: 'external'; readonly href: string }
  /** A page of the site: site-relative with its base path, or absolute below the site's URL. */
  | { readonly kind: 'internal'; readonly href: string }
  /** `mailto:` or `tel:`. */
  | { readonly kind: 'contact'; readonly href: string }
  /** `project:ID`, as authors name a project. */
  | { readonly kind: 'project'; readonly id: string }
  /** An element of the same body, by its id in the source. */
  | { readonly kind: 'anchor'; readonly id: string };

/** Why an address cannot be used. */
export type AddressFault = 'empty' | 'relative' | 'unsafe';

export interface UrlResolver {
  readonly link: (raw: string) => LinkTarget | AddressFault;
  /** For what a page loads by itself (images, media, frames): http(s) or site-relative, never inside of a private network. */
  readonly resource: (raw: string) => string | AddressFault;
}

/** Longer than any real address; shorter than what makes a page grow without bound when a link spans many paragraphs. */
const LONGEST = 4096;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const PROJECT = /^project:(.{1,100})$/i;
/** How sources write a link that only their scripts know where to take. */
const NOWHERE = /^javascript:(?:;|void\(0\);?|void 0;?|\/\/)?$/i;
const MAILTO = /^mailto:[^\s@<>"]{1,200}@[^\s@<>"]{1,500}$/i;
const TEL = /^tel:[+\d][\d().;=a-z-]{1,60}$/i;

export function isFault(result: unknown): result is AddressFault {
  return result === 'empty' || result === 'relative' || result === 'unsafe';
}

/**
 * Judges addresses after the normalisation that browsers do (WHATWG URL): space and controls at the ends, tabs and line
 * ends anywhere, backslashes, letter case. What is published is the normalised form, so that no other reading of it exists.
 *
 * A relative address is resolved against `sourceUrl`. Without one, an address that begins with `/` is the site's own and
 * gets its base path; any other relative address leads nowhere.
 */
export function createUrlResolver(options: {
  readonly sourceUrl?: string | undefined;
  readonly site: URL;
  readonly basePath: string;
}): UrlResolver {
  const { site } = options;
  const source = options.sourceUrl === undefined ? undefined : parseUrl(options.sourceUrl);
  const home = site.origin + options.basePath;

  /**
   * @param value - Normalised by `tidy`, without a scheme other than http(s).
   * @returns An absolute address, or a path of the site.
   */
  function resolve(value: string, hasScheme: boolean): string | AddressFault {
    if (hasScheme && isNormal(value)) return value;
    const isNetworkPath = /^[/\\]{2}/.test(value);
    if (!hasScheme && !isNetworkPath && source === undefined) {
      return /^[/\\]/.test(value) ? siteRelative(value) : 'relative';
    }
    const url = parseUrl(value, isNetworkPath ? 'https://source.invalid/' : source?.href);
    if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return 'unsafe';
    if (url.username !== '' || url.password !== '') {
      // `https://bank.example@evil.example/` is a way to lie about where a link goes.
      url.username = '';
      url.password = '';
    }
    return url.href.length > LONGEST ? 'unsafe' : url.href;
  }

  function siteRelative(value: string): string | AddressFault {
    const url = parseUrl(value, site.href);
    if (url === undefined || url.origin !== site.origin) return 'unsafe';
    const path = url.pathname + url.search + url.hash;
    // `/.//evil.example` has a path of `//evil.example`, which alone would be another host's address.
    if (path.startsWith('//') || path.length > LONGEST) return 'unsafe';
    return path.startsWith(options.basePath) ? path : options.basePath + path.slice(1);
  }

  function resolveResource(raw: string): string | AddressFault {
    const value = tidy(raw);
    if (value === '' || value[0] === '#') return 'empty';
    const scheme = SCHEME.exec(value)?.[1]?.toLowerCase();
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return 'unsafe';
    return resolve(value, scheme !== undefined);
  }

  return {
    link(raw) {
      // Most links, and the same as what follows makes of them.
      if (isNormal(raw)) return { kind: raw.startsWith(home) ? 'internal' : 'external', href: raw };
      const value = tidy(raw);
      if (value === '') return 'empty';
      if (value[0] === '#') {
        const id = anchorTarget(value);
        return id === undefined ? 'empty' : { kind: 'anchor', id };
      }
      const scheme = SCHEME.exec(value)?.[1]?.toLowerCase();
      if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return specialLink(value, scheme);
      const url = resolve(value, scheme !== undefined);
      if (isFault(url)) return url;
      return { kind: url[0] === '/' || url.startsWith(home) ? 'internal' : 'external', href: url };
    },
    resource(raw) {
      const url = isNormal(raw) ? raw : resolveResource(raw);
      if (isFault(url) || url[0] === '/' || url.startsWith(`${site.origin}/`)) return url;
      return isPrivateHost(HOST.exec(url)?.[1] ?? '') ? 'unsafe' : url;
    },
  };
}

/** The host of a normal absolute address. */
const HOST = /^https?:\/\/(\[[^\]]*\]|[^/:?#]*)/;

/**
 * Most addresses are in their normal form already, and this is many times faster than the parser: a name of ASCII labels
 * that ends in letters (so no IPv4 address in disguise, and no port), and a path and query of characters that stay as they are.
 */
const NORMAL =
  /^https?:\/\/(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}\/[\w\-.~!$&()*+,;=:@/%]*(?:\?[\w\-.~!$&()*+,;=:@/?%]*)?$/;
/** What would still be changed or refused: dot segments, and labels whose Punycode may be none. */
const NOT_NORMAL = /\/\.|%2e|xn--/i;

export function isNormal(address: string): boolean {
  return address.length <= LONGEST && NORMAL.test(address) && !NOT_NORMAL.test(address);
}

function specialLink(value: string, scheme: string): LinkTarget | AddressFault {
  if (NOWHERE.test(value)) return 'empty';
  const project = readProjectId(PROJECT.exec(value)?.[1] ?? '');
  if (project !== undefined) return { kind: 'project', id: project };
  const isContact = (scheme === 'mailto' && MAILTO.test(value)) || (scheme === 'tel' && TEL.test(value));
  const href = isContact ? parseUrl(value)?.href : undefined;
  return href === undefined ? 'unsafe' : { kind: 'contact', href };
}

export function parseUrl(value: string, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/** What the URL standard removes before parsing. Done by hand: a pattern for both ends backtracks on long inner space. */
function tidy(raw: string): string {
  if (raw.length > LONGEST * 2) return 'x-too-long:';
  if (!/[\0-\x20]/.test(raw)) return raw;
  let start = 0;
  let end = raw.length;
  while (start < end && raw.charCodeAt(start) <= 0x20) start++;
  while (end > start && raw.charCodeAt(end - 1) <= 0x20) end--;
  return raw.slice(start, end).replace(/[\t\n\r]/g, '');
}

/**
 * Hosts inside of the reader's own machine or network: an article has no business making a browser knock there (routers,
 * printers and development servers answer to a mere GET). The URL parser has brought every spelling of an IPv4 address
 * (decimal, octal, hexadecimal) to the dotted one.
 */
const PRIVATE_HOST =
  /^(?:localhost|.*\.(?:localhost|local|internal|lan|home\.arpa)|0\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|127\.\d+\.\d+\.\d+|169\.254\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|192\.168\.\d+\.\d+|\[(?:::|::1|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*|::ffff:.*)\])\.?$/;

export function isPrivateHost(hostname: string): boolean {
  return PRIVATE_HOST.test(hostname);
}
