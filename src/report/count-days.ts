import type { ReportedArticle } from './site-facts.ts';

/** Articles of one source in one period. */
export interface DayCount {
  /** Its first day, UTC midnight of the date as people there count it. */
  readonly day: Date;
  readonly source: string;
  readonly count: number;
}

export interface DayCounts {
  /** Those with most articles, then `OTHERS` where there are more. */
  readonly sources: readonly string[];
  /** The last days, up to that of the newest article. Days without articles are left out. */
  readonly days: readonly DayCount[];
  /** All time, by month. */
  readonly months: readonly DayCount[];
}

export const OTHERS = 'others';

/** Sources that have a colour of their own. */
const MOST_SOURCES = 7;
const LAST_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/** @param toDay - The day of an instant, counted from 1 January 1970. */
export function countDays(
  articles: readonly ReportedArticle[],
  toDay: (instant: number) => number,
): DayCounts {
  const ranked = rankSources(articles);
  const shown = new Set(ranked.slice(0, MOST_SOURCES));
  const nameOf = (source: string) => (shown.has(source) ? source : OTHERS);
  const sources = ranked.length > shown.size ? [...shown, OTHERS] : [...shown];
  const dated = articles.map(({ date, source }) => ({ day: toDay(date), source: nameOf(source) }));
  const last = dated.reduce((newest, { day }) => Math.max(newest, day), Number.NEGATIVE_INFINITY);
  return {
    sources,
    days: tally(
      dated.filter(({ day }) => day > last - LAST_DAYS),
      sources,
    ),
    months: tally(
      dated.map(({ day, source }) => ({ day: firstOfMonth(day), source })),
      sources,
    ),
  };
}

function rankSources(articles: readonly ReportedArticle[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { source } of articles) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([source]) => source);
}

function firstOfMonth(day: number): number {
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY;
}

function tally(
  dated: readonly { readonly day: number; readonly source: string }[],
  sources: readonly string[],
): readonly DayCount[] {
  const counts = new Map<number, Map<string, number>>();
  for (const { day, source } of dated) {
    const bySource = counts.get(day) ?? new Map<string, number>();
    counts.set(day, bySource);
    bySource.set(source, (bySource.get(source) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, bySource]) =>
      sources.flatMap((source) => {
        const count = bySource.get(source);
        return count === undefined ? [] : [{ day: new Date(day * DAY), source, count }];
      }),
    );
}
