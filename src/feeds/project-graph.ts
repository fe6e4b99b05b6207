import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl } from '../site/link.ts';
import { projectFeedUrl } from '../site/project-feed-url.ts';
import type { Mention, Project, Site } from '../site/site.ts';
import type { OutputFile } from './output-file.ts';

/** Raised when a reader of the file would have to change. docs/projects.md describes the format. */
const FORMAT = 1;

/**
 * Everything that the site knows of its projects, as data for other programs: who they are, when they were in the news, and
 * which of them in the same articles.
 */
export function renderProjectGraph(site: Site, config: SiteConfig): OutputFile {
  const months = nameMonths(site);
  const projects = site.projects.map((project) => JSON.stringify(describeProject(project, config, months)));
  const edges = listEdges(site).map((edge) => JSON.stringify(edge));
  const lines = [
    `{"format":${FORMAT},"site":${JSON.stringify(config.url)},"projects":[`,
    projects.join(',\n'),
    '],"edges":[',
    edges.join(',\n'),
    ']}',
    '',
  ];
  return { path: 'projects/index.json', contents: lines.join('\n') };
}

/** By article, the month it is of: `2022-01`. */
function nameMonths({ articles, months }: Site): readonly string[] {
  const names = new Array<string>(articles.length).fill('');
  for (const { year, month, articles: ofMonth } of months) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    for (const { position } of ofMonth) names[position] = name;
  }
  return names;
}

function describeProject(project: Project, { url: siteUrl }: SiteConfig, months: readonly string[]) {
  const { card, ids, mentions, links } = project;
  const names = project.names.map(({ name }) => name);
  const feed = projectFeedUrl(project);
  return {
    id: card.id,
    name: card.name,
    url: absoluteUrl(siteUrl, card.url),
    ...(names.length > 0 && { names }),
    ...(ids.length > 1 && { ids }),
    ...(card.logo !== undefined && { logo: card.logo }),
    ...(links.length > 0 && { links: links.map(({ href, kind }) => ({ url: href, kind })) }),
    ...(feed !== undefined && { feed: absoluteUrl(siteUrl, feed) }),
    articles: mentions.length,
    first: toIso(mentions.at(-1)!.article.summary.date),
    latest: toIso(mentions[0]!.article.summary.date),
    months: countMonths(mentions, months),
  };
}

/** Articles by month, oldest first; only months with articles. */
function countMonths(
  mentions: readonly Mention[],
  months: readonly string[],
): { readonly [month: string]: number } {
  const counts: { [month: string]: number } = {};
  let month = '';
  let count = 0;
  const close = (): void => {
    if (count > 0) counts[month] = (counts[month] ?? 0) + count;
    count = 0;
  };
  for (let index = mentions.length - 1; index >= 0; index--) {
    const next = months[mentions[index]!.article.position]!;
    if (next !== month) close();
    month = next;
    count++;
  }
  close();
  return counts;
}

function toIso(instant: number): string {
  return new Date(instant).toISOString();
}

/** Id, id, and articles that name both. */
type Edge = readonly [string, string, number];

/** Each project's companions, each pair once: by the project that was mentioned first, then as it ranks them. */
function listEdges({ projects }: Site): readonly Edge[] {
  const edges: Edge[] = [];
  for (const project of projects) {
    for (const { project: other, count } of project.companions) {
      const isTheirs = other.companions.some((companion) => companion.project === project);
      if (isTheirs && other.position < project.position) continue;
      edges.push([project.card.id, other.card.id, count]);
    }
  }
  return edges;
}
