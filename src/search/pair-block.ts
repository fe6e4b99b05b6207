import type { ArticleTerms } from './article-terms.ts';
import { CharacterClass, classOf } from './character-class.ts';
import { END_OF_RUN, followerKind, GREATEST_FOLLOWER_WIDTH } from './follower-bit.ts';
import { Postings } from './postings.ts';
import type { TermRunWriter } from './term-run.ts';
import { ALONE, pairKey } from './term-shard.ts';

/** Keys from `from` on, below `to`: all of a first unit, or none. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Gathers pairs, document by document, and packs them by key; then it is used again, since it is large.
 *
 * A document's pairs with one first unit are a group. Only the groups are sorted, by that unit; the pairs behind one unit
 * are few enough to be sorted where the processor has them at hand.
 */
export class PairBlock {
  readonly #range: KeyRange;
  #entries = makeEntries(1 << 16);
  #count = 0;
  #groups = makeGroups(1 << 14);
  #groupCount = 0;
  /** Of the document that is being added, by index in its alphabet: the kind as a follower, as a set of one. */
  readonly #kinds = new Uint32Array(0x10000);
  /** Of one first unit: for each second unit how many entries, then where the next one goes; all 0 between. */
  readonly #places = new Uint32Array(0x10000);
  readonly #seconds = new Uint16Array(0x10000);
  readonly #sorted = new Postings();

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
    const { alphabet, starts } = terms;
    this.#makeRoom(alphabet.length, terms.seconds.length);
    for (let rank = 0; rank < alphabet.length; rank += 1) {
      this.#kinds[rank] = 1 << followerKind(alphabet[rank]!, GREATEST_FOLLOWER_WIDTH);
    }
    for (let rank = 0; rank < alphabet.length; rank += 1) {
      const first = alphabet[rank]!;
      const start = starts[rank]!;
      const end = starts[rank + 1]!;
      const isAlone = start === end && classOf(first) !== CharacterClass.LETTER;
      const key = pairKey(first, 0);
      if ((start === end && !isAlone) || key < this.#range.from || key >= this.#range.to) continue;
      this.#beginGroup(first, ordinal);
      if (isAlone) this.#pushAlone();
      else this.#pushPairs(terms, start, end);
    }
  }

