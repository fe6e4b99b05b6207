import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CorruptIndexError } from '../../src/search/bit-reader.ts';
import { followerWidth, narrowKinds } from '../../src/search/follower-bit.ts';
import { Postings } from '../../src/search/postings.ts';
import { pairCode, pairKey, TermShard, TermShardWriter, wordCode } from '../../src/search/term-shard.ts';

interface Entry {
  readonly document: number;
  readonly field: number;
  readonly kinds: number;
}

const UNIVERSE = 3000;

const entries = fc
  .uniqueArray(
    fc.record({
      document: fc.nat(UNIVERSE - 1),
      field: fc.constantFrom(0, 0, 0, 1, 2, 3),
      kinds: fc
        .uniqueArray(fc.nat(31), { minLength: 1, maxLength: 4 })
        .map((list) => list.reduce((bits, kind) => bits | (1 << kind), 0)),
    }),
    { minLength: 1, maxLength: 300, selector: ({ document }) => document },
  )
  .map((list): Entry[] => list.sort((a, b) => a.document - b.document));

function fill(list: readonly Entry[]): Postings {
  const postings = new Postings();
  for (const { document, field, kinds } of list) postings.push(document, field, kinds);
  return postings;
}

function list({ count, documents, fields, followers }: Postings): Entry[] {
  return Array.from({ length: count }, (_, at) => ({
    document: documents[at]!,
    field: fields[at]!,
    kinds: followers[at]! | 0,
  }));
}

describe('a shard', () => {
  it('gives back the documents of every pair, with fields and followers', () => {
    const pair = fc.record({
      first: fc.integer({ min: 1, max: 0xffff }),
      second: fc.integer({ min: 1, max: 0xffff }),
      entries,
    });
    const pairs = fc.uniqueArray(pair, {
      minLength: 1,
      maxLength: 8,
      selector: ({ first, second }) => pairKey(first, second),
    });
    fc.assert(
      fc.property(pairs, (unsorted) => {
        const sorted = unsorted
          .map(({ first, second, entries: found }) => ({ key: pairKey(first, second), found }))
          .sort((a, b) => a.key - b.key);
        const writer = new TermShardWriter(pairCode, UNIVERSE);
        for (const { key, found } of sorted) writer.add(key, fill(found));
        const shard = new TermShard(writer.take(), pairCode, UNIVERSE);
        assert.deepEqual(
          shard.terms,
          sorted.map(({ key }) => key),
        );
        for (const [at, { found }] of sorted.entries()) {
          const width = followerWidth(found.length, UNIVERSE);
          const expected = found.map((entry) => ({
            ...entry,
            kinds: width === 0 ? 1 : narrowKinds(entry.kinds, width) | 0,
          }));
          assert.deepEqual(shard.read(at, at + 1).map(list), [expected]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives back words, of any script', () => {
    const words = ['\u0001c新媒体', 'a', 'ab', 'abc', 'zebra', 'жук', 'ﺎﻣ'];
    const writer = new TermShardWriter(wordCode, 10);
    for (const [at] of words.entries()) writer.add(words[at]!, fill([{ document: at, field: 1, kinds: 1 }]));
    const shard = new TermShard(writer.take(), wordCode, 10);
    assert.deepEqual(shard.terms, words);
    assert.deepEqual(shard.read(5, 7).flatMap(list), [
      { document: 5, field: 1, kinds: 1 },
      { document: 6, field: 1, kinds: 1 },
    ]);
  });

  it('is refused when it is cut short, and never read wrongly without a word', () => {
    const writer = new TermShardWriter(pairCode, UNIVERSE);
    writer.add(
      pairKey(0x4e00, 0x4e8c),
      fill([
        { document: 7, field: 0, kinds: 1 },
        { document: 2999, field: 0, kinds: 2 },
      ]),
    );
    const bytes = writer.take();
    for (let length = 0; length < bytes.length; length += 1) {
      assert.throws(
        () => new TermShard(bytes.subarray(0, length), pairCode, UNIVERSE).read(0, 1),
        CorruptIndexError,
      );
    }
  });

  it('is refused, or read as something else, when bits have changed: nothing else happens', () => {
    const writer = new TermShardWriter(pairCode, 500);
    for (let at = 1; at < 40; at += 1) {
      writer.add(
        pairKey(0x4e00 + at, 0x4e8c),
        fill(
          Array.from({ length: at }, (_, place) => ({
            document: place * 11,
            field: place % 4,
            kinds: 3 << (place % 30),
          })),
        ),
      );
    }
    const bytes = writer.take();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[at]! ^= change;
        try {
          const shard = new TermShard(changed, pairCode, 500);
          for (const { documents, count } of shard.read(0, shard.terms.length)) {
            for (let place = 0; place < count; place += 1) assert.ok(documents[place]! < 500);
          }
        } catch (error) {
          assert.ok(error instanceof CorruptIndexError, String(error));
        }
      }),
    );
  });
});
