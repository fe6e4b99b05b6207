import { makeListPage, planList } from './list-articles.ts';
import type { ArchiveIndexPage, Link, MonthCalendar, Page } from './page.ts';
import type { PageGroup } from './page-group.ts';
import type { PageTitles } from './page-titles.ts';
import { type GroupingContext, groupLists, type PagedList } from './paged-list.ts';
import { paginate } from './pagination.ts';
import type { Month, Site } from './site.ts';
import { createDayReader } from './site-calendar.ts';

/** Ms. */
const DAY = 86_400_000;

/** The calendar of all months. */
export function makeArchiveIndex({ months }: Site, titles: PageTitles): Page {
  return { kind: 'archive-index', ...linkIndex(titles), years: groupByYear(months) };
}

/** The lists of each month. */
export function groupArchivePages(
  { months, config }: Site,
  titles: PageTitles,
  context: GroupingContext,
): PageGroup[] {
  const readDay = createDayReader(config.timeZone);
  const lists = months.map((month, position) =>
    planMonth(
      month,
      { next: months[position - 1], previous: months[position + 1] },
      { titles, readDay, ...context },
    ),
  );
  return groupLists(lists, context);
}

interface MonthNeighbours {
  readonly previous: Month | undefined;
  readonly next: Month | undefined;
}

interface MonthContext {
  readonly titles: PageTitles;
  readonly readDay: (instant: number) => number;
  readonly size: number;
}

/** The URL of a month stands for its year and number, and so for its title; its articles for the days of the calendar too. */
function planMonth(
  month: Month,
  around: MonthNeighbours,
  { titles, readDay, size }: MonthContext,
): PagedList {
  const linkTo = (other: Month): Link => ({ title: titles.month(other), url: other.url });
  const { articles } = month;
  const list = { list: 'month', link: linkTo(month), parents: [linkIndex(titles)], articles } as const;
  const describe = (): MonthCalendar => ({
    year: month.year,
    month: month.month,
    days: countDays(month, size, readDay),
    ...(around.previous && { previous: linkTo(around.previous) }),
    ...(around.next && { next: linkTo(around.next) }),
  });
  return {
    ...planList(list),
    addFront: (imprint) => imprint.add(around.previous?.url ?? '', around.next?.url ?? ''),
    makePage: (slice) => {
      const page = makeListPage(list, slice);
      return slice.pageNumber === undefined ? { ...page, calendar: describe() } : page;
    },
  };
}

function linkIndex(titles: PageTitles): Link {
  return { title: titles.archives, url: '/archives/' };
}

/** The days that have articles, the first of the month first, each with the page of the list that shows its newest. */
function countDays(
  { articles, url }: Month,
  size: number,
  readDay: (instant: number) => number,
): MonthCalendar['days'] {
  const slices = paginate(url, articles.length, size);
  const days = new Map<number, { readonly day: number; count: number; readonly url: string }>();
  let page = 0;
  for (const [position, { summary }] of articles.entries()) {
    while (position >= slices[page]!.end) page++;
    const local = readDay(summary.date);
    const known = days.get(local);
    if (known !== undefined) known.count++;
    else days.set(local, { day: new Date(local * DAY).getUTCDate(), count: 1, url: slices[page]!.url });
  }
  return [...days.values()].reverse();
}

function groupByYear(months: readonly Month[]): ArchiveIndexPage['years'] {
  const years = new Map<number, Month[]>();
  for (const month of months) {
    const known = years.get(month.year);
    if (known === undefined) years.set(month.year, [month]);
    else known.push(month);
  }
  return [...years].map(([year, known]) => ({
    year,
    count: known.reduce((sum, { articles }) => sum + articles.length, 0),
    months: known
      .toSorted((a, b) => a.month - b.month)
      .map(({ month, url, articles }) => ({ month, count: articles.length, url })),
  }));
}
