import { type BitReader, CorruptIndexError } from './bit-reader.ts';
import type { BitWriter } from './bit-writer.ts';

/**
 * A list of different whole numbers in ascending order, written as the gaps between them in Golomb-Rice codes. How many
 * there are, and below what they all lie (the universe), is known to writer and reader.
 *
 * @param start - Index of the first of them in `values`.
 */
export function writeAscending(
  writer: BitWriter,
  values: ArrayLike<number>,
  count: number,
  universe: number,
  start = 0,
): void {
  const width = riceWidth(universe, count);
  const end = start + count;
  let next = 0;
  for (let at = start; at < end; at += 1) {
    const value = values[at]!;
    writer.writeRice(value - next, width);
    next = value + 1;
  }
}

/** @throws CorruptIndexError when a number is not below the universe. */
export function readAscending(reader: BitReader, count: number, universe: number): Uint32Array {
  if (count > universe) throw new CorruptIndexError('A list is longer than it can be.');
  const values = new Uint32Array(count);
  readAscendingInto(values, 0, reader, count, universe);
  return values;
}

/** As `readAscending`, into a part of an array that has room for it. */
export function readAscendingInto(
  target: Uint16Array | Uint32Array,
  start: number,
  reader: BitReader,
  count: number,
  universe: number,
): void {
  const width = riceWidth(universe, count);
  let next = 0;
  for (let at = start; at < start + count; at += 1) {
    const value = next + reader.readRice(width);
    target[at] = value;
    next = value + 1;
  }
  if (next > universe) throw new CorruptIndexError('A list goes too far.');
}

/** Passes over a list. */
export function skipAscending(reader: BitReader, count: number, universe: number): void {
  const width = riceWidth(universe, count);
  for (let at = 0; at < count; at += 1) {
    reader.readUnary();
    reader.readBits(width);
  }
}

/** ln 2 in 1024ths: the best width is the logarithm of the mean gap times ln 2 (Golomb 1966). Whole numbers are alike on every machine. */
const LN2_IN_1024THS = 710;

/** How many bits of a gap are written as they are. */
export function riceWidth(universe: number, count: number): number {
  if (count === 0) return 0;
  const scaled = Math.floor((universe * LN2_IN_1024THS) / (count * 1024));
  return scaled < 1 ? 0 : 31 - Math.clz32(scaled);
}
