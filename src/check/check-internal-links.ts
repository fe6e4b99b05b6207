import { quoteValue } from '../content/collect-diagnostics.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { headingId } from '../html/anchors.ts';
import type { CheckedArticle, SiteFinding } from './checked-article.ts';

/** What links of the site can lead to. */
export interface LinkTargets {
  /** Whether there is a page or file at a path of the site: without base path, query and fragment, decoded. */
  readonly has: (path: string) => boolean;
  /** The ids of a page's body; undefined where they are not known, as of lists. */
  readonly idsOf: (path: string) => ReadonlySet<string> | undefined;
}

type SiteAddress = Pick<SiteConfig, 'url' | 'basePath'>;

/** Where a link within the site leads: a path as `LinkTargets` takes it, and the id of an element there, or "". */
export function readInternalLink(
  href: string,
  { url, basePath }: SiteAddress,
): { readonly path: string; readonly id: string } {
  const target = new URL(href, url);
  return { path: decode(target.pathname.slice(basePath.length - 1)), id: decode(target.hash.slice(1)) };
}

/** Links between the pages of the site that lead nowhere. */
export function checkInternalLinks(
  articles: readonly CheckedArticle[],
  site: SiteAddress,
  targets: LinkTargets,
): readonly SiteFinding[] {
  const findings: SiteFinding[] = [];
  for (const { file, facts } of articles) {
    for (const { href, line, column } of facts.links) {
      const { path, id } = readInternalLink(href, site);
      const place = { file, line, column };
      if (!targets.has(path)) {
        const message = `There is nothing at ${quoteValue(path)} in this site.`;
        findings.push({ rule: 'broken-internal-link', ...place, message });
        continue;
      }
      const ids = id === '' ? undefined : targets.idsOf(path);
      if (ids !== undefined && !ids.has(id)) {
        const message = `There is no heading or id ${quoteValue(id)} at ${quoteValue(path)}.`;
        const meant = headingId(id);
        const advice = ids.has(meant) ? ` The heading's id is ${quoteValue(meant)}.` : '';
        findings.push({ rule: 'broken-internal-anchor', ...place, message: message + advice });
      }
    }
  }
  return findings;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray `%` is no escape.
    return text;
  }
}
