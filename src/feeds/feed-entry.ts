import { absoluteUrl } from '../site/link.ts';
import type { SiteArticle } from '../site/site.ts';

/** One article of a feed, ready for any format. URLs are absolute. */
export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  /** UTC instants, ms. */
  readonly date: number;
  readonly updated: number;
  /** Plain text. */
  readonly summary: string;
  /** The body, URLs absolute; absent: the summary has to do. */
  readonly html?: string;
  readonly image?: {
    readonly url: string;
    readonly type: string;
    readonly width?: number;
    readonly height?: number;
  };
  readonly authors: readonly string[];
  /** Categories and tags, each once. */
  readonly categories: readonly string[];
  readonly lang?: string;
}

/** @param html - The body with absolute URLs, if the feed is to hold it. */
export function makeFeedEntry(article: SiteArticle, html: string | undefined, siteUrl: string): FeedEntry {
  const { summary, url } = article;
  const { title, date, updated, thumbnail, lang } = summary;
  const names = [...article.categories.flatMap(({ path }) => path), ...article.tags.map(({ link }) => link)];
  return {
    url: absoluteUrl(siteUrl, url),
    title,
    date,
    updated: Math.max(date, updated ?? 0),
    summary: summary.excerpt,
    ...(html !== undefined && { html }),
    ...(thumbnail && {
      image: {
        ...sizeOf(thumbnail),
        url: absoluteUrl(siteUrl, thumbnail.src),
        type: guessImageType(thumbnail.src),
      },
    }),
    authors: summary.authors,
    categories: [...new Set(names.map((name) => name.title))],
    ...(lang !== undefined && { lang }),
  };
}

/**
 * Stands for all that a feed shows of an article: its identity, and the names of its categories and tags. No text of it
 * holds a NUL: reading drops them.
 */
export function identifyEntry({ identity, categories, tags }: SiteArticle): string {
  const names = [...categories.flatMap(({ path }) => path), ...tags.map(({ link }) => link)];
  return [identity, ...names.map(({ title }) => title)].join('\0');
}

function sizeOf({ width, height }: { readonly width?: number; readonly height?: number }) {
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}

const IMAGE_TYPES: { readonly [extension: string]: string } = Object.freeze({
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
});

/** By extension. Formats want a type, and most pictures without one are photographs. */
function guessImageType(url: string): string {
  const [, extension = ''] = /\.([a-z]{3,4})(?:[?#]|$)/i.exec(url) ?? [];
  return IMAGE_TYPES[extension.toLowerCase()] ?? 'image/jpeg';
}
