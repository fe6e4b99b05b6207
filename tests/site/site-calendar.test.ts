import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tzOffset } from '@date-fns/tz';
import fc from 'fast-check';
import { createMonthReader } from '../../src/site/site-calendar.ts';

describe('createMonthReader', () => {
  it("counts months in the site's time zone", () => {
    const instant = Date.UTC(2021, 11, 31, 16);
    assert.deepEqual(createMonthReader('Asia/Shanghai')(instant), { year: 2022, month: 1 });
    assert.deepEqual(createMonthReader('UTC')(instant), { year: 2021, month: 12 });
    assert.deepEqual(createMonthReader('America/New_York')(instant), { year: 2021, month: 12 });
  });

  it('is exact on a day on which clocks change', () => {
    // Paraguay changes its clocks at local midnight, which is not midnight in UTC.
    const read = createMonthReader('America/Asuncion');
    for (let instant = Date.UTC(2012, 2, 1); instant < Date.UTC(2012, 10, 1); instant += 10 * 60_000) {
      const local = new Date(instant + tzOffset('America/Asuncion', new Date(instant)) * 60_000);
      assert.deepEqual(read(instant), { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1 });
    }
  });

  for (const timeZone of [
    'Asia/Shanghai',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ]) {
    it(`agrees with the time zone database in ${timeZone}`, () => {
      const read = createMonthReader(timeZone);
      fc.assert(
        fc.property(fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2040, 0) }), (instant) => {
          const local = new Date(instant + tzOffset(timeZone, new Date(instant)) * 60_000);
          assert.deepEqual(read(instant), { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1 });
        }),
      );
    });
  }

  it('does not depend on what it was asked before', () => {
    const steps = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2016, 0) }), steps, (start, hours) => {
        const read = createMonthReader('America/Asuncion');
        let instant = start;
        for (const step of hours) {
          instant += step * 3_600_000;
          const local = new Date(instant + tzOffset('America/Asuncion', new Date(instant)) * 60_000);
          assert.deepEqual(read(instant), { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1 });
        }
      }),
    );
  });

  it('throws on a zone that does not exist', () => {
    assert.throws(() => createMonthReader('Mars/Olympus'), RangeError);
  });
});
