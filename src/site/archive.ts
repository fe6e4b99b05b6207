import type { Month, SiteArticle } from './site.ts';
import { createMonthReader, type LocalMonth } from './site-calendar.ts';

interface GrowingMonth extends Month {
  readonly articles: SiteArticle[];
}

/**
 * The articles of each month in a time zone, newest month first.
 *
 * @param articles - Newest first.
 */
export function groupByMonth(articles: readonly SiteArticle[], timeZone: string): readonly Month[] {
  const readMonth = createMonthReader(timeZone);
  const months = new Map<string, GrowingMonth>();
  let open: GrowingMonth | undefined;
  for (const article of articles) {
    const local = readMonth(article.summary.date);
    // Where clocks are put back on the first of a month, a few articles of the last come after it.
    if (local.month !== open?.month || local.year !== open.year) open = openMonth(months, local);
    open.articles.push(article);
  }
  return [...months.values()];
}

function openMonth(months: Map<string, GrowingMonth>, local: LocalMonth): GrowingMonth {
  const url = archiveUrl(local);
  const month = months.get(url) ?? { ...local, url, articles: [] };
  months.set(url, month);
  return month;
}

/** `/archives/2022/01/`. Years before 0 and after 9999 have six digits, as in ISO 8601, the former a minus. */
export function archiveUrl({ year, month }: LocalMonth): string {
  const digits = String(Math.abs(year)).padStart(year < 0 || year > 9999 ? 6 : 4, '0');
  return `/archives/${year < 0 ? '-' : ''}${digits}/${String(month).padStart(2, '0')}/`;
}
