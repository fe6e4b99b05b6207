import { renderFeeds } from '../feeds/render-feeds.ts';
import { groupPages } from '../site/list-pages.ts';
import type { Site } from '../site/site.ts';
import type { SourceFile } from './find-sources.ts';

/** What links of the site can lead to. */
export interface SiteTargets {
  /** Whether there is a page or file at a path of the site: without base path, query and fragment, decoded. */
  readonly has: (path: string) => boolean;
  /** The source of the article or page that stands at a path, as diagnostics name it. */
  readonly sourceOf: (path: string) => string | undefined;
}

/**
 * Most links lead to articles; lists and feeds are worked out when one does not.
 *
 * @param labels - What precedes source paths in diagnostics.
 */
export function createSiteTargets(
  site: Site,
  media: readonly SourceFile[],
  labels: { readonly articles: string; readonly pages: string },
): SiteTargets {
  const sources = new Map([
    ...site.articles.map(({ url, summary }) => [decode(url), labels.articles + summary.sourcePath] as const),
    ...site.standalone.map(({ url, summary }) => [decode(url), labels.pages + summary.sourcePath] as const),
  ]);
  const files = new Set([
    ...sources.keys(),
    ...site.redirects.map(({ url }) => decode(url)),
    ...media.map((file) => `/media/${file.path}`),
  ]);
  let all: ReadonlySet<string> | undefined;
  const listAll = (): ReadonlySet<string> => {
    const feeds = renderFeeds({ site, config: site.config });
    return new Set([
      ...groupPages(site).flatMap((group) => group.urls().map(decode)),
      ...feeds.map(({ path }) => `/${path}`),
    ]);
  };
  return {
    has(path) {
      const spellings = spell(path);
      if (spellings.some((each) => files.has(each))) return true;
      all ??= listAll();
      return spellings.some((each) => all!.has(each));
    },
    sourceOf(path) {
      const found = spell(path).find((each) => sources.has(each));
      return found === undefined ? undefined : sources.get(found);
    },
  };
}

/** A path as hosts look for it: with the slash or the ending that it lacks, or without the file of its folder. */
function spell(path: string): readonly string[] {
  return [path, `${path}/`, `${path}.html`, path.replace(/\/index\.html$/, '/')];
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // A stray `%` is no escape.
    return url;
  }
}
