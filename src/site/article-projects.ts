import type { ArticleProject, ProjectTargets } from './page.ts';
import { findPlace } from './place-in-list.ts';
import type { ProjectNaming } from './project-naming.ts';
import type { Mention, Project, Site, SiteArticle } from './site.ts';

/** A project that an article names, and the last article before it that does. */
export interface NamedProject {
  readonly project: Project;
  readonly previous: SiteArticle | undefined;
}

const NONE: readonly NamedProject[] = Object.freeze([]);
const positionOf = ({ article }: Mention): number => article.position;

/** What the page of an article shows of the projects that it names: beside their cards, where they were in the news before. */
export function listNamedProjects({ projects, position }: SiteArticle): readonly NamedProject[] {
  if (projects.length === 0) return NONE;
  return projects.map((project) => {
    const { mentions } = project;
    return { project, previous: mentions[findPlace(mentions, position, positionOf) + 1]?.article };
  });
}

/** Stands for what `showProject` makes. */
export function identifyProject({ project, previous }: NamedProject): string {
  return `${project.identity} ${previous?.identity ?? ''}`;
}

export function showProject({ project: { card }, previous }: NamedProject): ArticleProject {
  if (previous === undefined) return card;
  return { ...card, previous: { ...previous.link, date: previous.summary.date } };
}

export const NO_TARGETS: ProjectTargets = Object.freeze({});

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
