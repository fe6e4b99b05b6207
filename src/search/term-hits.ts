import { followerKind, followerWidth } from './follower-bit.ts';
import type { IndexFiles } from './index-files.ts';
import type { ManifestSegment } from './manifest.ts';
import type { Postings } from './postings.ts';
import { pairKey, type TermShard } from './term-shard.ts';
import type { Term } from './unit-plan.ts';

/** Documents of a segment, by ordinal, with where in them something was found. The arrays are side by side. */
export interface Hits {
  /** Ascending. */
  readonly documents: Uint32Array;
  /** `Field` bits. */
  readonly fields: Uint8Array;
}

const NO_HITS: Hits = { documents: new Uint32Array(), fields: new Uint8Array() };

/** The documents of a segment that have a term. */
export async function findTerm(files: IndexFiles, segment: ManifestSegment, term: Term): Promise<Hits> {
  switch (term.kind) {
    case 'pair':
      return findPair(files, segment, term.key, term.follower);
    case 'single':
      return joinHits(
        await readRange(
          segment.head.pairStarts,
          (index) => files.readPairs(segment, index),
          pairKey(term.unit, 0),
          pairKey(term.unit, 0xffff),
        ),
        segment.documents,
      );
    case 'word':
      return findWord(files, segment, term.word);
    case 'prefix':
      return joinHits(
        await readRange(
          segment.head.wordStarts,
          (index) => files.readWords(segment, index),
          term.word,
          `${term.word}\uffff`,
        ),
        segment.documents,
      );
  }
}

/** The documents that are listed under a word or a facet. */
export async function findWord(files: IndexFiles, segment: ManifestSegment, word: string): Promise<Hits> {
  const found = await readRange(
    segment.head.wordStarts,
    (index) => files.readWords(segment, index),
    word,
    word,
  );
  return found[0] === undefined ? NO_HITS : trim(found[0]);
}

async function findPair(
  files: IndexFiles,
  segment: ManifestSegment,
  key: number,
  follower: number | undefined,
): Promise<Hits> {
  const { head, documents } = segment;
  const [postings] = await readRange(head.pairStarts, (index) => files.readPairs(segment, index), key, key);
  if (postings === undefined) return NO_HITS;
  const width = followerWidth(postings.count, documents);
  if (follower === undefined || width === 0) return trim(postings);
  const kind = followerKind(follower, width);
  return keepHits(trim(postings), (at) => ((postings.followers[at]! >>> kind) & 1) === 1);
}

/** Postings of all terms from `first` to `last`, which may lie in several shards. @param starts - Of the shards. */
async function readRange<Key extends number | string>(
  starts: readonly Key[],
  readShard: (index: number) => Promise<TermShard<Key>>,
  first: Key,
  last: Key,
): Promise<Postings[]> {
  const from = Math.max(0, countUpTo(starts, first) - 1);
  const to = Math.max(from + 1, countUpTo(starts, last));
  const shards = await Promise.all(starts.slice(from, to).map((_, at) => readShard(from + at)));
  return shards.flatMap((shard) => {
    const start = countBelow(shard.terms, first);
    return shard.read(start, Math.max(start, countUpTo(shard.terms, last)));
  });
}

/** How many of ascending keys are below a key. */
function countBelow<Key>(keys: readonly Key[], key: Key): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of ascending keys are not above a key. */
function countUpTo<Key>(keys: readonly Key[], key: Key): number {
  const below = countBelow(keys, key);
  return keys[below] === key ? below + 1 : below;
}

function trim({ count, documents, fields }: Postings): Hits {
  return { documents: documents.subarray(0, count), fields: fields.subarray(0, count) };
}

/** The hits at the places that are chosen. */
export function keepHits({ documents, fields }: Hits, isChosen: (at: number) => boolean): Hits {
  const kept = { documents: new Uint32Array(documents.length), fields: new Uint8Array(documents.length) };
  let count = 0;
  for (let at = 0; at < documents.length; at += 1) {
    if (!isChosen(at)) continue;
    kept.documents[count] = documents[at]!;
    kept.fields[count] = fields[at]!;
    count += 1;
  }
  return { documents: kept.documents.subarray(0, count), fields: kept.fields.subarray(0, count) };
}

/** Documents that have any of several terms. @param universe - Documents of the segment. */
function joinHits(lists: readonly Postings[], universe: number): Hits {
  if (lists.length === 0) return NO_HITS;
  if (lists.length === 1) return trim(lists[0]!);
  const isHit = new Uint8Array(universe);
  const fields = new Uint8Array(universe);
  let count = 0;
  for (const list of lists) {
    for (let at = 0; at < list.count; at += 1) {
      const document = list.documents[at]!;
      count += 1 - isHit[document]!;
      isHit[document] = 1;
      fields[document]! |= list.fields[at]!;
    }
  }
  const joined = { documents: new Uint32Array(count), fields: new Uint8Array(count) };
  let end = 0;
  for (let document = 0; document < universe; document += 1) {
    if (isHit[document] === 0) continue;
    joined.documents[end] = document;
    joined.fields[end] = fields[document]!;
    end += 1;
  }
  return joined;
}

/** Documents in both, with the fields that they have in both. */
export function intersectHits(a: Hits, b: Hits): Hits {
  const size = Math.min(a.documents.length, b.documents.length);
  const both = { documents: new Uint32Array(size), fields: new Uint8Array(size) };
  let count = 0;
  let left = 0;
  let right = 0;
  while (left < a.documents.length && right < b.documents.length) {
    const difference = a.documents[left]! - b.documents[right]!;
    if (difference === 0) {
      both.documents[count] = a.documents[left]!;
      both.fields[count] = a.fields[left]! & b.fields[right]!;
      count += 1;
    }
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return { documents: both.documents.subarray(0, count), fields: both.fields.subarray(0, count) };
}

/** Documents that are not in the other. */
export function subtractHits(a: Hits, b: ArrayLike<number>): Hits {
  let right = 0;
  return keepHits(a, (at) => {
    const document = a.documents[at]!;
    while (right < b.length && b[right]! < document) right += 1;
    return b[right] !== document;
  });
}
