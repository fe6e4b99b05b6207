import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  compareFingerprints,
  findNearDuplicates,
  fingerprintText,
  type TextFingerprint,
} from '../../src/check/text-fingerprint.ts';

/** A text of its own for each seed, of Chinese characters. */
function write(seed: number, length = 600): string {
  let state = seed * 7919 + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 3000));
  }).join('');
}

const print = (text: string): TextFingerprint => fingerprintText(text)!;

describe('fingerprintText', () => {
  it('is the same whatever the punctuation, the spaces and the case are', () => {
    const text = `${write(1)}ABC`;
    const spaced = text.replace(/(.{7})/g, '$1，\n ').replace('ABC', 'abc');
    assert.deepEqual(print(spaced), print(text));
  });

  it('is near for texts that have much in common, and far for those that have not', () => {
    const text = write(1);
    assert.ok(compareFingerprints(print(text), print(`${text.slice(0, 300)}新的${text.slice(300)}`)) > 0.9);
    assert.ok(compareFingerprints(print(text), print(write(2))) < 0.1);
    const half = compareFingerprints(print(text), print(text.slice(0, 300) + write(3, 300)));
    assert.ok(half > 0.1 && half < 0.6, String(half));
  });

  it('is none for a text that is too short to be compared', () => {
    assert.equal(fingerprintText('今日晴，最高气温三十度。'), undefined);
    assert.equal(fingerprintText(''), undefined);
  });
});

describe('findNearDuplicates', () => {
  it('names the first of those that are alike', () => {
    const text = write(1);
    const texts = [write(2), text, write(3), `${text}完`, `记者报道${text}`, '短'];
    assert.deepEqual(
      [...findNearDuplicates(texts.map(fingerprintText))],
      [
        [3, 1],
        [4, 1],
      ],
    );
  });

  it('finds whatever is four fifths the same, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 600 }), (seed, cut) => {
        const a = print(write(seed));
        const b = print(write(seed).slice(cut) + write(seed + 20_000, cut));
        const isFound = findNearDuplicates([a, b]).has(1);
        const likeness = compareFingerprints(a, b);
        if (likeness < 0.8) assert.equal(isFound, false);
        if (likeness > 0.9) assert.equal(isFound, true);
      }),
      { numRuns: 200 },
    );
  });
});
