import { tzOffset } from '@date-fns/tz';
import { type DateGroups, dateFormats, monthNames, weekdayNames, zoneOffsets } from './date-formats.ts';

/** What a text says about a moment. */
export type DateReading =
  | {
      readonly kind: 'date';
      /** UTC instant, in whole ms since the epoch. */
      readonly time: number;
      /** What looks wrong, but does not make the date uncertain. */
      readonly notes: readonly DateNote[];
    }
  /** There was no date where the text was made: "Invalid Date", `0000-00-00`. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'invalid' /** One clause. */; readonly reason: string };

export interface DateNote {
  readonly rule: 'weekday-mismatch' | 'ambiguous-zone' | 'nonexistent-time';
  /** One sentence. */
  readonly message: string;
}

/** Dates outside of these years, both included, are faults: epochs in the wrong unit, and typing errors. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** In UTF-16 code units. */
const MAX_LENGTH = 200;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * What databases, languages and libraries write where there is no date: JavaScript, moment, MySQL, Go's and .NET's
 * first day.
 */
const PLACEHOLDER =
  /^(?:invalid[ -]?date|nan|nil|none|null|undefined|n\/a|tbd|-+|(?:0000-00-00|0001-01-01)(?!\d).*)$/i;

/**
 * Reads a date as people and programs write it: RFC 2822 with its obsolete zones, ISO 8601, `YYYY-MM-DD HH:mm[:ss]` with
 * `-`, `/` or `.`, compact, Chinese, the forms of JavaScript and Unix, and seconds or ms since the epoch.
 *
 * It depends on nothing but its arguments: not on the machine's zone, locale or clock. Without a zone, the time is that
 * of `timeZone`; without a time, it is midnight. Of a time that occurs twice when clocks are put back, the first is taken;
 * one that clocks skip moves on by what they skip, with a note. A day that is not in the calendar is invalid.
 *
 * @param text - A date, not empty.
 * @param timeZone - IANA name, known to be valid.
 */
export function parseDate(text: string, timeZone: string): DateReading {
  if (text.length > MAX_LENGTH) return { kind: 'invalid', reason: 'it is too long for a date' };
  const plain = plainDate(text);
  if (PLACEHOLDER.test(plain)) return { kind: 'placeholder' };
  const epoch = parseEpoch(plain);
  if (epoch !== undefined) return epoch;
  for (const format of dateFormats) {
    const groups = format.exec(plain)?.groups;
    if (groups !== undefined) return assembleDate(groups as unknown as DateGroups, timeZone);
  }
  return { kind: 'invalid', reason: 'it is not in a known form' };
}

/**
 * Full-width digits and colons as their ASCII forms; without what stands in brackets: comments of RFC 2822, zones of
 * JavaScript and of RFC 9557, which repeat what the offset says.
 */
function plainDate(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/[\s\x85]+/g, ' ')
    .replace(/^['" ]+|['" ]+$/g, '');
}

/** 9 or 10 digits are seconds (1973 to 2286), 11 to 13 are ms. Eight are a compact date, which is a format. */
function parseEpoch(text: string): DateReading | undefined {
  const seconds = /^\d{9,10}(?:\.\d{1,9})?$/.test(text);
  if (!seconds && !/^\d{11,13}$/.test(text)) return undefined;
  return checkYear(Math.trunc(seconds ? Number(text) * 1000 : Number(text)), []);
}

function assembleDate(groups: DateGroups, timeZone: string): DateReading {
  const year = fullYear(groups.y);
  const month =
    groups.mon === undefined
      ? Number(groups.mo)
      : monthNames.indexOf(groups.mon.slice(0, 3).toLowerCase()) + 1;
  const day = Number(groups.d);
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  if (year < FIRST_YEAR) return outOfRange(year);
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCMonth() !== month - 1 || new Date(midnight).getUTCDate() !== day) {
    return { kind: 'invalid', reason: `there is no ${pad(year, 4)}-${pad(month)}-${pad(day)}` };
  }
  const timeOfDay = readTimeOfDay(groups);
  if (timeOfDay === undefined) return { kind: 'invalid', reason: 'there is no such time of the day' };
  const notes: DateNote[] = [];
  noteWeekday(groups.wd, midnight, notes);
  const local = midnight + timeOfDay;
  if (groups.zone === undefined) return placeInZone(local, timeZone, notes);
  const offset = readOffset(groups.zone, notes);
  if (offset === undefined) return { kind: 'invalid', reason: `there is no time zone ${groups.zone}` };
  return checkYear(local - offset * MINUTE, notes);
}

