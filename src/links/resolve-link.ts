/** Where a site is, and what it consists of. */
export interface BuiltSite {
  /** Address of the home page, absolute, ends in `/`. */
  readonly url: string;
  /** Files relative to the output folder, with forward slashes. */
  readonly files: ReadonlySet<string>;
}

/** What an address leads to. */
export type Target =
  | {
      readonly kind: 'file';
      readonly file: string;
      /** Behind the `#`, decoded; "" without one. */
      readonly fragment: string;
      /** Hosts send the reader on to the folder: its address ends in a slash. */
      readonly lacksSlash: boolean;
    }
  /** In the site, but nothing is there. `path` is behind the base path. */
  | { readonly kind: 'missing'; readonly path: string }
  /** On this host, but not below the site's base path. */
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'external'; readonly url: string }
  /** No address, or one that does nothing good. */
  | { readonly kind: 'invalid' }
  /** mailto:, tel:, data: and the like lead to no file. */
  | { readonly kind: 'other' };

/** Schemes that run or show something in the page's name. */
const DANGEROUS = /^(?:javascript|vbscript|file|filesystem|blob):$/;

/** Resolves the addresses of a site's files. An address that does not depend on the file it is in is resolved once. */
export class LinkResolver {
  readonly #site: BuiltSite;
  readonly #origin: string;
  readonly #base: string;
  readonly #known = new Map<string, Target>();

  constructor(site: BuiltSite) {
    this.#site = site;
    const { origin, pathname } = new URL(site.url);
    this.#origin = origin;
    this.#base = pathname;
  }

  /**
   * @param url - As it stands in the file.
   * @param file - Relative to the output folder.
   */
  resolve(url: string, file: string): Target {
    const known = this.#known.get(url);
    if (known !== undefined) return known;
    const target = this.#look(url, file);
    // The others mean something else in another file.
    if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(url)) this.#known.set(url, target);
    return target;
  }

  #look(url: string, file: string): Target {
    if (url.startsWith('#'))
      return { kind: 'file', file, fragment: decode(url.slice(1)) ?? '', lacksSlash: false };
    const from =
      this.#site.url +
      encodeURI(file).replace(/(?:^|\/)index\.html$/, (end) => (end.startsWith('/') ? '/' : ''));
    if (!URL.canParse(url, from)) return { kind: 'invalid' };
    const target = new URL(url, from);
    if (DANGEROUS.test(target.protocol)) return { kind: 'invalid' };
    if (target.protocol !== 'http:' && target.protocol !== 'https:') return { kind: 'other' };
    if (target.origin !== this.#origin) return { kind: 'external', url: target.href };
    if (!`${target.pathname}/`.startsWith(this.#base)) return { kind: 'outside', path: target.pathname };
    const path = decode(target.pathname.slice(this.#base.length));
    const fragment = decode(target.hash.slice(1));
    if (path === undefined || fragment === undefined) return { kind: 'invalid' };
    return this.#find(path, fragment);
  }

  /** As a static host answers: the file, else `index.html` of the folder. */
  #find(path: string, fragment: string): Target {
    const { files } = this.#site;
    const asFolder = `${path}index.html`;
    if (path === '' || path.endsWith('/')) {
      if (files.has(asFolder)) return { kind: 'file', file: asFolder, fragment, lacksSlash: false };
    } else {
      if (files.has(path)) return { kind: 'file', file: path, fragment, lacksSlash: false };
      const folder = `${path}/index.html`;
      if (files.has(folder)) return { kind: 'file', file: folder, fragment, lacksSlash: true };
    }
    return { kind: 'missing', path };
  }
}

/** undefined where the percent-encoding is broken. */
function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
