import type { ProjectMention } from '../html/cleaned-body.ts';
import type { ArticleProject, DatedLink, ProjectTargets } from './page.ts';
import type { Project, Site } from './site.ts';

const NONE: readonly ArticleProject[] = Object.freeze([]);

/**
 * What the page of each article shows of the projects that it names: beside their cards, where they were in the news before.
 *
 * @returns In the order of `site.articles`.
 */
export function listArticleProjects({ articles }: Site): readonly (readonly ArticleProject[])[] {
  const before = new Map<Project, DatedLink>();
  const shown = new Array<readonly ArticleProject[]>(articles.length).fill(NONE);
  // From the oldest on, so that what is in the map is older.
  for (let position = articles.length - 1; position >= 0; position--) {
    const { projects, link, summary } = articles[position]!;
    if (projects.length === 0) continue;
    shown[position] = projects.map((project) => showProject(project, before.get(project)));
    const own = { ...link, date: summary.date };
    for (const project of projects) before.set(project, own);
  }
  return shown;
}

function showProject({ card }: Project, previous: DatedLink | undefined): ArticleProject {
  return previous === undefined ? card : { ...card, previous };
}

const NO_TARGETS: ProjectTargets = Object.freeze({});

/** Where links of a body lead whose ids were merged into another project's. */
export function findProjectTargets(
  mentions: readonly ProjectMention[],
  moved: Site['movedProjects'],
): ProjectTargets {
  if (moved.size === 0) return NO_TARGETS;
  const own = mentions.flatMap(({ id }) => {
    const home = moved.get(id);
    return home === undefined ? [] : [[id, home] as const];
  });
  return own.length === 0 ? NO_TARGETS : { movedProjects: Object.fromEntries(own) };
}
