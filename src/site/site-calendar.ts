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
  const readDay = createDayReader(timeZone);
  let day = Number.NaN;
  let month: LocalMonth | undefined;
  return (instant) => {
    const asked = readDay(instant);
    // Articles come by date: mostly of the day of the one before.
    if (month === undefined || asked !== day) {
      const local = new Date(asked * DAY);
      month = { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1 };
      day = asked;
    }
    return month;
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

/** A memory of a pure function: half a dozen passes over the articles ask for the same days. */
const clocks = new Map<string, (instant: number) => number>();

/**
 * What the clocks of a time zone show, as if it were UTC.
 *
 * Asking for an offset costs some 10 µs, so it is asked once for each UTC day; only on the days on which clocks change is it
 * asked for each instant.
 */
export function createLocalClock(timeZone: string): (instant: number) => number {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const offsetAt = (instant: number): number => tzOffset(timeZone, new Date(instant)) * MINUTE;
  if (Number.isNaN(offsetAt(0))) throw new RangeError(`No such time zone: ${timeZone}`);
  /** By UTC day; NaN on days on which the offset changes. */
  const offsets = new Map<number, number>();
  /** Of a day that is known, the offset that holds from its first instant to the first of the next. */
  const steadyOffset = (day: number): number | undefined => {
    const known = offsets.get(day);
    return Number.isNaN(known) ? undefined : known;
  };

  const measureDay = (day: number): number => {
    const first = steadyOffset(day - 1) ?? offsetAt(day * DAY);
    const next = steadyOffset(day + 1) ?? offsetAt((day + 1) * DAY);
    return first === next ? first : Number.NaN;
  };
  let day = Number.NaN;
  let offset = Number.NaN;
  const toLocal = (instant: number): number => {
    const asked = Math.floor(instant / DAY);
    if (asked !== day) {
      offset = offsets.get(asked) ?? measureDay(asked);
      offsets.set(asked, offset);
      day = asked;
    }
    return instant + (Number.isNaN(offset) ? offsetAt(instant) : offset);
  };
  clocks.set(timeZone, toLocal);
  return toLocal;
}
