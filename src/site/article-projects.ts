import type { ProjectMention } from '../html/cleaned-body.ts';
import type { ArticleProject, ProjectTargets } from './page.ts';
import type { Project, Site, SiteArticle } from './site.ts';

/**
 * What the page of each article shows of the projects that it names: with the sentence that names it, and where it was in
 * the news before.
 *
 * @returns In the order of `site.articles`.
 */
export function listArticleProjects({ articles, findProject }: Site): readonly (readonly ArticleProject[])[] {
  const before = new Map<Project, SiteArticle>();
  const shown: (readonly ArticleProject[])[] = [];
  // From the oldest on, so that what is in the map is older.
  for (let position = articles.length - 1; position >= 0; position--) {
    const article = articles[position]!;
    shown[position] = article.projects.map((project) => showProject(project, article, before, findProject));
    for (const project of article.projects) before.set(project, article);
  }
  return shown;
}

function showProject(
  project: Project,
  { summary }: SiteArticle,
  before: ReadonlyMap<Project, SiteArticle>,
  findProject: Site['findProject'],
): ArticleProject {
  const sentence = summary.projects.find(({ id }) => findProject(id) === project)?.sentence ?? '';
  const previous = before.get(project);
  return {
    ...project.card,
    ...(sentence !== '' && { sentence }),
    ...(previous && { previous: { ...previous.link, date: previous.summary.date } }),
  };
}

/** Where links of a body lead whose ids were merged into another project's. */
export function findProjectTargets(
  mentions: readonly ProjectMention[],
  findProject: Site['findProject'],
): ProjectTargets {
  const moved = mentions.flatMap(({ id }) => {
    const home = findProject(id)?.card.id;
    return home === undefined || home === id ? [] : [[id, home] as const];
  });
  return moved.length === 0 ? {} : { movedProjects: Object.fromEntries(moved) };
}
