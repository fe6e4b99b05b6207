import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BuildReport, QuarantineEntry } from '../../src/build/build-report.ts';
import { countCategories } from '../../src/report/count-categories.ts';
import { countDays, OTHERS } from '../../src/report/count-days.ts';
import { tallyRules } from '../../src/report/tally-rules.ts';
import { nameBucket, quantile, weighPages } from '../../src/report/weigh-pages.ts';
import { createDayReader } from '../../src/site/site-calendar.ts';

const article = (date: string, source: string, category: readonly string[] = []) => ({
  date: Date.parse(date),
  source,
  category,
});

describe('countDays', () => {
  const shanghai = createDayReader('Asia/Shanghai');

  it("counts articles by source on the days of the site's time zone", () => {
    const { days } = countDays(
      [
        article('2022-01-01T15:00Z', 'a'),
        article('2022-01-01T17:00Z', 'a'),
        article('2022-01-01T18:00Z', 'b'),
      ],
      shanghai,
    );
    assert.deepEqual(
      days.map(({ day, source, count }) => [day.toISOString().slice(0, 10), source, count]),
      [
        ['2022-01-01', 'a', 1],
        ['2022-01-02', 'a', 1],
        ['2022-01-02', 'b', 1],
      ],
    );
  });

  it('shows the last 90 days one by one, and all time by month', () => {
    const { days, months } = countDays(
      [article('2021-01-15', 'a'), article('2021-12-03', 'a'), article('2022-03-01', 'a')],
      createDayReader('UTC'),
    );
    assert.deepEqual(
      days.map(({ day }) => day.toISOString().slice(0, 10)),
      ['2021-12-03', '2022-03-01'],
    );
    assert.deepEqual(
      months.map(({ day }) => day.toISOString().slice(0, 10)),
      ['2021-01-01', '2021-12-01', '2022-03-01'],
    );
  });

  it('puts sources beyond the seventh together, and keeps every article', () => {
    const articles = Array.from({ length: 20 }, (_, index) => article('2022-01-01', `s${index % 10}`));
    const { sources, days } = countDays(articles, shanghai);
    assert.equal(sources.length, 8);
    assert.equal(sources.at(-1), OTHERS);
    assert.equal(
      days.reduce((sum, { count }) => sum + count, 0),
      20,
    );
  });

  it('counts nothing of nothing', () => {
    assert.deepEqual(countDays([], shanghai), { sources: [], days: [], months: [] });
  });
});

describe('countCategories', () => {
  it('counts what is filed directly under each, the largest first', () => {
    const articles = [['a'], ['a', 'b'], ['a', 'b'], []].map((path) => article('2022-01-01', 's', path));
    assert.deepEqual(countCategories(articles), [
      { path: ['a', 'b'], count: 2 },
      { path: [], count: 1 },
      { path: ['a'], count: 1 },
    ]);
  });
});

describe('weighPages', () => {
  it('sorts pages into buckets, each twice the one before, without gaps', () => {
    const buckets = weighPages([
      { file: 'a', bytes: 3999, isArticle: true },
      { file: 'b', bytes: 4000, isArticle: true },
      { file: 'c', bytes: 20_000, isArticle: false },
    ]);
    assert.deepEqual(
      buckets.filter(({ kind }) => kind === 'articles').map((bucket) => [nameBucket(bucket), bucket.count]),
      [
        ['<4 kB', 1],
        ['4–8 kB', 1],
        ['8–16 kB', 0],
        ['16–32 kB', 0],
      ],
    );
    assert.equal(
      buckets.reduce((sum, { count }) => sum + count, 0),
      3,
    );
  });
});

describe('quantile', () => {
  it('is a number that the share does not exceed', () => {
    assert.equal(quantile([5, 1, 3], 0.5), 3);
    assert.equal(quantile([1, 2, 3, 4], 0.95), 4);
    assert.equal(quantile([], 0.5), 0);
  });
});

describe('tallyRules', () => {
  const entry = (rule: string): QuarantineEntry => ({ file: 'a.md', line: 1, column: 1, rule, message: 'm' });

  it('counts quarantine first, then repairs, by how often each rule found something', () => {
    const tallies = tallyRules({
      quarantine: [entry('invalid-date')],
      warnings: [entry('x'), entry('y'), entry('y')],
    } as unknown as BuildReport);
    assert.deepEqual(
      tallies.map(({ rule, effect, count }) => [rule, effect, count]),
      [
        ['invalid-date', 'quarantined', 1],
        ['y', 'repaired or noted', 2],
        ['x', 'repaired or noted', 1],
      ],
    );
  });

  it('lists the first twenty places only', () => {
    const [tally] = tallyRules({
      quarantine: [],
      warnings: Array.from({ length: 100 }, () => entry('x')),
    } as unknown as BuildReport);
    assert.deepEqual([tally?.count, tally?.entries.length], [100, 20]);
  });
});
