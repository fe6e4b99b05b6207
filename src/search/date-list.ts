import type { BitReader } from './bit-reader.ts';
import type { BitWriter } from './bit-writer.ts';

/** Bits of a date, in seconds since the year 0: up to the year 34,000. */
export const DATE_BITS = 40;

/** Writes dates that never go back: the first one, and gaps, all as wide as the widest. How many is known to both sides. */
export function writeDates(writer: BitWriter, dates: readonly number[]): void {
  if (dates.length === 0) return;
  const gaps = dates.map((date, at) => (at === 0 ? 0 : date - dates[at - 1]!));
  const width = bitLength(Math.max(...gaps));
  writeWide(writer, dates[0]!, DATE_BITS);
  writer.writeBits(width, 6);
  for (const gap of gaps.slice(1)) writeWide(writer, gap, width);
}

export function readDates(reader: BitReader, count: number): number[] {
  if (count === 0) return [];
  const dates = [readWide(reader, DATE_BITS)];
  const width = reader.readBits(6);
  while (dates.length < count) dates.push(dates.at(-1)! + readWide(reader, width));
  return dates;
}

/** Bits that a number takes, 0 for 0. It may have more than 32. */
export function bitLength(value: number): number {
  if (value >= 2 ** 32) return 32 + bitLength(Math.floor(value / 2 ** 32));
  return 32 - Math.clz32(value);
}

function writeWide(writer: BitWriter, value: number, width: number): void {
  if (width > 32) writer.writeBits(Math.floor(value / 2 ** 32), width - 32);
  writer.writeBits(value % 2 ** 32, Math.min(32, width));
}

function readWide(reader: BitReader, width: number): number {
  const high = width > 32 ? reader.readBits(width - 32) : 0;
  return high * 2 ** 32 + reader.readBits(Math.min(32, width));
}
