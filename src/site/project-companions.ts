import { compareText } from './article-order.ts';
import type { Project } from './site.ts';

/** A project that is in the news together with another. */
export interface Companion {
  readonly project: Project;
  /** Articles that mention both. */
  readonly count: number;
}

/**
 * The projects that share articles with a project, most articles first. An article changes only the counts of the projects
 * that it mentions itself.
 */
export function rankCompanions(project: Project, limit: number): readonly Companion[] {
  const counts = new Map<Project, number>();
  for (const { article } of project.mentions) {
    for (const other of article.projects) {
      if (other !== project) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([other, count]) => ({ project: other, count }))
    .sort((a, b) => b.count - a.count || compareText(a.project.card.url, b.project.card.url))
    .slice(0, limit);
}
