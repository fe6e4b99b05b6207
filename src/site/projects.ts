import type { ProjectMention } from '../html/cleaned-body.ts';
import type { ArticleSummary } from './article-summary.ts';
import { foldPath } from './fold-path.ts';
import type { ProjectCard } from './page.ts';
import type { Mention, Project, SiteArticle } from './site.ts';
import { isDeviceName } from './unsafe-characters.ts';

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

const NONE: readonly Project[] = Object.freeze([]);

/**
 * Gives every project its page. Name, logo and link are those of the oldest mention, so that a new article changes nothing
 * on old pages; only a mention in Markdown, which has no name, gives way to the first that has one. Ids that differ only by
 * case share a page: on some hosts they are one file.
 *
 * @param summaries - In order of first publication.
 */
export function indexProjects(summaries: readonly ArticleSummary[]): ProjectIndex {
  const mentions = new Map<string, ProjectMention>();
  for (const mention of summaries.flatMap(({ projects }) => projects)) {
    const key = foldPath(mention.id);
    // No file can have the name of a device: such an id names nothing.
    if (isDeviceName(mention.id)) continue;
    const known = mentions.get(key);
    if (known === undefined) mentions.set(key, mention);
    else if (known.name === '' && mention.name !== '') mentions.set(key, { ...mention, id: known.id });
  }
  const projects = new Map<string, GrowingProject>();
  for (const [key, mention] of mentions) projects.set(key, { card: makeCard(mention), mentions: [] });
  return {
    projects: [...projects.values()],
    find: ({ projects: named }) =>
      named.length === 0 ? NONE : [...new Set(named.flatMap(({ id }) => projects.get(foldPath(id)) ?? []))],
  };
}

function makeCard({ id, name, text, logo, href }: ProjectMention): ProjectCard {
  return {
    id,
    url: `/projects/${id}/`,
    name: name || text || id,
    ...(logo !== undefined && { logo }),
    ...(href !== undefined && { href }),
  };
}

/** Lists an article under the projects that it mentions. Call newest first. */
export function enterMentions(article: SiteArticle): void {
  for (const project of article.projects) {
    const own = article.summary.projects.filter(({ id }) => foldPath(id) === foldPath(project.card.id));
    const used = own
      .flatMap(({ name, text }) => [name, text])
      .filter((name) => name !== '' && name !== project.card.name);
    (project as GrowingProject).mentions.push({
      article,
      names: [...new Set(used)],
      sentence: own[0]!.sentence,
    });
  }
}
