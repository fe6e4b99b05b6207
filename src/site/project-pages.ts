import { linkSlices } from './list-articles.ts';
import type { ProjectPage } from './page.ts';
import type { PageGroup } from './page-group.ts';
import { type GroupingContext, groupInRuns, type PagedList } from './paged-list.ts';
import type { ListSlice } from './pagination.ts';
import { projectFeedUrl } from './project-feed-url.ts';
import { countByPeriod } from './project-timeline.ts';
import type { Mention, Project, Site } from './site.ts';
import { createMonthReader } from './site-calendar.ts';

type MonthReader = ReturnType<typeof createMonthReader>;

/** The pages of each project. */
export function groupProjectPages({ projects, config }: Site, context: GroupingContext): PageGroup[] {
  const monthOf = createMonthReader(config.timeZone);
  return groupInRuns(
    'projects',
    projects.map((project) => planProject(project, monthOf)),
    context,
  );
}

/**
 * The identity of a project stands for its card; with its ids, its articles decide what they say of it: names, links, dates,
 * timeline, feed, sentences. What its companions are called, and how often they are in these articles, may change with
 * others: where ids turn out to be one project's.
 */
function planProject(project: Project, monthOf: MonthReader): PagedList {
  const { card, identity, ids, mentions, companions } = project;
  return {
    url: card.url,
    count: mentions.length,
    addSelf: (imprint) => imprint.add(identity, ids.join(' ')),
    addFront: (imprint) => {
      let beside = '';
      for (const { project: other, count } of companions) beside += `${other.identity} ${count} `;
      imprint.add(beside);
    },
    addItems: (imprint, start, end) => {
      imprint.add(String(end - start));
      for (let at = start; at < end; at++) imprint.addArticle(mentions[at]!.article);
    },
    makePage: (slice) => {
      const page = makeProjectPage(project, slice);
      return slice.pageNumber === undefined ? Object.assign(page, describeWhole(project, monthOf)) : page;
    },
  };
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
