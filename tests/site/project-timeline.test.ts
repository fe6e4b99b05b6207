import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countByPeriod } from '../../src/site/project-timeline.ts';
import { createMonthReader } from '../../src/site/site-calendar.ts';

const monthOf = createMonthReader('Asia/Shanghai');

/** Newest first. */
function count(...dates: string[]) {
  return countByPeriod(
    dates.map((date) => Date.parse(date)).sort((a, b) => b - a),
    monthOf,
  );
}

describe('countByPeriod', () => {
  it('counts by months of the site’s time zone, and leaves none out', () => {
    assert.deepEqual(count('2021-11-30T15:59:00Z', '2021-11-30T16:00:00Z', '2022-02-01T00:00:00Z'), [
      { year: 2021, month: 11, count: 1 },
      { year: 2021, month: 12, count: 1 },
      { year: 2022, month: 1, count: 0 },
      { year: 2022, month: 2, count: 1 },
    ]);
  });

  it('counts by years what is longer than three years', () => {
    assert.equal(count('2019-01-05', '2021-12-05').length, 36);
    assert.deepEqual(count('2019-01-05', '2020-06-01', '2022-01-05'), [
      { year: 2019, count: 1 },
      { year: 2020, count: 1 },
      { year: 2021, count: 0 },
      { year: 2022, count: 1 },
    ]);
  });

  it('shows the last sixty years of something older', () => {
    const years = count('0100-06-01', '2022-01-05');
    assert.equal(years.length, 60);
    assert.deepEqual(
      [years[0], years.at(-1)],
      [
        { year: 1963, count: 0 },
        { year: 2022, count: 1 },
      ],
    );
  });
});
