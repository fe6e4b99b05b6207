import type { ProjectLink } from './page.ts';
import { cleanProjectHref, readProjectSource } from './project-sources.ts';
import type { Mention, Project, ProjectName } from './site.ts';

/** Other names that a page shows, the first used. */
const MAX_NAMES = 20;
const MAX_LINKS = 6;

/**
 * The other names of a project, in order of first use.
 *
 * @param mentions - Newest first.
 * @param telling - Ascending indices of those that have names or addresses: few of all.
 */
export function listProjectNames(
  mentions: readonly Mention[],
  telling: readonly number[],
): readonly ProjectName[] {
  const names: ProjectName[] = [];
  for (let at = telling.length - 1; at >= 0 && names.length < MAX_NAMES; at--) {
    const first = telling[at]!;
    for (const name of mentions[first]!.names)
      if (names.length < MAX_NAMES && names.every((known) => known.name !== name))
        names.push({ name, first });
  }
  return names;
}

/**
 * Sources' pages about a project: the card's address, then others in order of first use.
 *
 * @param mentions - Newest first.
 * @param telling - As for the names.
 */
export function listProjectLinks(
  card: Project['card'],
  mentions: readonly Mention[],
  telling: readonly number[],
): readonly ProjectLink[] {
  const hrefs = card.href === undefined ? [] : [cleanProjectHref(card.href)];
  for (let at = telling.length - 1; at >= 0 && hrefs.length < MAX_LINKS; at--) {
    for (const href of mentions[telling[at]!]!.hrefs)
      if (hrefs.length < MAX_LINKS && !hrefs.includes(href)) hrefs.push(href);
  }
  return hrefs.map((href) => ({ href, kind: readProjectSource(href)?.kind ?? 'page' }));
}
