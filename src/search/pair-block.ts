import type { ArticleTerms } from './article-terms.ts';
import { CharacterClass, classOf } from './character-class.ts';
import { END_OF_RUN, followerKind, GREATEST_FOLLOWER_WIDTH } from './follower-bit.ts';
import { ALONE, pairKey } from './term-shard.ts';

/** Keys from `from` on, below `to`. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

/** Entries of some documents, side by side: one for each pair of each document. */
export interface PairEntries {
  /** As `pairKey` numbers pairs; a character that stands alone has `ALONE` for its second. */
  readonly keys: Uint32Array;
  /** Ordinals, and `Field` bits in the lowest two bits. */
  readonly documents: Uint32Array;
  /** Kinds of followers, of the greatest width. */
  readonly followers: Uint32Array;
}

/** Gathers pairs, document by document, and sorts them by key; then it is used again, since it is large. */
export class PairBlock {
  readonly #range: KeyRange;
  #count = 0;
  #entries = makeEntries(1 << 16);
  #spare = makeEntries(0);

  /** @param range - Pairs to take in. */
  constructor(range: KeyRange) {
    this.#range = range;
  }

  /** Entries so far. */
  get count(): number {
    return this.#count;
  }

  /** @param ordinal - Greater than that of every document added before. */
  add(ordinal: number, terms: ArticleTerms): void {
    const { alphabet, starts, seconds, fields } = terms;
    this.#makeRoom(alphabet.length + seconds.length);
    for (let rank = 0; rank < alphabet.length; rank += 1) {
      const first = alphabet[rank]!;
      const start = starts[rank]!;
      const end = starts[rank + 1]!;
      if (start === end && classOf(first) !== CharacterClass.LETTER) {
        this.#push(pairKey(first, ALONE), ordinal * 4, UNFOLLOWED);
      }
      for (let pair = start; pair < end; pair += 1) {
        const key = pairKey(first, alphabet[seconds[pair]!]!);
        if (key < this.#range.from || key >= this.#range.to) continue;
        this.#push(key, ordinal * 4 + fields[pair]!, kindsOf(terms, pair));
      }
    }
  }

  /** All entries, by key, and of one key by document: valid until the block is cleared. */
  sort(): PairEntries {
    const count = this.#count;
    if (this.#spare.keys.length < count) this.#spare = makeEntries(this.#entries.keys.length);
    sortByHalf(this.#entries, this.#spare, count, 0);
    sortByHalf(this.#spare, this.#entries, count, 16);
    const { keys, documents, followers } = this.#entries;
    return {
      keys: keys.subarray(0, count),
      documents: documents.subarray(0, count),
      followers: followers.subarray(0, count),
    };
  }

  clear(): void {
    this.#count = 0;
  }

  #push(key: number, document: number, followers: number): void {
    if (key < this.#range.from || key >= this.#range.to) return;
    const at = this.#count;
    this.#entries.keys[at] = key;
    this.#entries.documents[at] = document;
    this.#entries.followers[at] = followers;
    this.#count = at + 1;
  }

  #makeRoom(count: number): void {
    if (this.#count + count <= this.#entries.keys.length) return;
    const larger = makeEntries(Math.ceil((this.#count + count) * 1.5));
    larger.keys.set(this.#entries.keys);
    larger.documents.set(this.#entries.documents);
    larger.followers.set(this.#entries.followers);
    this.#entries = larger;
  }
}

const UNFOLLOWED = 1 << followerKind(END_OF_RUN, GREATEST_FOLLOWER_WIDTH);

function kindsOf(
  { alphabet, starts, seconds, followerStarts, followers }: ArticleTerms,
  pair: number,
): number {
  const next = starts[seconds[pair]!]! - 1;
  let kinds = 0;
  for (let at = followerStarts[pair]!; at < followerStarts[pair + 1]!; at += 1) {
    const follower = followers[at]!;
    const unit = follower === 0 ? END_OF_RUN : alphabet[seconds[next + follower]!]!;
    kinds |= 1 << followerKind(unit, GREATEST_FOLLOWER_WIDTH);
  }
  return kinds;
}

function makeEntries(count: number): PairEntries {
  return {
    keys: new Uint32Array(count),
    documents: new Uint32Array(count),
    followers: new Uint32Array(count),
  };
}

/** One stable pass of a radix sort, by the lower or upper half of the key. */
function sortByHalf(from: PairEntries, to: PairEntries, count: number, shift: number): void {
  const starts = new Uint32Array(0x10001);
  for (let at = 0; at < count; at += 1) starts[((from.keys[at]! >>> shift) & 0xffff) + 1]! += 1;
  for (let half = 1; half < starts.length; half += 1) starts[half]! += starts[half - 1]!;
  for (let at = 0; at < count; at += 1) {
    const key = from.keys[at]!;
    const half = (key >>> shift) & 0xffff;
    const place = starts[half]!;
    starts[half] = place + 1;
    to.keys[place] = key;
    to.documents[place] = from.documents[at]!;
    to.followers[place] = from.followers[at]!;
  }
}
