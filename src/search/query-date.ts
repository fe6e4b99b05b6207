import { startOfDay } from './zoned-day.ts';

/** Half open: `from` is in it, `until` is not. UTC instants, ms. */
export interface DateRange {
  readonly from?: number;
  readonly until?: number;
}

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;

/**
 * Reads what stands behind `date:`, `after:` or `before:`: a year, a month, a day, and behind `date:` also two of them with
 * `..` between, one of which may be missing. `after:` begins with the day, month or year that it names, `before:` ends
 * before it.
 *
 * @returns undefined when it is no date.
 */
export function readDateRange(
  filter: 'date' | 'after' | 'before',
  text: string,
  timeZone: string,
): DateRange | undefined {
  const [first = '', last, ...more] = text.split('..');
  if (more.length > 0 || (last !== undefined && filter !== 'date') || text === '..') return undefined;
  const start = first === '' ? undefined : readSpan(first, timeZone);
  const end = last === undefined ? start : last === '' ? undefined : readSpan(last, timeZone);
  if ((first !== '' || last === undefined) && start === undefined) return undefined;
  if (last !== undefined && last !== '' && end === undefined) return undefined;
  if (filter === 'after') return { from: start!.from };
  if (filter === 'before') return { until: start!.from };
  return { ...(start && { from: start.from }), ...(end && { until: end.until }) };
}

/** The year, month or day that a text names. */
function readSpan(text: string, timeZone: string): Required<DateRange> | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if ((month !== undefined && (month < 1 || month > 12)) || (day !== undefined && (day < 1 || day > 31))) {
    return undefined;
  }
  const begin = (y: number, m: number, d: number) => startOfDay(y, m, d, timeZone);
  const from = begin(year!, month ?? 1, day ?? 1);
  if (day !== undefined) return { from, until: begin(year!, month!, day + 1) };
  if (month !== undefined) return { from, until: begin(year!, month + 1, 1) };
  return { from, until: begin(year! + 1, 1, 1) };
}
