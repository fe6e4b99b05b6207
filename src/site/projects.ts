import type { ArticleSummary } from './article-summary.ts';
import { foldPath } from './fold-path.ts';
import type { ProjectCard } from './page.ts';
import type { Mention, Project, SiteArticle } from './site.ts';

interface GrowingProject extends Project {
  readonly mentions: Mention[];
}

/** All companies and products that articles mention. */
export interface ProjectIndex {
  /** In order of first mention. */
  readonly projects: readonly Project[];
  /** In order of mention, without doubles. */
  readonly find: (summary: ArticleSummary) => readonly Project[];
}

/**
 * Gives every project its page. Name, logo and link are those of the oldest mention, so that a new article changes nothing
 * on old pages. Ids that differ only by case share a page: on some hosts they are one file.
 *
 * @param summaries - In order of first publication.
 */
export function indexProjects(summaries: readonly ArticleSummary[]): ProjectIndex {
  const projects = new Map<string, GrowingProject>();
  for (const { projects: mentions } of summaries) {
    for (const { id, name, logo, href } of mentions) {
      const key = foldPath(id);
      if (projects.has(key)) continue;
      const card: ProjectCard = {
        id,
        url: `/projects/${id}/`,
        name,
        ...(logo && { logo }),
        ...(href && { href }),
      };
      projects.set(key, { card, mentions: [] });
    }
  }
  return {
    projects: [...projects.values()],
    find: (summary) => [...new Set(summary.projects.map(({ id }) => projects.get(foldPath(id))!))],
  };
}

/** Lists an article under the projects that it mentions. Call newest first. */
export function enterMentions(article: SiteArticle): void {
  for (const project of article.projects) {
    const own = article.summary.projects.filter(({ id }) => foldPath(id) === foldPath(project.card.id));
    const used = own.flatMap(({ name, text }) => [name, text]).filter((name) => name !== project.card.name);
    (project as GrowingProject).mentions.push({
      article,
      names: [...new Set(used)],
      sentence: own[0]!.sentence,
    });
  }
}
