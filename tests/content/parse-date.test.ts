import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDate } from '../../src/content/parse-date.ts';

const ZONE = 'Asia/Shanghai';

function iso(text: string, timeZone = ZONE): string {
  const reading = parseDate(text, timeZone);
  return reading.kind === 'date' ? new Date(reading.time).toISOString() : reading.kind;
}

function notes(text: string, timeZone = ZONE): readonly string[] {
  const reading = parseDate(text, timeZone);
  return reading.kind === 'date' ? reading.notes.map(({ rule }) => rule) : [reading.kind];
}

/** What is written, and the instant it means in Asia/Shanghai. */
const readable: readonly (readonly [text: string, instant: string])[] = [
  // RFC 2822, and its obsolete forms
  ['Thu, 06 Jan 2022 12:15:33 GMT', '2022-01-06T12:15:33.000Z'],
  ['Thu, 06 Jan 2022 20:15:33 +0800', '2022-01-06T12:15:33.000Z'],
  ['6 Jan 2022 12:15 UT', '2022-01-06T12:15:00.000Z'],
  ['Thu, 6 Jan 22 07:15:33 EST', '2022-01-06T12:15:33.000Z'],
  ['Thu, 06 Jan 2022 05:15:33 PDT', '2022-01-06T12:15:33.000Z'],
  ['Thu,  06\tJan 2022 12:15:33 -0000 (comment)', '2022-01-06T12:15:33.000Z'],
  ['thu, 06 jan 2022 12:15:33 gmt', '2022-01-06T12:15:33.000Z'],
  ['06 Jan 122 12:15:33 GMT', '2022-01-06T12:15:33.000Z'],
  ['Tue, 06 Jan 70 12:15:33 GMT', '1970-01-06T12:15:33.000Z'],
  ['Thursday, 06-Jan-22 12:15:33 GMT', '2022-01-06T12:15:33.000Z'],
  ['Thu, 06 Jan 2022', '2022-01-05T16:00:00.000Z'],
  ['Sat, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59.000Z'],
  // ISO 8601
  ['2022-01-06T12:15:33.000Z', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06T12:15:33.123456789Z', '2022-01-06T12:15:33.123Z'],
  ['2022-01-06T20:15:33+08:00', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06T20:15:33+08', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06T17:45:33+05:30', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06T20:15:33', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06t20:15', '2022-01-06T12:15:00.000Z'],
  ['2022-01-06T20:15:33+08:00[Asia/Shanghai]', '2022-01-06T12:15:33.000Z'],
  ['20220106T121533Z', '2022-01-06T12:15:33.000Z'],
  ['20220106', '2022-01-05T16:00:00.000Z'],
  ['20220106201533', '2022-01-06T12:15:33.000Z'],
  // As people write it
  ['2022-01-06', '2022-01-05T16:00:00.000Z'],
  ['2022-1-6', '2022-01-05T16:00:00.000Z'],
  ['2022-01-06 20:15', '2022-01-06T12:15:00.000Z'],
  ['2022-01-06 20:15:33', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06 20:15:33 +0800', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06 20:15:33 +0800 CST', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06 12:15:33 UTC', '2022-01-06T12:15:33.000Z'],
  ['2022-01-06 8:15 PM', '2022-01-06T12:15:00.000Z'],
  ['2022-01-06 12:15 am', '2022-01-05T16:15:00.000Z'],
  ['2022/01/06', '2022-01-05T16:00:00.000Z'],
  ['2022/1/6 20:15:33', '2022-01-06T12:15:33.000Z'],
  ['2022.01.06 20:15', '2022-01-06T12:15:00.000Z'],
  ['2022年1月6日', '2022-01-05T16:00:00.000Z'],
  ['2022年01月06日 20:15', '2022-01-06T12:15:00.000Z'],
  ['2022年1月6日（星期四）下午8:15', '2022-01-06T12:15:00.000Z'],
  ['2022 年 1 月 6 日 20时15分33秒', '2022-01-06T12:15:33.000Z'],
  ['2022年1月6日 下午20:15', '2022-01-06T12:15:00.000Z'],
  ['2022年1月6日 中午12点30', '2022-01-06T04:30:00.000Z'],
  ['２０２２－０１－０６ ２０：１５', '2022-01-06T12:15:00.000Z'],
  ['January 6, 2022', '2022-01-05T16:00:00.000Z'],
  ['Jan. 6th, 2022 8:15 p.m.', '2022-01-06T12:15:00.000Z'],
  // As programs print it
  ['Thu Jan 06 2022 20:15:33 GMT+0800 (中国标准时间)', '2022-01-06T12:15:33.000Z'],
  ['Thu Jan  6 20:15:33 2022', '2022-01-06T12:15:33.000Z'],
  ['Thu Jan  6 12:15:33 UTC 2022', '2022-01-06T12:15:33.000Z'],
  ['1641471333', '2022-01-06T12:15:33.000Z'],
  ['1641471333000', '2022-01-06T12:15:33.000Z'],
  ['1641471333.5', '2022-01-06T12:15:33.500Z'],
  ['"2022-01-06"', '2022-01-05T16:00:00.000Z'],
  ['1949-10-01', '1949-09-30T16:00:00.000Z'],
  ['2024-02-29', '2024-02-28T16:00:00.000Z'],
];

const invalid: readonly string[] = [
  '2022-02-31',
  '2023-02-29',
  '2022-13-01',
  '2022-00-10',
  '2022-01-00',
  'Fri, 32 Jan 2021 08:00:00 GMT',
  '2022年2月30日',
  '20221301',
  '2022-01-06 24:00',
  '2022-01-06 25:61',
  '2022-01-06T12:60:00Z',
  '2022-01-06T12:00:61Z',
  '2022-01-06T12:00:00+15:00',
  'Thu, 06 Jan 2022 12:15:33 XYZ',
  '2022',
  '2022-01',
  '01/06/2022',
  '6/1/22',
  'yesterday',
  '昨天',
  '-1641471333',
  '123456',
  '99999999999999999999',
  '1800-01-01',
  '9999-12-31',
  '2022-W01-4',
  `2022-01-06${' '.repeat(500)}x`,
  '1'.repeat(100_000),
  '{{ now }}',
];

const placeholders: readonly string[] = [
  'Invalid Date',
  'Invalid date',
  'invalid-date',
  'NaN',
  'undefined',
  'null',
  '0000-00-00 00:00:00',
  '0000-00-00',
  '0001-01-01T00:00:00Z',
  '---',
];

describe('parseDate', () => {
  for (const [text, instant] of readable) it(`reads ${text}`, () => assert.equal(iso(text), instant));

  for (const text of invalid) it(`refuses ${text.slice(0, 40)}`, () => assert.equal(iso(text), 'invalid'));

  for (const text of placeholders)
    it(`takes ${text} for no date`, () => assert.equal(iso(text), 'placeholder'));

  it('says why a date is refused', () => {
    const reading = parseDate('2022-02-31', ZONE);
    assert.deepEqual(reading, { kind: 'invalid', reason: 'there is no 2022-02-31' });
  });

  it('notes a day of the week that is not that of the date', () => {
    assert.equal(iso('Mon, 06 Jan 2022 12:15:33 GMT'), '2022-01-06T12:15:33.000Z');
    assert.deepEqual(notes('Mon, 06 Jan 2022 12:15:33 GMT'), ['weekday-mismatch']);
    assert.deepEqual(notes('Thurs, 06 Jan 2022 12:15:33 GMT'), []);
  });

  it('notes zones that mean several, and reads them as RFC 2822 says', () => {
    assert.equal(iso('Thu, 06 Jan 2022 06:15:33 CST'), '2022-01-06T12:15:33.000Z');
    assert.deepEqual(notes('Thu, 06 Jan 2022 06:15:33 CST'), ['ambiguous-zone']);
    assert.deepEqual(notes('Thu, 06 Jan 2022 12:15:33 A'), ['ambiguous-zone']);
  });

  it('takes the first of a time that occurs twice', () => {
    assert.equal(iso('2024-11-03 01:30', 'America/New_York'), '2024-11-03T05:30:00.000Z');
  });

  it('moves a time that clocks skip on by what they skip, and notes it', () => {
    assert.equal(iso('2024-03-10 02:30', 'America/New_York'), '2024-03-10T07:30:00.000Z');
    assert.deepEqual(notes('2024-03-10 02:30', 'America/New_York'), ['nonexistent-time']);
    assert.equal(iso('2024-10-06 02:15', 'Australia/Lord_Howe'), '2024-10-05T15:45:00.000Z');
  });

  it('refuses a day that a zone skipped', () => {
    assert.equal(iso('2011-12-30', 'Pacific/Apia'), 'invalid');
    assert.equal(iso('2011-12-31', 'Pacific/Apia'), '2011-12-30T10:00:00.000Z');
  });

  it('knows the summer time of China in 1990', () => {
    assert.equal(iso('1990-07-01 12:00'), '1990-07-01T03:00:00.000Z');
  });

  it('reads what it writes, in every zone', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Asia/Shanghai',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Apia',
    );
    const time = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2199, 0) });
    fc.assert(
      fc.property(time, zone, (instant, timeZone) => {
        const date = new Date(instant);
        assert.equal(iso(date.toISOString(), timeZone), date.toISOString());
        const second = new Date(Math.floor(instant / 1000) * 1000).toISOString();
        assert.equal(iso(date.toUTCString(), timeZone), second);
      }),
    );
  });

  it('reads the wall clock of a zone as that zone shows it', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kathmandu'];
    const time = fc.integer({ min: Date.UTC(1970, 1) / 60_000, max: Date.UTC(2100, 0) / 60_000 });
    fc.assert(
      fc.property(time, fc.constantFrom(...zones), (minutes, timeZone) => {
        const format = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'medium',
        });
        const wall = format.format(minutes * 60_000);
        const reading = parseDate(wall, timeZone);
        assert.ok(reading.kind === 'date');
        assert.equal(format.format(reading.time), wall);
      }),
    );
  });

  it('never throws, and never gives a date that is not whole', () => {
    const part = fc.constantFrom(
      '2022',
      '01',
      '31',
      '-',
      '/',
      ':',
      ' ',
      'T',
      'Z',
      'Jan',
      'Thu',
      ',',
      '年',
      '月',
      '日',
      '+',
      'pm',
      '９',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const reading = parseDate(raw, ZONE);
        if (reading.kind === 'date') assert.ok(Number.isInteger(reading.time));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads the same in whatever zone the machine is', () => {
    const program = `
      import { parseDate } from './src/content/parse-date.ts';
      const texts = JSON.parse(process.argv[1]);
      const zones = ['Asia/Shanghai', 'America/New_York', 'UTC'];
      console.log(JSON.stringify(zones.map((zone) => texts.map((text) => parseDate(text, zone)))));
    `;
    const texts = JSON.stringify([...readable.map(([text]) => text), '2024-03-10 02:30', '2024-11-03 01:30']);
    const outputs = ['UTC', 'America/New_York', 'Asia/Shanghai'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, texts], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    assert.ok(outputs[0]!.length > 1000);
    assert.equal(outputs[1], outputs[0]);
    assert.equal(outputs[2], outputs[0]);
  });
});
