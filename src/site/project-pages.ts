import { linkSlices } from './list-articles.ts';
import type { Page, ProjectLink, ProjectPage } from './page.ts';
import type { PageTitles } from './page-titles.ts';
import { type ListSlice, paginate } from './pagination.ts';
import { rankCompanions } from './project-companions.ts';
import { projectFeedUrl } from './project-feed-url.ts';
import { listProjectIndexPages } from './project-index-pages.ts';
import { cleanProjectHref, readProjectSource } from './project-sources.ts';
import { countByPeriod } from './project-timeline.ts';
import type { Mention, Project, Site } from './site.ts';
import { createMonthReader } from './site-calendar.ts';

/** Other names that a page shows, the first used. */
const MAX_NAMES = 20;
const MAX_LINKS = 6;
const MAX_COMPANIONS = 12;

type MonthReader = ReturnType<typeof createMonthReader>;

/** The index of projects, and the pages of each. */
export function listProjectPages(site: Site, titles: PageTitles): Page[] {
  const { projects, config } = site;
  const monthOf = createMonthReader(config.timeZone);
  return [
    ...listProjectIndexPages(site, titles),
    ...projects.flatMap((project) => listPagesOf(project, config.pagination.size, monthOf)),
  ];
}

function listPagesOf(project: Project, size: number, monthOf: MonthReader): ProjectPage[] {
  const names = listNames(project.mentions);
  return paginate(project.card.url, project.mentions.length, size).map((slice) => {
    const page = makeProjectPage(project, names, slice);
    return slice.pageNumber === undefined ? { ...page, ...describeWhole(project, monthOf) } : page;
  });
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

/** What only the front shows: it is made anew for each mention anyway. */
function describeWhole(
  project: Project,
  monthOf: MonthReader,
): Pick<ProjectPage, 'links' | 'timeline' | 'companions' | 'feed'> {
  const { mentions } = project;
  const links = listProjectLinks(project);
  const companions = rankCompanions(project, MAX_COMPANIONS);
  const feed = projectFeedUrl(project);
  return {
    ...(links.length > 0 && { links }),
    ...(mentions.length > 1 && { timeline: countByPeriod(mentions.map(dateOf), monthOf) }),
    ...(companions.length > 0 && {
      companions: companions.map(({ project: { card }, count }) => ({ ...card, count })),
    }),
    ...(feed !== undefined && { feed }),
  };
}

/** Sources' pages about a project: the card's address, then others in order of first use. */
export function listProjectLinks({ card, mentions }: Project): readonly ProjectLink[] {
  const hrefs = new Set(card.href === undefined ? [] : [cleanProjectHref(card.href)]);
  for (let index = mentions.length - 1; index >= 0 && hrefs.size < MAX_LINKS; index--)
    for (const href of mentions[index]!.hrefs) hrefs.add(href);
  return [...hrefs].slice(0, MAX_LINKS).map((href) => ({
    href,
    kind: readProjectSource(href)?.kind ?? 'page',
  }));
}

/** Other names than the card's, in order of first use. */
export function listProjectNames({ mentions }: Project): readonly string[] {
  return listNames(mentions).map(({ name }) => name);
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
