import { linkSlices } from './list-articles.ts';
import type { Page, ProjectPage } from './page.ts';
import type { PageTitles } from './page-titles.ts';
import { type ListSlice, paginate } from './pagination.ts';
import { projectFeedUrl } from './project-feed-url.ts';
import { listProjectIndexPages } from './project-index-pages.ts';
import { countByPeriod } from './project-timeline.ts';
import type { Mention, Project, Site } from './site.ts';
import { createMonthReader } from './site-calendar.ts';

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
  return paginate(project.card.url, project.mentions.length, size).map((slice) => {
    const page = makeProjectPage(project, slice);
    return slice.pageNumber === undefined ? Object.assign(page, describeWhole(project, monthOf)) : page;
  });
}

/** A numbered page speaks of its own time: what it says of the project is what its newest article and older ones know. */
function makeProjectPage({ card, ids, mentions, names }: Project, slice: ListSlice): ProjectPage {
  const { url, pageNumber, start, end } = slice;
  const shown = mentions.slice(start, end);
  return {
    kind: 'project',
    url,
    title: card.name,
    project: card,
    names: names.filter(({ first }) => first >= start).map(({ name }) => name),
    count: mentions.length - start,
    firstMention: dateOf(mentions.at(-1)!),
    latestMention: dateOf(mentions[start]!),
    articles: shown.map(({ article }) => article.card),
    get sentences() {
      return shown.map(({ article, told }) => article.summary.projects[told]!.sentence);
    },
    ...(ids.length > 1 && { ids }),
    ...(pageNumber !== undefined && { pageNumber }),
    ...linkSlices(slice, card.name),
  };
}

/** What only the front shows: it is made anew for each mention anyway. */
function describeWhole(
  project: Project,
  monthOf: MonthReader,
): Pick<ProjectPage, 'links' | 'timeline' | 'companions' | 'feed'> {
  const { mentions, links, companions } = project;
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

function dateOf({ article }: Mention): number {
  return article.summary.date;
}
