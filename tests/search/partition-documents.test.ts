import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partitionDocuments, planWindows } from '../../src/search/partition-documents.ts';

describe('parting documents into segments', () => {
  it('puts each document into one', () => {
    for (let count = 0; count < 3000; count += 1) {
      assert.equal(
        partitionDocuments(count).reduce((sum, size) => sum + size, 0),
        count,
      );
    }
  });

  it('makes few: 5 at most up to 131,071 documents, and 8 of ten millions', () => {
    let most = 0;
    for (let count = 0; count < 131_072; count += 1) most = Math.max(most, partitionDocuments(count).length);
    assert.equal(most, 5);
    for (let count = 10_000_000; count < 10_010_000; count += 1)
      most = Math.max(most, partitionDocuments(count).length);
    assert.ok(most <= 8, String(most));
  });

  it('changes only the last one for most new documents', () => {
    let changed = 0;
    for (let count = 50_000; count < 60_000; count += 1) {
      const [before, after] = [partitionDocuments(count), partitionDocuments(count + 1)];
      changed += after.filter((size, at) => size !== before[at]).length;
    }
    assert.ok(changed / 10_000 < 1.1, String(changed));
  });

  it('writes few documents anew for one that is added: 45 on average, at 50,000 to 150,000', () => {
    let written = 0;
    for (let count = 50_000; count < 150_000; count += 1) {
      const before = startsOf(partitionDocuments(count));
      for (const [start, size] of startsOf(partitionDocuments(count + 1))) {
        if (before.get(start) !== size) written += size;
      }
    }
    assert.ok(written / 100_000 < 45, String(written / 100_000));
  });
});

describe('windows of ranking', () => {
  it('end with the last document, each later than the one before', () => {
    for (let count = 0; count < 5000; count += 1) {
      const ends = planWindows(count);
      assert.equal(ends.at(-1) ?? 0, count);
      assert.ok(ends.every((end, at) => end > (ends[at - 1] ?? 0)));
    }
  });

  it('begin with what is newer than the great old segment', () => {
    assert.deepEqual(planWindows(100_000), [1696, 3744, 11_936, 44_704, 100_000]);
    assert.deepEqual(planWindows(98_304), [2048, 10_240, 43_008, 98_304]);
    assert.deepEqual(planWindows(2000), [2000]);
  });
});

/** From the first document of each segment to its size. */
function startsOf(sizes: readonly number[]): Map<number, number> {
  let start = 0;
  return new Map(
    sizes.map((size) => {
      start += size;
      return [start - size, size];
    }),
  );
}
