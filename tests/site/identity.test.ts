import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addNumber, addText, NOTHING } from '../../src/site/identity.ts';

type Series = readonly (string | number)[];

function identify(series: Series): number {
  return series.reduce<number>(
    (identity, part) => (typeof part === 'string' ? addText(identity, part) : addNumber(identity, part)),
    NOTHING,
  );
}

describe('an identity', () => {
  const part = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', '文', '\0') }), fc.maxSafeNat());

  it('is another one for every other series of texts, or of numbers', () => {
    for (const parts of [
      fc.array(fc.string({ unit: fc.constantFrom('a', '文', '\0') })),
      fc.array(fc.maxSafeNat()),
    ])
      fc.assert(
        fc.property(parts, parts, (one: Series, other: Series) => {
          const isSame = one.length === other.length && one.every((part, at) => part === other[at]);
          assert.equal(identify(one) === identify(other), isSame);
        }),
        { numRuns: 1000 },
      );
  });

  it('is a whole number of 53 bits', () => {
    fc.assert(
      fc.property(fc.array(part), (series) => {
        const identity = identify(series);
        assert.ok(Number.isSafeInteger(identity) && identity >= 0);
      }),
    );
  });

  it('tells a hundred thousand neighbours apart', () => {
    const identities = new Set<number>();
    for (let at = 0; at < 50_000; at++) {
      identities.add(identify([`/p/${at.toString(32)}/`, 63_000_000_000 + at]));
      identities.add(identify([`/p/${at.toString(32)}/`, 63_000_000_001 + at]));
    }
    assert.equal(identities.size, 100_000);
  });
});
