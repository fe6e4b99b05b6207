import { compareText } from './article-order.ts';
import { linkSlices } from './list-articles.ts';
import type { Page, ProjectIndexPage, ProjectPage } from './page.ts';
import type { PageTitles } from './page-titles.ts';
import { type ListSlice, paginate } from './pagination.ts';
import type { Mention, Project, Site } from './site.ts';

/** Projects that the index shows; the others are reached from their articles. */
const MAX_INDEXED = 2000;

/** Other names that a page shows, the first used. */
const MAX_NAMES = 20;

/** The index of projects, and the pages of each. */
export function listProjectPages({ projects, config }: Site, titles: PageTitles): Page[] {
  return [
    { kind: 'project-index', url: '/projects/', title: titles.projects, projects: rankProjects(projects) },
    ...projects.flatMap((project) => listPagesOf(project, config.pagination.size)),
  ];
}

function listPagesOf(project: Project, size: number): ProjectPage[] {
  const names = listNames(project.mentions);
  return paginate(project.card.url, project.mentions.length, size).map((slice) =>
    makeProjectPage(project, names, slice),
  );
}

/** Most mentioned first. */
function rankProjects(projects: readonly Project[]): ProjectIndexPage['projects'] {
  return projects
    .toSorted((a, b) => b.mentions.length - a.mentions.length || compareText(a.card.url, b.card.url))
    .slice(0, MAX_INDEXED)
    .map(({ card, mentions }) => ({ ...card, count: mentions.length, latestMention: dateOf(mentions[0]!) }));
}

/** A numbered page speaks of its own time: what it says of the project is what its newest article and older ones know. */
function makeProjectPage(
  { card, mentions }: Project,
  names: readonly DatedName[],
  slice: ListSlice,
): ProjectPage {
  const { url, pageNumber, start, end } = slice;
  return {
    kind: 'project',
    url,
    title: card.name,
    project: card,
    names: names.filter(({ first }) => first >= start).map(({ name }) => name),
    count: mentions.length - start,
    firstMention: dateOf(mentions.at(-1)!),
    latestMention: dateOf(mentions[start]!),
    articles: mentions.slice(start, end).map(({ article, sentence }) => ({ ...article.card, sentence })),
    ...(pageNumber !== undefined && { pageNumber }),
    ...linkSlices(slice, card.name),
  };
}

interface DatedName {
  readonly name: string;
  /** Index of the oldest mention that uses it. */
  readonly first: number;
}

/** In order of first use. */
function listNames(mentions: readonly Mention[]): readonly DatedName[] {
  const names = new Map<string, DatedName>();
  for (let first = mentions.length - 1; first >= 0 && names.size < MAX_NAMES; first--) {
    for (const name of mentions[first]!.names) if (!names.has(name)) names.set(name, { name, first });
  }
  return [...names.values()].slice(0, MAX_NAMES);
}

function dateOf({ article }: Mention): number {
  return article.summary.date;
}
