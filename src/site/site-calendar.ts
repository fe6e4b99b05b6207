import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A month as people in the site's time zone count it. */
export interface LocalMonth {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/**
 * Tells instants' months in a time zone, whatever the machine's own.
 *
 * @param timeZone - IANA name.
 * @throws RangeError if there is no such time zone.
 */
export function createMonthReader(timeZone: string): (instant: number) => LocalMonth {
  const toLocal = createLocalClock(timeZone);
  return (instant) => {
    const local = new Date(toLocal(instant));
    return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1 };
  };
}

/**
 * Tells instants' days in a time zone, counted from 1 January 1970.
 *
 * @param timeZone - IANA name.
 * @throws RangeError if there is no such time zone.
 */
export function createDayReader(timeZone: string): (instant: number) => number {
  const toLocal = createLocalClock(timeZone);
  return (instant) => Math.floor(toLocal(instant) / DAY);
}

/**
 * What the clocks of a time zone show, as if it were UTC.
 *
 * Asking for an offset costs about 3 µs, so it is asked once for each UTC day; only on the days on which clocks change is it
 * asked for each instant.
 */
export function createLocalClock(timeZone: string): (instant: number) => number {
  const offsetAt = (instant: number): number => tzOffset(timeZone, new Date(instant)) * MINUTE;
  if (Number.isNaN(offsetAt(0))) throw new RangeError(`No such time zone: ${timeZone}`);
  /** By UTC day; NaN on days on which the offset changes. */
  const offsets = new Map<number, number>();

  const offsetOfDay = (day: number): number => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const first = offsetAt(day * DAY);
    const offset = first === offsetAt((day + 1) * DAY) ? first : Number.NaN;
    offsets.set(day, offset);
    return offset;
  };
  return (instant) => {
    const offset = offsetOfDay(Math.floor(instant / DAY));
    return instant + (Number.isNaN(offset) ? offsetAt(instant) : offset);
  };
}
