import type { Month, SiteArticle } from './site.ts';
import { createMonthReader, type LocalMonth } from './site-calendar.ts';

/**
 * The articles of each month in a time zone, newest month first.
 *
 * @param articles - Newest first.
 */
export function groupByMonth(articles: readonly SiteArticle[], timeZone: string): readonly Month[] {
  const readMonth = createMonthReader(timeZone);
  const months = new Map<string, Month & { readonly articles: SiteArticle[] }>();
  for (const article of articles) {
    const local = readMonth(article.summary.date);
    const url = archiveUrl(local);
    const known = months.get(url);
    if (known === undefined) months.set(url, { ...local, url, articles: [article] });
    else known.articles.push(article);
  }
  return [...months.values()];
}

/** `/archives/2022/01/`. Years before 0 and after 9999 have six digits, as in ISO 8601, the former a minus. */
export function archiveUrl({ year, month }: LocalMonth): string {
  const digits = String(Math.abs(year)).padStart(year < 0 || year > 9999 ? 6 : 4, '0');
  return `/archives/${year < 0 ? '-' : ''}${digits}/${String(month).padStart(2, '0')}/`;
}
