import type { ProjectPage } from './page.ts';
import type { LocalMonth } from './site-calendar.ts';

type Timeline = NonNullable<ProjectPage['timeline']>;

/** Up to so many months, time is told in months; beyond, in years. */
const MOST_MONTHS = 36;
const MOST_YEARS = 60;

/**
 * How often something was in the news: a count for each month (each year, of a long time) from the first to the last, empty
 * ones included. Of more than 60 years only the last are shown.
 *
 * @param instants - UTC, ms, newest first, at least one.
 */
export function countByPeriod(
  instants: readonly number[],
  monthOf: (instant: number) => LocalMonth,
): Timeline {
  const months = instants.map(monthOf);
  const [newest] = months;
  const oldest = months.at(-1)!;
  const span = toNumber(newest!) - toNumber(oldest) + 1;
  return span > MOST_MONTHS ? countYears(months) : countMonths(months, span);
}

/** Months since the year 0. */
function toNumber({ year, month }: LocalMonth): number {
  return year * 12 + month - 1;
}

function countMonths(months: readonly LocalMonth[], span: number): Timeline {
  const first = toNumber(months.at(-1)!);
  const counts = new Array<number>(span).fill(0);
  for (const month of months) counts[toNumber(month) - first]! += 1;
  return counts.map((count, index) => {
    const at = first + index;
    return { year: Math.floor(at / 12), month: (at % 12) + 1, count };
  });
}

function countYears(months: readonly LocalMonth[]): Timeline {
  const last = months[0]!.year;
  const first = Math.max(months.at(-1)!.year, last - MOST_YEARS + 1);
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const { year } of months) if (year >= first) counts[year - first]! += 1;
  return counts.map((count, index) => ({ year: first + index, count }));
}
