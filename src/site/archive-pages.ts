import { listArticles } from './list-articles.ts';
import type { ArchiveIndexPage, Link, MonthCalendar, Page } from './page.ts';
import type { PageTitles } from './page-titles.ts';
import { paginate } from './pagination.ts';
import type { Month, Site } from './site.ts';
import { createDayReader } from './site-calendar.ts';

/** Ms. */
const DAY = 86_400_000;

/** The calendar of all months, and the lists of each. */
export function listArchivePages({ months, config }: Site, titles: PageTitles): Page[] {
  const index = { title: titles.archives, url: '/archives/' };
  const readDay = createDayReader(config.timeZone);
  const linkTo = (month: Month | undefined): Link | undefined =>
    month && { title: titles.month(month), url: month.url };
  return [
    { kind: 'archive-index', ...index, years: groupByYear(months) },
    ...months.flatMap((month, position) => {
      const { articles, url } = month;
      const [front, ...numbered] = listArticles({
        list: 'month',
        link: { title: titles.month(month), url },
        parents: [index],
        articles,
        size: config.pagination.size,
      });
      const [next, previous] = [linkTo(months[position - 1]), linkTo(months[position + 1])];
      const calendar: MonthCalendar = {
        year: month.year,
        month: month.month,
        days: countDays(month, config.pagination.size, readDay),
        ...(previous && { previous }),
        ...(next && { next }),
      };
      return [{ ...front!, calendar }, ...numbered];
    }),
  ];
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
