import { readAscending, writeAscending } from './ascending-list.ts';
import { BitReader, CorruptIndexError } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import { bitLength, DATE_BITS, readDates, writeDates } from './date-list.ts';

/** Where a document is, and when it appeared. */
export interface Address {
  /** Site-relative, at most 2,000 code units. */
  readonly url: string;
  /** Whole seconds since the year 0, below 2^40: see `toSeconds`. */
  readonly seconds: number;
}

/** Documents of a chunk; the last chunk of a segment may have fewer. */
export const CHUNK_DOCUMENTS = 512;

const LONGEST_URL = 2000;

/** 0000-01-01T00:00:00Z, in seconds since 1970. */
const YEAR_0 = -62_167_219_200;

const MOST_SECONDS = 2 ** DATE_BITS - 1;

/** @param instant - UTC, ms since 1970. Instants out of range are moved to its ends. */
export function toSeconds(instant: number): number {
  return Math.min(MOST_SECONDS, Math.max(0, Math.floor(instant / 1000) - YEAR_0));
}

/** @returns UTC instant, ms since 1970. */
export function toInstant(seconds: number): number {
  return (seconds + YEAR_0) * 1000;
}

/** Writes the addresses of neighbouring documents, by date: dates as gaps, URLs as what differs from the one before. */
export function encodeAddresses(addresses: readonly Address[]): Uint8Array {
  const writer = new BitWriter();
  writer.writeCount(addresses.length - 1);
  writeDates(
    writer,
    addresses.map(({ seconds }) => seconds),
  );
  writeUrls(
    writer,
    addresses.map(({ url }) => url),
  );
  return writer.take();
}

/** @throws CorruptIndexError when the bytes are no chunk. */
export function decodeAddresses(bytes: Uint8Array): Address[] {
  const reader = new BitReader(bytes);
  const count = reader.readCount() + 1;
  if (count > CHUNK_DOCUMENTS) throw new CorruptIndexError('A chunk has too many documents.');
  const dates = readDates(reader, count);
  return readUrls(reader, count).map((url, at) => ({ url, seconds: dates[at]! }));
}

/** How a URL is cut: what it begins and ends with as the one before it does, and how much is between. */
interface Cut {
  readonly prefix: number;
  readonly suffix: number;
  readonly middle: number;
}

function writeUrls(writer: BitWriter, urls: readonly string[]): void {
  const cuts = urls.map((url, at) => cutUrl(url, urls[at - 1] ?? '', urls[at + 1] ?? url));
  const middles = urls.map((url, at) => url.slice(cuts[at]!.prefix, cuts[at]!.prefix + cuts[at]!.middle));
  const alphabet = [...new Set(middles.join('').split(''))]
    .map((unit) => unit.charCodeAt(0))
    .sort((a, b) => a - b);
  const ranks = new Map(alphabet.map((unit, rank) => [unit, rank]));
  const width = bitLength(alphabet.length - 1);
  writer.writeCount(alphabet.length);
  writeAscending(writer, alphabet, alphabet.length, 0x10000);
  for (const [at, cut] of cuts.entries()) {
    const isSame = at > 0 && isSameCut(cut, cuts[at - 1]!);
    writer.writeBits(isSame ? 1 : 0, 1);
    if (!isSame) for (const part of [cut.prefix, cut.suffix, cut.middle]) writer.writeCount(part);
    for (const unit of middles[at]!.split('')) writer.writeBits(ranks.get(unit.charCodeAt(0))!, width);
  }
}

function readUrls(reader: BitReader, count: number): string[] {
  const size = reader.readCount();
  const alphabet = [...readAscending(reader, size, 0x10000)].map((unit) => String.fromCharCode(unit));
  const width = bitLength(alphabet.length - 1);
  const urls: string[] = [];
  let cut: Cut = { prefix: 0, suffix: 0, middle: 0 };
  for (let at = 0; at < count; at += 1) {
    if (reader.readBits(1) === 0) {
      cut = { prefix: reader.readCount(), suffix: reader.readCount(), middle: reader.readCount() };
    }
    const previous = urls[at - 1] ?? '';
    const { prefix, suffix, middle } = cut;
    if (prefix + suffix > previous.length || prefix + suffix + middle > LONGEST_URL) {
      throw new CorruptIndexError('A URL is cut wrongly.');
    }
    let url = previous.slice(0, prefix);
    for (let left = middle; left > 0; left -= 1) {
      const unit = alphabet[reader.readBits(width)];
      if (unit === undefined) throw new CorruptIndexError('A URL has an unknown character.');
      url += unit;
    }
    urls.push(url + previous.slice(previous.length - suffix));
  }
  return urls;
}

/**
 * Shares no more with the URL before than the URL after it does: ids that begin alike by chance would else be cut in
 * another way than their neighbours, which costs more than it saves.
 */
function cutUrl(url: string, previous: string, next: string): Cut {
  const prefix = Math.min(sharedPrefix(url, previous), sharedPrefix(url, next));
  const most = Math.min(url.length, previous.length) - prefix;
  const suffix = Math.min(sharedSuffix(url, previous), sharedSuffix(url, next), most);
  return { prefix, suffix, middle: url.length - prefix - suffix };
}

function isSameCut(a: Cut, b: Cut): boolean {
  return a.prefix === b.prefix && a.suffix === b.suffix && a.middle === b.middle;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedSuffix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