/** RFC 2822, 4.3: two digits are 1950 to 2049, three are years since 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

/**
 * Ms since midnight. A leap second is the second before it, so that no date becomes the next day; for the same reason
 * 24:00 does not exist.
 */
function readTimeOfDay({ h = '0', mi = '0', s = '0', f = '', ap }: DateGroups): number | undefined {
  const hour = ap === undefined ? Number(h) : hourOfHalf(Number(h), ap.toLowerCase());
  const minute = Number(mi);
  const second = Math.min(Number(s), 59);
  if (hour > 23 || minute > 59 || Number(s) > 60) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1000 + Number(f.slice(0, 3).padEnd(3, '0'));
}

/** The hour of a clock with 12 hours; 13 and more stand for themselves, as in 下午15:30. Midnight is 12 am. */
function hourOfHalf(hour: number, half: string): number {
  if (hour > 12) return hour;
  const isAfternoon = /^(?:p|下午|晚上)/.test(half) || (half === '中午' && hour < 11);
  return (hour % 12) + (isAfternoon || (half === '中午' && hour === 12) ? 12 : 0);
}

function noteWeekday(written: string | undefined, midnight: number, notes: DateNote[]): void {
  if (written === undefined) return;
  const actual = weekdayNames[new Date(midnight).getUTCDay()]!;
  if (written.slice(0, 3).toLowerCase() === actual.slice(0, 3).toLowerCase()) return;
  const date = new Date(midnight).toISOString().slice(0, 10);
  notes.push({ rule: 'weekday-mismatch', message: `${date} is a ${actual}, not a ${written}.` });
}

/** Minutes east of UTC, at most 14 hours either way (as far as zones go). */
function readOffset(zone: string, notes: DateNote[]): number | undefined {
  const numeric = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes > 14 * 60 || Number(numeric[3] ?? 0) > 59) return undefined;
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const name = zone.toUpperCase();
  const offset = zoneOffsets.get(name);
  if (name === 'CST') {
    const message = 'CST is read as UTC-06:00 (North America), as RFC 2822 says; in China it is UTC+08:00.';
    notes.push({ rule: 'ambiguous-zone', message });
  }
  if (offset !== undefined || name.length !== 1 || name === 'J') return offset;
  // RFC 2822, 4.3: RFC 822 defined the military letters wrongly, so that none can be trusted.
  notes.push({ rule: 'ambiguous-zone', message: `The zone ${name} is read as UTC, as RFC 2822 says.` });
  return 0;
}

/** The instant at which clocks of a zone show a local time, given as the instant at which those of UTC do. */
function placeInZone(local: number, timeZone: string, notes: DateNote[]): DateReading {
  const offsetAt = (time: number): number => tzOffset(timeZone, new Date(time)) * MINUTE;
  const before = offsetAt(local - DAY);
  const after = offsetAt(local + DAY);
  const earlier = local - Math.max(before, after);
  const later = local - Math.min(before, after);
  if (offsetAt(earlier) === local - earlier) return checkYear(earlier, notes);
  if (offsetAt(later) === local - later) return checkYear(later, notes);
  const moved = local - before;
  const shown = moved + offsetAt(moved);
  if (Math.floor(shown / DAY) !== Math.floor(local / DAY)) {
    return { kind: 'invalid', reason: `${timeZone} skipped that day` };
  }
  const skipped = new Date(local).toISOString().slice(11, 16);
  const taken = new Date(shown).toISOString().slice(11, 16);
  const message = `Clocks of ${timeZone} skipped ${skipped} on that day; ${taken} is taken.`;
  return checkYear(moved, [...notes, { rule: 'nonexistent-time', message }]);
}

function checkYear(time: number, notes: readonly DateNote[]): DateReading {
  const year = new Date(time).getUTCFullYear();
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return { kind: 'date', time, notes };
  return outOfRange(year);
}

function outOfRange(year: number): DateReading {
  return { kind: 'invalid', reason: `the year ${year} is not between ${FIRST_YEAR} and ${LAST_YEAR}` };
}

function pad(number: number, length = 2): string {
  return String(number).padStart(length, '0');
}
