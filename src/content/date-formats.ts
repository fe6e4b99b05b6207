/** The parts that a format finds. Which ones, depends on the format. */
export interface DateGroups {
  /** Two to four digits. */
  readonly y: string;
  /** A number, or `mon` is there. */
  readonly mo?: string;
  /** An English name, at least its first three letters. */
  readonly mon?: string;
  readonly d: string;
  /** English day of the week. */
  readonly wd?: string;
  readonly h?: string;
  readonly mi?: string;
  readonly s?: string;
  /** Digits behind the point of the seconds. */
  readonly f?: string;
  /** am, pm, or Chinese part of the day. */
  readonly ap?: string;
  readonly zone?: string;
}

export const monthNames: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** From Sunday, as `getUTCDay` counts. */
export const weekdayNames: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

const hours = (count: number): number => count * 60;

/**
 * Minutes east of UTC of zones that are written as letters. The first rows are RFC 2822, 4.3; the others are
 * abbreviations of one meaning that feeds use. BST and IST have several, and are not among them.
 */
export const zoneOffsets: ReadonlyMap<string, number> = new Map([
  ...['Z', 'UT', 'UTC', 'GMT'].map((zone): [string, number] => [zone, 0]),
  ['EST', hours(-5)],
  ['EDT', hours(-4)],
  ['CST', hours(-6)],
  ['CDT', hours(-5)],
  ['MST', hours(-7)],
  ['MDT', hours(-6)],
  ['PST', hours(-8)],
  ['PDT', hours(-7)],
  ['AKST', hours(-9)],
  ['AKDT', hours(-8)],
  ['WET', 0],
  ['WEST', hours(1)],
  ['CET', hours(1)],
  ['CEST', hours(2)],
  ['EET', hours(2)],
  ['EEST', hours(3)],
  ['MSK', hours(3)],
  ['HKT', hours(8)],
  ['SGT', hours(8)],
  ['JST', hours(9)],
  ['KST', hours(9)],
  ['AEST', hours(10)],
  ['AEDT', hours(11)],
  ['NZST', hours(12)],
  ['NZDT', hours(13)],
]);

const WEEKDAY = '(?<wd>(?:sun|mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?)';
const MONTH =
  '(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const TIME =
  '(?<h>\\d{1,2}):(?<mi>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?(?: ?(?<ap>[ap]\\.?m\\.?))?';
const ZONE = '(?<zone>(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d{2})?|[a-z]{1,5})';
const CHINESE_TIME =
  '(?:(?<ap>凌晨|早上|上午|中午|下午|晚上) ?)?(?<h>\\d{1,2}) ?[:时時点點] ?(?:(?<mi>\\d{1,2}) ?(?:分|:)? ?(?:(?<s>\\d{1,2}) ?秒?)?)?';

/** A whole date, in any case of letters. */
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i');

/**
 * The forms in which a date is written, tried in this order; no text fits two with different meanings. A day and a month
 * as two numbers with the year behind (03/04/2022) is none of them: it means two days.
 */
export const dateFormats: readonly RegExp[] = [
  // 2022-01-06, 2022/1/6 20:15, 2022.01.06 20:15:33, 2022-01-06T12:15:33.000Z, 2022-01-06 20:15:33 +0800 CST (Go)
  whole(
    `(?<y>\\d{4})([-/.])(?<mo>\\d{1,2})\\2(?<d>\\d{1,2})(?:(?:t|,? )${TIME}(?: ?${ZONE}(?:(?<=\\d) [a-z]{2,5})?)?)?`,
  ),
  // Thu, 06 Jan 2022 12:15:33 GMT (RFC 2822), Thursday, 06-Jan-22 12:15:33 GMT (RFC 850), 6 January 2022
  whole(
    `(?:${WEEKDAY}\\.?,? )?(?<d>\\d{1,2})[ -]${MONTH}\\.?,?[ -](?<y>\\d{2,4})(?:,? ${TIME}(?: ?${ZONE})?)?`,
  ),
  // 20220106, 20220106T121533Z, 20220106121533
  whole(`(?<y>\\d{4})(?<mo>\\d{2})(?<d>\\d{2})(?:t?(?<h>\\d{2})(?<mi>\\d{2})(?<s>\\d{2})?(?: ?${ZONE})?)?`),
  // 2022年1月6日, 2022年01月06日 20:15, 2022年1月6日 星期四 下午8时15分
  whole(
    `(?<y>\\d{4}) ?年 ?(?<mo>\\d{1,2}) ?月 ?(?<d>\\d{1,2}) ?[日号號](?: ?(?:星期|周|週)[一二三四五六日天])?(?: ?${CHINESE_TIME})?`,
  ),
  // January 6, 2022, Jan 6, 2022 8:15 PM, Thu Jan 06 2022 20:15:33 GMT+0800 (JavaScript)
  whole(
    `(?:${WEEKDAY},? )?${MONTH}\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?:,? (?:at )?${TIME}(?: ?${ZONE})?)?`,
  ),
  // Thu Jan  6 12:15:33 2022 (asctime), Thu Jan  6 12:15:33 UTC 2022 (date)
  whole(`${WEEKDAY} ${MONTH} (?<d>\\d{1,2}) ${TIME}(?: ${ZONE})? (?<y>\\d{4})`),
];
