import { BitReader, CorruptIndexError } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import { readDates, writeDates } from './date-list.ts';
import { pairKey } from './term-shard.ts';
import { readWord, writeWord } from './word-code.ts';

/** What has to be known of a segment to find a term or a document in it with one request. */
export interface SegmentHead {
  /** For each shard of pairs, the least key that may be in it. The first is 0. */
  readonly pairStarts: readonly number[];
  /** For each shard of words, the least word that may be in it. The first is "". */
  readonly wordStarts: readonly string[];
  /** For each chunk of addresses, the date of its first document, as `toSeconds` counts. */
  readonly chunkStarts: readonly number[];
}

export function encodeHead({ pairStarts, wordStarts, chunkStarts }: SegmentHead): Uint8Array {
  const writer = new BitWriter();
  writer.writeCount(pairStarts.length);
  for (const [at, key] of pairStarts.entries()) writePairStart(writer, key, pairStarts[at - 1] ?? 0);
  writer.writeCount(wordStarts.length);
  for (const [at, word] of wordStarts.entries()) writeWord(writer, word, wordStarts[at - 1] ?? '');
  writer.writeCount(chunkStarts.length);
  writeDates(writer, chunkStarts);
  return writer.take();
}

/** @throws CorruptIndexError when the bytes are no head. */
export function decodeHead(bytes: Uint8Array): SegmentHead {
  const reader = new BitReader(bytes);
  const pairStarts: number[] = [];
  for (let left = readLength(reader, bytes); left > 0; left -= 1) {
    pairStarts.push(readPairStart(reader, pairStarts.at(-1) ?? 0));
  }
  const wordStarts: string[] = [];
  for (let left = readLength(reader, bytes); left > 0; left -= 1) {
    wordStarts.push(readWord(reader, wordStarts.at(-1) ?? ''));
  }
  return { pairStarts, wordStarts, chunkStarts: readDates(reader, readLength(reader, bytes)) };
}

/** Of what there are so many in a file, there is at least a bit of each. */
function readLength(reader: BitReader, bytes: Uint8Array): number {
  const length = reader.readCount();
  if (length > bytes.length * 8) throw new CorruptIndexError('A head counts more than it can hold.');
  return length;
}

/** The first unit as a difference, and of the second one only the upper bits that are not all zero below. */
function writePairStart(writer: BitWriter, key: number, previous: number): void {
  const first = Math.floor(key / 0x10000);
  const second = key % 0x10000;
  const width = second === 0 ? 0 : 16 - (31 - Math.clz32(second & -second));
  writer.writeCount(first - Math.floor(previous / 0x10000));
  writer.writeBits(width, 5);
  writer.writeBits(second >>> (16 - width), width);
}

function readPairStart(reader: BitReader, previous: number): number {
  const first = Math.floor(previous / 0x10000) + reader.readCount();
  const width = reader.readBits(5);
  if (width > 16 || first > 0xffff) throw new CorruptIndexError('A shard begins nowhere.');
  return pairKey(first, reader.readBits(width) << (16 - width));
}

/** Of the keys above `last` and not above `first`, the one with the fewest bits: what parts two shards. */
export function partKeys(last: number, first: number): number {
  let key = first;
  for (let bit = 1; bit <= 0x80000000; bit *= 2) {
    const shorter = key - (key % (bit * 2));
    if (shorter <= last) break;
    key = shorter;
  }
  return key;
}

/** Of the words above `last` and not above `first`, the shortest beginning of `first`. */
export function partWords(last: string, first: string): string {
  let length = 1;
  while (first.slice(0, length) <= last) length += 1;
  return first.slice(0, length);
}
