import type { LinkTargets } from '../check/check-internal-links.ts';
import { renderFeeds } from '../feeds/render-feeds.ts';
import { listPages } from '../site/list-pages.ts';
import type { Site } from '../site/site.ts';
import type { SourceFile } from './find-sources.ts';
import type { Store } from './store.ts';

/** What links of the site can lead to. Most lead to articles; lists and feeds are worked out when one does not. */
export function createLinkTargets(site: Site, media: readonly SourceFile[], store: Store): LinkTargets {
  const bodies = new Map(
    [...site.articles, ...site.standalone].map(({ url, summary }) => [decode(url), summary.bodyDigest]),
  );
  const files = new Set([
    ...bodies.keys(),
    ...site.redirects.map(({ url }) => decode(url)),
    ...media.map((file) => `/media/${file.path}`),
  ]);
  let all: ReadonlySet<string> | undefined;
  const listAll = (): ReadonlySet<string> => {
    const { config } = site;
    const feeds = renderFeeds({
      site,
      config: { ...config, feeds: { ...config.feeds, fullText: false } },
      bodies: new Map(),
    });
    return new Set([
      ...listPages(site).map(({ url }) => decode(url)),
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
    idsOf(path) {
      const found = spell(path).find((each) => bodies.has(each));
      const body = found === undefined ? undefined : store.getBody(bodies.get(found)!);
      return body === undefined
        ? undefined
        : new Set([...body.html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!));
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
