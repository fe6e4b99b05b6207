import { Field } from './article-terms.ts';
import {
  readAscending,
  readAscendingInto,
  riceWidth,
  skipAscending,
  writeAscending,
} from './ascending-list.ts';
import { type BitReader, CorruptIndexError } from './bit-reader.ts';
import type { BitWriter } from './bit-writer.ts';
import { followerWidth, GREATEST_FOLLOWER_WIDTH, lowestBit, narrowKinds } from './follower-bit.ts';

/**
 * The documents that have a term: arrays side by side, of which the first `count` places are filled. It is filled again
 * for one term after the other.
 */
export class Postings {
  count = 0;
  /** Ordinals, ascending. */
  documents = new Uint32Array(64);
  /** `Field` bits: where in the document the term stands, beside its text. */
  fields = new Uint8Array(64);
  /** What follows the term: bit n for kind n. */
  followers = new Uint32Array(64);
  /** For whoever writes them: to note some of the places. */
  places = new Uint32Array(64);

  /** Makes room for as many places. What is filled stays. */
  reserve(count: number): void {
    if (count <= this.documents.length) return;
    const { documents, fields, followers } = this;
    this.documents = new Uint32Array(count * 2);
    this.documents.set(documents);
    this.fields = new Uint8Array(count * 2);
    this.fields.set(fields);
    this.followers = new Uint32Array(count * 2);
    this.followers.set(followers);
    this.places = new Uint32Array(count * 2);
  }

  push(document: number, field: number, followers: number): void {
    const at = this.count;
    if (at === this.documents.length) this.reserve(at + 1);
    this.documents[at] = document;
    this.fields[at] = field;
    this.followers[at] = followers;
    this.count = at + 1;
  }
}

/** What writer and reader both know of some postings. */
export interface PostingsShape {
  /** Documents that there are. */
  readonly universe: number;
  /** Bits by which followers are told apart, by the number of documents that have the term. */
  readonly followerWidth: (count: number) => number;
}

/** Postings of terms whose followers are told apart: pairs. */
export function followedShape(universe: number): PostingsShape {
  return { universe, followerWidth: (count) => followerWidth(count, universe) };
}

/** Postings of terms whose followers nobody asks for. */
export function plainShape(universe: number): PostingsShape {
  return { universe, followerWidth: () => 0 };
}

/** @param postings - At least one, with followers of the greatest width; these are narrowed in place. */
export function writePostings(writer: BitWriter, postings: Postings, shape: PostingsShape): void {
  const { count, documents, fields, followers } = postings;
  writer.writeCount(count - 1);
  writeAscending(writer, documents, count, shape.universe);
  let anyField = 0;
  for (let at = 0; at < count; at += 1) anyField |= fields[at]!;
  for (const field of FIELDS) {
    if ((anyField & field) === 0) writer.writeCount(0);
    else writePlaces(writer, markPlaces(postings, field), count);
  }
  const width = shape.followerWidth(count);
  if (width === 0) return;
  if (width < GREATEST_FOLLOWER_WIDTH) {
    for (let at = 0; at < count; at += 1) followers[at] = narrowKinds(followers[at]!, width);
  }
  writeFollowers(writer, postings, width);
}

const FIELDS = [Field.TITLE, Field.PROJECT] as const;

/** The places of documents that have the term in a field. */
function markPlaces({ count, fields, places }: Postings, field: number): Uint32Array {
  let marked = 0;
  for (let at = 0; at < count; at += 1) if ((fields[at]! & field) !== 0) places[marked++] = at;
  return places.subarray(0, marked);
}

/** How many places, then these. */
function writePlaces(writer: BitWriter, places: Uint32Array, count: number): void {
  writer.writeCount(places.length);
  writeAscending(writer, places, places.length, count);
}

