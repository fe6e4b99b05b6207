import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { takeTop } from '../../src/site/take-top.ts';

const ascending = (a: number, b: number): number => a - b;

describe('takeTop', () => {
  it('gives the first few in order', () => assert.deepEqual(takeTop([5, 1, 4, 2], ascending, 2), [1, 2]));
  it('gives all when there are fewer', () => assert.deepEqual(takeTop([2, 1], ascending, 9), [1, 2]));
  it('gives none when none are wanted', () => assert.deepEqual(takeTop([2, 1], ascending, 0), []));
  it('does what sorting and cutting would', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(12), (items, limit) => {
        assert.deepEqual(takeTop(items, ascending, limit), items.toSorted(ascending).slice(0, limit));
      }),
    );
  });
});
