import { TZDate, tzOffset } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Strings } from './strings.ts';

/**
 * An instant as `2022-01-06 20:15` in a time zone.
 *
 * Lists show dozens of these, so the digits are cut from an ISO string: ten times as fast as a pattern.
 *
 * @param instant - Ms since the epoch.
 * @param timeZone - IANA name.
 */
export function formatDateTime(instant: number, timeZone: string): string {
  const iso = localIso(instant, timeZone);
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** An instant as `2022-01-06` in a time zone. */
export function formatDate(instant: number, timeZone: string): string {
  return localIso(instant, timeZone).slice(0, 10);
}

/** An instant's day with its weekday, in the words of a language, without the year. */
export function formatDay(instant: number, timeZone: string, strings: Strings): string {
  return format(new TZDate(instant, timeZone), strings.dayPattern, { locale: strings.dateLocale });
}

/**
 * The name of a month, e.g. `1月` or `January`.
 *
 * @param month - 1 to 12.
 */
export function formatMonthName(month: number, strings: Strings): string {
  return format(new Date(2024, month - 1, 1), 'LLL', { locale: strings.dateLocale });
}

/** The time zone's wall clock at an instant, written as if it were UTC. */
function localIso(instant: number, timeZone: string): string {
  return new Date(instant + tzOffset(timeZone, new Date(instant)) * 60_000).toISOString();
}
