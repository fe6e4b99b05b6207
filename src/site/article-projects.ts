import type { ArticleProject, ProjectTargets } from './page.ts';
import type { ProjectNaming } from './project-naming.ts';
import type { Project, Site, SiteArticle } from './site.ts';

/** A project that an article names, and the last article before it that does. */
export interface NamedProject {
  readonly project: Project;
  readonly previous: SiteArticle | undefined;
}

const NONE: readonly NamedProject[] = Object.freeze([]);

/**
 * What the page of each article shows of the projects that it names: beside their cards, where they were in the news before.
 *
 * @returns In the order of `site.articles`.
 */
export function listNamedProjects({ articles }: Site): readonly (readonly NamedProject[])[] {
  const before = new Map<Project, SiteArticle>();
  const named = new Array<readonly NamedProject[]>(articles.length).fill(NONE);
  // From the oldest on, so that what is in the map is older.
  for (let position = articles.length - 1; position >= 0; position--) {
    const article = articles[position]!;
    const { projects } = article;
    if (projects.length === 0) continue;
    named[position] = projects.map((project) => ({ project, previous: before.get(project) }));
    for (const project of projects) before.set(project, article);
  }
  return named;
}

/** Stands for what `showProject` makes. */
export function identifyProject({ project, previous }: NamedProject): string {
  return `${project.identity} ${previous?.identity ?? ''}`;
}

export function showProject({ project: { card }, previous }: NamedProject): ArticleProject {
  if (previous === undefined) return card;
  return { ...card, previous: { ...previous.link, date: previous.summary.date } };
}

const NO_TARGETS: ProjectTargets = Object.freeze({});

/** Where links of a body lead whose ids were merged into another project's. */
export function findProjectTargets(
  mentions: readonly ProjectNaming[],
  moved: Site['movedProjects'],
): ProjectTargets {
  if (moved.size === 0) return NO_TARGETS;
  const own = mentions.flatMap(({ id }) => {
    const home = moved.get(id);
    return home === undefined ? [] : [[id, home] as const];
  });
  return own.length === 0 ? NO_TARGETS : { movedProjects: Object.fromEntries(own) };
}
