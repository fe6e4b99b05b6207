import { readInternalLink } from '../check/check-internal-links.ts';
import type { CheckedArticle } from '../check/checked-article.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { SiteTargets } from './link-targets.ts';
import { cleanedArticles, locateRecords } from './locate-records.ts';
import type { ContentFolder } from './open-content.ts';
import type { Store } from './store.ts';
import type { Workforce } from './workforce.ts';

type Links = CheckedArticle['facts']['links'];

/** Whether links lead to pages of projects. */
export function leadToProjects(links: Links, config: SiteConfig): boolean {
  return links.some(({ href }) => readInternalLink(href, config).path.startsWith('/projects'));
}

/**
 * The ids of the bodies that links lead into. Ids are given when a body is cleaned: these few are, and no others.
 *
 * @returns By the file of the source.
 */
export async function readAnchors(
  articles: readonly CheckedArticle[],
  targets: SiteTargets,
  {
    content,
    cacheFolder,
    store,
    workforce,
  }: {
    readonly content: ContentFolder;
    readonly cacheFolder: string;
    readonly store: Store;
    readonly workforce: Workforce;
  },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { config, cleaningDigest } = content;
  const wanted = new Set<string>();
  for (const { facts } of articles) {
    for (const { href } of facts.links) {
      const { path, id } = readInternalLink(href, config);
      const source = id === '' ? undefined : targets.sourceOf(path);
      if (source !== undefined) wanted.add(source);
    }
  }
  const items = [...content.articles, ...content.pages].filter(({ label, source }) =>
    wanted.has(label + source.path),
  );
  const located = await locateRecords(items, {
    kind: cleanedArticles(store),
    context: { config, cleaningDigest },
    cacheFolder,
    store,
    entries: undefined,
    hire: () => workforce.hire(config.limits),
  });
  return new Map(
    items.flatMap(({ label, source }, index) => {
      const place = located[index]!;
      const record = place.ok ? store.getArticle(place.result.key) : undefined;
      const body = record?.ok ? store.getBody(record.summary.bodyDigest) : undefined;
      if (body === undefined) return [];
      return [[label + source.path, new Set(listIds(body.html))] as const];
    }),
  );
}

function listIds(html: string): readonly string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
}
