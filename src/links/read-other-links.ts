import { type FoundLink, readHtmlLinks } from './read-html-links.ts';

/** Keys of JSON Feed and web manifests that hold an address. */
const KEYS: Readonly<Record<string, FoundLink['kind']>> = Object.freeze({
  home_page_url: 'page',
  feed_url: 'page',
  next_url: 'page',
  url: 'page',
  start_url: 'page',
  icon: 'asset',
  favicon: 'asset',
  image: 'asset',
  banner_image: 'asset',
  avatar: 'asset',
  src: 'asset',
});

/** The addresses of a JSON Feed or a web manifest. Places in it are not known. */
export function readJsonLinks(json: string): readonly FoundLink[] {
  const links: FoundLink[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') visit(inner);
      else if (key === 'content_html')
        links.push(...readHtmlLinks(inner).links.map((link) => ({ ...link, offset: 0 })));
      else if (Object.hasOwn(KEYS, key)) links.push({ url: inner, kind: KEYS[key]!, offset: 0 });
    }
  };
  visit(parse(json));
  return links;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Whether a file is sound is not asked here.
    return undefined;
  }
}

/** What a style sheet loads. */
export function readCssLinks(css: string): readonly FoundLink[] {
  return [...css.matchAll(/\burl\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"')]+))\s*\)/gi)].map(
    ({ index, 1: double, 2: single, 3: bare }) => ({
      url: double ?? single ?? bare ?? '',
      kind: 'asset',
      offset: index,
    }),
  );
}

/** The sitemaps that `robots.txt` names. */
export function readRobotsLinks(text: string): readonly FoundLink[] {
  return [...text.matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)].map(({ index, 1: url }) => ({
    url: url!,
    kind: 'page',
    offset: index,
  }));
}
