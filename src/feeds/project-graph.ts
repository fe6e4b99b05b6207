import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl } from '../site/link.ts';
import { projectFeedUrl } from '../site/project-feed-url.ts';
import { listProjectLinks, listProjectNames } from '../site/project-pages.ts';
import type { Project, Site } from '../site/site.ts';
import { createMonthReader } from '../site/site-calendar.ts';
import type { OutputFile } from './output-file.ts';

/** Raised when a reader of the file would have to change. docs/projects.md describes the format. */
const FORMAT = 1;

/** Connections of two projects, the strongest: all of a site of some thousand projects, and a few megabytes at most. */
const MAX_EDGES = 50_000;

/**
 * Everything that the site knows of its projects, as data for other programs: who they are, when they were in the news, and
 * which of them in the same articles.
 */
export function renderProjectGraph(site: Site, config: SiteConfig): OutputFile {
  const monthOf = createMonthReader(config.timeZone);
  const projects = site.projects.map((project) => JSON.stringify(describeProject(project, config, monthOf)));
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

function describeProject(
  project: Project,
  { url: siteUrl }: SiteConfig,
  monthOf: ReturnType<typeof createMonthReader>,
) {
  const { card, ids, mentions } = project;
  const names = listProjectNames(project);
  const links = listProjectLinks(project);
  const feed = projectFeedUrl(project);
  const months: { [month: string]: number } = {};
  for (let index = mentions.length - 1; index >= 0; index--) {
    const { year, month } = monthOf(mentions[index]!.article.summary.date);
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    months[name] = (months[name] ?? 0) + 1;
  }
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
    months,
  };
}

function toIso(instant: number): string {
  return new Date(instant).toISOString();
}

/** Id, id, and articles that name both: most first, then in order of first mention. */
type Edge = readonly [string, string, number];

function listEdges({ projects, articles }: Site): readonly Edge[] {
  const order = new Map(projects.map((project, index) => [project, index]));
  const counts = new Map<number, number>();
  for (const article of articles) {
    const named = article.projects.map((project) => order.get(project)!).sort((a, b) => a - b);
    for (const [index, first] of named.entries()) {
      for (const second of named.slice(index + 1)) {
        const pair = first * projects.length + second;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .slice(0, MAX_EDGES)
    .map(([pair, count]) => [
      projects[Math.floor(pair / projects.length)]!.card.id,
      projects[pair % projects.length]!.card.id,
      count,
    ]);
}