/** First the documents in which several kinds follow, then all others, so that these can be passed over in one step. */
function writeFollowers(writer: BitWriter, { count, followers, places }: Postings, width: number): void {
  let several = 0;
  for (let at = 0; at < count; at += 1) if (hasSeveral(followers[at]!)) places[several++] = at;
  if (several === 0) {
    writer.writeCount(0);
  } else {
    writePlaces(writer, places.subarray(0, several), count);
    for (let at = 0; at < several; at += 1) writeKinds(writer, followers[places[at]!]!, width);
  }
  for (let at = 0; at < count; at += 1) {
    const kinds = followers[at]!;
    if (!hasSeveral(kinds)) writer.writeBits(lowestBit(kinds), width);
  }
}

function hasSeveral(kinds: number): boolean {
  return (kinds & (kinds - 1)) !== 0;
}

function writeKinds(writer: BitWriter, kinds: number, width: number): void {
  let count = 0;
  for (let rest = kinds; rest !== 0; rest &= rest - 1) count += 1;
  writer.writeCount(count - 2);
  const gapWidth = riceWidth(1 << width, count);
  let next = 0;
  for (let rest = kinds; rest !== 0; rest &= rest - 1) {
    const kind = lowestBit(rest);
    writer.writeRice(kind - next, gapWidth);
    next = kind + 1;
  }
}

/** Adds to `postings` what `writePostings` wrote, with followers of the width that the shape says. */
export function readPostings(reader: BitReader, postings: Postings, shape: PostingsShape): void {
  const count = reader.readCount() + 1;
  if (count > shape.universe) throw new CorruptIndexError('A term has more documents than there are.');
  const start = postings.count;
  const end = start + count;
  postings.reserve(end);
  const { documents, fields, followers } = postings;
  readAscendingInto(documents, start, reader, count, shape.universe);
  fields.fill(0, start, end);
  for (const field of FIELDS) markFields(reader, fields, start, count, field);
  const width = shape.followerWidth(count);
  followers.fill(width === 0 ? 1 : 0, start, end);
  if (width > 0) readFollowers(reader, followers, start, end, width);
  postings.count = end;
}

function markFields(
  reader: BitReader,
  fields: Uint8Array,
  start: number,
  count: number,
  field: number,
): void {
  const chosen = reader.readCount();
  const width = riceWidth(count, chosen);
  let next = 0;
  for (let left = chosen; left > 0; left -= 1) {
    const at = next + reader.readRice(width);
    if (at >= count) throw new CorruptIndexError('A field is marked where there is no document.');
    fields[start + at]! |= field;
    next = at + 1;
  }
}

function readFollowers(
  reader: BitReader,
  followers: Uint32Array,
  start: number,
  end: number,
  width: number,
): void {
  const several = reader.readCount();
  if (several > 0) {
    const places = readAscending(reader, several, end - start);
    for (let at = 0; at < several; at += 1) followers[start + places[at]!] = readKinds(reader, width);
  }
  for (let at = start; at < end; at += 1) {
    if (followers[at] === 0) followers[at] = 1 << reader.readBits(width);
  }
}

function readKinds(reader: BitReader, width: number): number {
  const count = reader.readCount() + 2;
  const gapWidth = riceWidth(1 << width, count);
  let kinds = 0;
  let next = 0;
  for (let left = count; left > 0; left -= 1) {
    const kind = next + reader.readRice(gapWidth);
    if (kind >= 1 << width) throw new CorruptIndexError('A follower is of no kind.');
    kinds |= 1 << kind;
    next = kind + 1;
  }
  return kinds;
}

/** Passes over what `readPostings` reads. */
export function skipPostings(reader: BitReader, shape: PostingsShape): void {
  const count = reader.readCount() + 1;
  skipAscending(reader, count, shape.universe);
  for (const _ of FIELDS) skipAscending(reader, reader.readCount(), count);
  const width = shape.followerWidth(count);
  if (width === 0) return;
  const several = reader.readCount();
  skipAscending(reader, several, count);
  for (let at = 0; at < several; at += 1) skipAscending(reader, reader.readCount() + 2, 1 << width);
  reader.skipBits((count - several) * width);
}