  /**
   * Packs all entries, by key, and of one key by document. The block is empty afterwards.
   *
   * @param base - Ordinals are counted from it.
   * @returns The keys, ascending.
   */
  packInto(writer: TermRunWriter, base: number): Uint32Array {
    const keys: number[] = [];
    const { firsts, order } = this.#groups;
    this.#sortGroups();
    for (let at = 0; at < this.#groupCount; ) {
      const first = firsts[order[at]!]!;
      let end = at + 1;
      while (end < this.#groupCount && firsts[order[end]!] === first) end += 1;
      this.#packGroups(writer, { at, end, first, base }, keys);
      at = end;
    }
    this.#count = 0;
    this.#groupCount = 0;
    return Uint32Array.from(keys);
  }

  #beginGroup(first: number, ordinal: number): void {
    const { firsts, ordinals, starts } = this.#groups;
    firsts[this.#groupCount] = first;
    ordinals[this.#groupCount] = ordinal;
    starts[this.#groupCount] = this.#count;
    this.#groupCount += 1;
  }

  #pushAlone(): void {
    const { seconds, fields, followers } = this.#entries;
    seconds[this.#count] = ALONE;
    fields[this.#count] = 0;
    followers[this.#count] = UNFOLLOWED;
    this.#count += 1;
  }

  #pushPairs(terms: ArticleTerms, start: number, end: number): void {
    const { alphabet, starts, seconds, fields, followerStarts, followers } = terms;
    const entries = this.#entries;
    const kinds = this.#kinds;
    let count = this.#count;
    for (let pair = start; pair < end; pair += 1) {
      const second = seconds[pair]!;
      const next = starts[second]! - 1;
      const last = followerStarts[pair + 1]!;
      let set = 0;
      for (let at = followerStarts[pair]!; at < last; at += 1) {
        const follower = followers[at]!;
        set |= follower === 0 ? UNFOLLOWED : kinds[seconds[next + follower]!]!;
      }
      entries.seconds[count] = alphabet[second]!;
      entries.fields[count] = fields[pair]!;
      entries.followers[count] = set;
      count += 1;
    }
    this.#count = count;
  }

  /** Stable: a counting sort by first unit. */
  #sortGroups(): void {
    const { firsts, order, starts } = this.#groups;
    const count = this.#groupCount;
    starts[count] = this.#count;
    const places = new Uint32Array(0x10001);
    for (let at = 0; at < count; at += 1) places[firsts[at]! + 1]! += 1;
    for (let first = 1; first < places.length; first += 1) places[first]! += places[first - 1]!;
    for (let at = 0; at < count; at += 1) order[places[firsts[at]!]!++] = at;
  }

  /** Sorts the pairs of all groups of a first unit by their second units, and packs them. */
  #packGroups(
    writer: TermRunWriter,
    { at, end, first, base }: { at: number; end: number; first: number; base: number },
    keys: number[],
  ): void {
    const { order, ordinals, starts } = this.#groups;
    const { seconds, fields, followers } = this.#entries;
    const places = this.#places;
    let kinds = 0;
    let size = 0;
    for (let place = at; place < end; place += 1) {
      const group = order[place]!;
      for (let entry = starts[group]!; entry < starts[group + 1]!; entry += 1) {
        const second = seconds[entry]!;
        if (places[second] === 0) this.#seconds[kinds++] = second;
        places[second]! += 1;
        size += 1;
      }
    }
    const met = this.#seconds.subarray(0, kinds).sort();
    let next = 0;
    for (let index = 0; index < kinds; index += 1) {
      const count = places[met[index]!]!;
      places[met[index]!] = next;
      next += count;
    }
    const sorted = this.#sorted;
    sorted.reserve(size);
    for (let place = at; place < end; place += 1) {
      const group = order[place]!;
      const ordinal = ordinals[group]! - base;
      for (let entry = starts[group]!; entry < starts[group + 1]!; entry += 1) {
        const target = places[seconds[entry]!]!++;
        sorted.documents[target] = ordinal;
        sorted.fields[target] = fields[entry]!;
        sorted.followers[target] = followers[entry]!;
      }
    }
    let start = 0;
    for (let index = 0; index < kinds; index += 1) {
      const second = met[index]!;
      keys.push(pairKey(first, second));
      writer.add(sorted, start, places[second]!);
      start = places[second]!;
      places[second] = 0;
    }
  }

  #makeRoom(groups: number, pairs: number): void {
    // A character that stands alone is an entry too.
    const wanted = this.#count + groups + pairs;
    if (wanted > this.#entries.seconds.length) {
      const larger = makeEntries(Math.ceil(wanted * 1.5));
      larger.seconds.set(this.#entries.seconds);
      larger.fields.set(this.#entries.fields);
      larger.followers.set(this.#entries.followers);
      this.#entries = larger;
    }
    // The start of a last group, which is not there, is the end of the one before.
    if (this.#groupCount + groups + 1 > this.#groups.firsts.length) {
      const larger = makeGroups(Math.ceil((this.#groupCount + groups + 1) * 1.5));
      larger.firsts.set(this.#groups.firsts);
      larger.ordinals.set(this.#groups.ordinals);
      larger.starts.set(this.#groups.starts);
      this.#groups = larger;
    }
  }
}

const UNFOLLOWED = 1 << followerKind(END_OF_RUN, GREATEST_FOLLOWER_WIDTH);

/** One for each pair of each document, side by side. */
interface Entries {
  /** A character that stands alone has `ALONE`. */
  readonly seconds: Uint16Array;
  readonly fields: Uint8Array;
  /** Kinds of followers, of the greatest width. */
  readonly followers: Uint32Array;
}

function makeEntries(count: number): Entries {
  return {
    seconds: new Uint16Array(count),
    fields: new Uint8Array(count),
    followers: new Uint32Array(count),
  };
}

/** Neighbouring entries of one document with one first unit, side by side. */
interface Groups {
  readonly firsts: Uint16Array;
  readonly ordinals: Uint32Array;
  /** Indexes into the entries. */
  readonly starts: Uint32Array;
  /** Groups by first unit, then by document. */
  readonly order: Uint32Array;
}

function makeGroups(count: number): Groups {
  return {
    firsts: new Uint16Array(count),
    ordinals: new Uint32Array(count),
    starts: new Uint32Array(count),
    order: new Uint32Array(count),
  };
}
