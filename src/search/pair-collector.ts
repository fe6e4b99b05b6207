import { CharacterClass, classOf } from './character-class.ts';
import { END_OF_RUN, lowestBit } from './follower-bit.ts';
import { type PairTerms, TermsRoom } from './terms-room.ts';

/** Whether two neighbours in folded text are a pair: neither is a separator, and they are not both of one word. */
export function isPair(first: number, second: number): boolean {
  const a = classOf(first);
  const b = classOf(second);
  return (
    a !== CharacterClass.SEPARATOR &&
    b !== CharacterClass.SEPARATOR &&
    !(a === CharacterClass.LETTER && b === CharacterClass.LETTER)
  );
}

/** What follows a pair whose second unit is followed by `next` in the text: the unit if both are a pair again. */
export function followerOf(second: number, next: number): number {
  return isPair(second, next) ? next : END_OF_RUN;
}

/** Behind a text: a separator. */
const TEXT_END = 0;

/** A place at which no pair begins. */
const NO_PAIR = -1;

/**
 * Gathers the pairs of an article's folded texts, then gives them sorted, each once; then it is ready for the next article.
 * What is sorted are the places at which pairs begin: pair and follower are what stands there.
 */
export class PairCollector {
  readonly #room = new TermsRoom();
  #texts = makeTexts(4096);
  #length = 0;
  /** Places at which pairs begin, as many as `#count`. */
  #places = new Uint32Array(4096);
  #spare = new Uint32Array(4096);
  #count = 0;
  /** A bit for each code unit: whether it is of the alphabet. */
  readonly #met = new Uint32Array(0x10000 / 32);
  /** For each code unit, 1 more than its index in the alphabet; 0 when it is not there. */
  readonly #ranks = new Uint16Array(0x10000);
  readonly #alphabet = new Uint16Array(0x10000);
  #alphabetSize = 0;
  /** For each rank, where the next place with it goes. */
  readonly #starts = new Uint32Array(0x10001);

  /** @param text - Folded, as code units. @param field - Bits of `Field`. */
  add(text: Uint16Array, field: number): void {
    this.#makeRoom(text.length + 2);
    const { units, fields, pairs } = this.#texts;
    const places = this.#places;
    const met = this.#met;
    const start = this.#length;
    const end = start + text.length;
    units.set(text, start);
    units[end] = TEXT_END;
    fields.fill(field, start, end);
    let count = this.#count;
    let first = start < end ? classOf(units[start]!) : CharacterClass.SEPARATOR;
    let wasPair = false;
    for (let at = start; at < end; at += 1) {
      const second = classOf(units[at + 1]!);
      const begins =
        first !== CharacterClass.SEPARATOR &&
        second !== CharacterClass.SEPARATOR &&
        !(first === CharacterClass.LETTER && second === CharacterClass.LETTER);
      pairs[at] = begins ? 0 : NO_PAIR;
      if (begins) {
        places[count] = at;
        count += 1;
      }
      if (begins || wasPair || first >= CharacterClass.DIGIT) {
        const unit = units[at]!;
        met[unit >>> 5]! |= 1 << (unit & 31);
      }
      wasPair = begins;
      first = second;
    }
    pairs[end] = NO_PAIR;
    this.#count = count;
    this.#length = end + 1;
  }

  /** @returns Valid until the next article's. */
  build(): PairTerms {
    this.#rankUnits();
    const alphabet = this.#alphabet.subarray(0, this.#alphabetSize);
    this.#sort();
    const terms = this.#room.take({ alphabet: alphabet.length, ...this.#number() });
    terms.alphabet.set(alphabet);
    this.#fill(terms);
    for (let rank = 0; rank < alphabet.length; rank += 1) this.#ranks[alphabet[rank]!] = 0;
    this.#alphabetSize = 0;
    this.#count = 0;
    this.#length = 0;
    return terms;
  }

