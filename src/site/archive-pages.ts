import { listArticles } from './list-articles.ts';
import type { ArchiveIndexPage, Page } from './page.ts';
import type { PageTitles } from './page-titles.ts';
import type { Month, Site } from './site.ts';

/** The calendar of all months, and the lists of each. */
export function listArchivePages({ months, config }: Site, titles: PageTitles): Page[] {
  const index = { title: titles.archives, url: '/archives/' };
  return [
    { kind: 'archive-index', ...index, years: groupByYear(months) },
    ...months.flatMap(({ articles, url, ...month }) =>
      listArticles({
        list: 'month',
        link: { title: titles.month(month), url },
        parents: [index],
        articles,
        size: config.pagination.size,
      }),
    ),
  ];
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
