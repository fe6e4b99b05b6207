import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  compareFirstPublished,
  compareText,
  type Dated,
  orderNewestFirst,
  sortFirstPublished,
} from '../../src/site/article-order.ts';

/** Many of one instant, as where sources tell days alone; the paths are unique. */
const articles = fc
  .uniqueArray(fc.string({ maxLength: 4, unit: 'grapheme' }), { maxLength: 60 })
  .chain((paths) =>
    fc.tuple(
      ...paths.map((sourcePath) =>
        fc.record({
          sourcePath: fc.constant(sourcePath),
          date: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -(2 ** 47), max: 2 ** 47 })),
        }),
      ),
    ),
  );

describe('sortFirstPublished', () => {
  it('puts the earliest first, and those of one instant by source path', () => {
    fc.assert(
      fc.property(articles, (given: readonly Dated[]) => {
        assert.deepEqual(sortFirstPublished(given), given.toSorted(compareFirstPublished));
      }),
    );
  });
});

describe('orderNewestFirst', () => {
  it('puts the newest first, and those of one instant by source path as well', () => {
    fc.assert(
      fc.property(articles, (given: readonly Dated[]) => {
        const sorted = sortFirstPublished(given);
        assert.deepEqual(
          Array.from(orderNewestFirst(sorted), (at) => sorted[at]),
          given.toSorted((a, b) => b.date - a.date || compareText(a.sourcePath, b.sourcePath)),
        );
      }),
    );
  });
});
