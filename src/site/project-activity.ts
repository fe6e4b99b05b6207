import { compareText } from './article-order.ts';
import type { Project, SiteArticle } from './site.ts';

/** Activity is counted in so many days up to the newest article: nothing here knows the clock. */
const DAYS = 28;
const DAY = 24 * 60 * 60 * 1000;

export interface ActiveProject {
  readonly project: Project;
  /** Articles of the last four weeks of content that mention it. */
  readonly count: number;
}

/**
 * The projects in the news: most mentioned in the last four weeks of content first.
 *
 * @param articles - Newest first.
 */
export function rankActiveProjects(
  articles: readonly SiteArticle[],
  limit: number,
): readonly ActiveProject[] {
  const since = (articles[0]?.summary.date ?? 0) - DAYS * DAY;
  const counts = new Map<Project, number>();
  for (const article of articles) {
    if (article.summary.date < since) break;
    for (const project of article.projects) counts.set(project, (counts.get(project) ?? 0) + 1);
  }
  return Array.from(counts, ([project, count]) => ({ project, count }))
    .sort((a, b) => b.count - a.count || compareText(a.project.card.url, b.project.card.url))
    .slice(0, limit);
}