  #makeRoom(count: number): void {
    const wanted = this.#length + count;
    if (this.#places.length >= wanted) return;
    const larger = makeTexts(wanted * 2);
    for (const part of ['units', 'fields', 'pairs', 'followers'] as const)
      larger[part].set(this.#texts[part].subarray(0, this.#length) as never);
    const places = new Uint32Array(wanted * 2);
    places.set(this.#places.subarray(0, this.#count));
    this.#texts = larger;
    this.#places = places;
    this.#spare = new Uint32Array(wanted * 2);
  }

  /** Reads the alphabet off the bits of the units that were met, in order; these are cleared. */
  #rankUnits(): void {
    const met = this.#met;
    let size = 0;
    for (let word = 0; word < met.length; word += 1) {
      for (let rest = met[word]!; rest !== 0; rest &= rest - 1) {
        const unit = word * 32 + lowestBit(rest);
        this.#alphabet[size] = unit;
        size += 1;
        this.#ranks[unit] = size;
      }
      met[word] = 0;
    }
    this.#alphabetSize = size;
  }

  /** Units become ranks, and places are sorted by first unit, second unit and follower: three passes of a counting sort. */
  #sort(): void {
    const { units, pairs, followers } = this.#texts;
    const ranks = this.#ranks;
    for (let at = 0; at < this.#length; at += 1) units[at] = ranks[units[at]!]!;
    for (let at = 0; at < this.#length; at += 1) {
      followers[at] = pairs[at + 1] === NO_PAIR ? END_OF_RUN : units[at + 2]!;
    }
    const size = this.#alphabetSize + 1;
    this.#sortBy(followers, 0, size);
    this.#sortBy(units, 1, size);
    this.#sortBy(units, 0, size);
  }

  /** Stable. @param offset - Of a place's key from it. @param size - All keys are below. */
  #sortBy(keys: Uint16Array, offset: number, size: number): void {
    const from = this.#places;
    const to = this.#spare;
    const count = this.#count;
    const starts = this.#starts;
    starts.fill(0, 0, size + 1);
    for (let at = 0; at < count; at += 1) starts[keys[from[at]! + offset]! + 1]! += 1;
    for (let key = 1; key < size; key += 1) starts[key]! += starts[key - 1]!;
    for (let at = 0; at < count; at += 1) {
      const place = from[at]!;
      const key = keys[place + offset]!;
      to[starts[key]!++] = place;
    }
    this.#places = to;
    this.#spare = from;
  }

  /** Numbers the pairs: each place learns which pair begins at it. */
  #number(): { pairs: number; followers: number } {
    const { units, pairs, followers } = this.#texts;
    const places = this.#places;
    let pair = -1;
    let links = 0;
    let [first, second, follower] = [-1, -1, -1];
    for (let at = 0; at < this.#count; at += 1) {
      const place = places[at]!;
      const isNew = units[place] !== first || units[place + 1] !== second;
      if (isNew) {
        pair += 1;
        first = units[place]!;
        second = units[place + 1]!;
      }
      if (isNew || followers[place] !== follower) {
        links += 1;
        follower = followers[place]!;
      }
      pairs[place] = pair;
    }
    return { pairs: pair + 1, followers: links };
  }

  /** Writes each pair once, its followers by their places among the pairs that begin with its second unit. */
  #fill({ starts, seconds, fields, followerStarts, followers: links }: PairTerms): void {
    const { units, pairs, followers, fields: marks } = this.#texts;
    const places = this.#places;
    const count = this.#count;
    let last = -1;
    for (let at = 0; at < count; at += 1) {
      const place = places[at]!;
      const pair = pairs[place]!;
      fields[pair]! |= marks[place]!;
      if (pair === last) continue;
      last = pair;
      seconds[pair] = units[place + 1]! - 1;
      starts[units[place]!]! += 1;
    }
    for (let rank = 1; rank < starts.length; rank += 1) starts[rank]! += starts[rank - 1]!;
    let end = 0;
    let follower = -1;
    last = -1;
    for (let at = 0; at < count; at += 1) {
      const place = places[at]!;
      const pair = pairs[place]!;
      if (pair === last && followers[place] === follower) continue;
      if (pair !== last) followerStarts[pair] = end;
      last = pair;
      follower = followers[place]!;
      links[end] = follower === END_OF_RUN ? 0 : 1 + pairs[place + 1]! - starts[seconds[pair]!]!;
      end += 1;
    }
    followerStarts[last + 1] = end;
  }
}

/** The article's texts one behind the other, each with a separator behind it, in arrays side by side. */
interface Texts {
  /** Code units; while sorting, one more than their ranks in the alphabet, 0 for what is not in it. */
  readonly units: Uint16Array;
  readonly fields: Uint8Array;
  /** The pair that begins at a place, or `NO_PAIR`. */
  readonly pairs: Int32Array;
  /** What comes behind the pair, as a rank; of the end of a run, 0. */
  readonly followers: Uint16Array;
}

function makeTexts(length: number): Texts {
  return {
    units: new Uint16Array(length),
    fields: new Uint8Array(length),
    pairs: new Int32Array(length),
    followers: new Uint16Array(length),
  };
}
