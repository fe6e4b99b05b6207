import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAscending, skipAscending, writeAscending } from '../../src/search/ascending-list.ts';
import { BitReader, CorruptIndexError } from '../../src/search/bit-reader.ts';
import { BitWriter } from '../../src/search/bit-writer.ts';

describe('bits', () => {
  it('come back as they were written', () => {
    const entry = fc.oneof(
      fc.integer({ min: 0, max: 32 }).chain((width) =>
        fc.record({
          kind: fc.constant('bits' as const),
          width: fc.constant(width),
          value: fc.integer({ min: 0, max: 2 ** width - 1 }),
        }),
      ),
      fc.record({
        kind: fc.constant('count' as const),
        width: fc.constant(0),
        value: fc.integer({ min: 0, max: 2 ** 30 }),
      }),
      fc.record({
        kind: fc.constant('unary' as const),
        width: fc.constant(0),
        value: fc.integer({ min: 0, max: 200 }),
      }),
      fc.record({
        kind: fc.constant('rice' as const),
        width: fc.integer({ min: 0, max: 20 }),
        value: fc.integer({ min: 0, max: 2000 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const writer = new BitWriter(1);
        for (const { kind, width, value } of entries) {
          if (kind === 'bits') writer.writeBits(value, width);
          else if (kind === 'count') writer.writeCount(value);
          else if (kind === 'unary') writer.writeUnary(value);
          else writer.writeRice(value, width);
        }
        const length = writer.byteLength;
        const bytes = writer.take();
        assert.equal(bytes.length, length);
        const reader = new BitReader(bytes);
        for (const { kind, width, value } of entries) {
          if (kind === 'bits') assert.equal(reader.readBits(width), value);
          else if (kind === 'count') assert.equal(reader.readCount(), value);
          else if (kind === 'unary') assert.equal(reader.readUnary(), value);
          else assert.equal(reader.readRice(width), value);
        }
      }),
    );
  });

  it('end with an error, not with zeros', () => {
    const reader = new BitReader(Uint8Array.of(0xff));
    reader.readBits(8);
    assert.throws(() => reader.readBits(1), CorruptIndexError);
    assert.throws(() => new BitReader(new Uint8Array(4)).readUnary(), CorruptIndexError);
  });
});

describe('ascending lists', () => {
  const list = fc
    .uniqueArray(fc.integer({ min: 0, max: 5000 }))
    .map((values) => values.sort((a, b) => a - b))
    .chain((values) =>
      fc.record({ values: fc.constant(values), room: fc.integer({ min: 1, max: 100_000 }) }),
    );

  it('come back, and can be passed over', () => {
    fc.assert(
      fc.property(list, ({ values, room }) => {
        const universe = (values.at(-1) ?? 0) + room;
        const writer = new BitWriter();
        writeAscending(writer, values, values.length, universe);
        writeAscending(writer, values, values.length, universe);
        const reader = new BitReader(writer.take());
        skipAscending(reader, values.length, universe);
        assert.deepEqual([...readAscending(reader, values.length, universe)], values);
      }),
    );
  });

  it('take no number that is too large, and no list that is too long', () => {
    const writer = new BitWriter();
    writeAscending(writer, [120], 1, 128);
    const bytes = writer.take();
    assert.throws(() => readAscending(new BitReader(bytes), 1, 100), CorruptIndexError);
    assert.throws(() => readAscending(new BitReader(bytes), 101, 100), CorruptIndexError);
  });

  it('take about as much as their numbers tell: 100 of 100,000 less than 12 bits each', () => {
    const values = Array.from({ length: 100 }, (_, at) => at * 1000 + ((at * 7919) % 1000));
    const writer = new BitWriter();
    writeAscending(writer, values, values.length, 100_000);
    assert.ok(writer.byteLength < 150, String(writer.byteLength));
  });
});
