import { CharacterClass, classOf } from './character-class.ts';
import { END_OF_RUN } from './follower-bit.ts';
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

/** Gathers the pairs of an article's folded texts, then gives them sorted, each once; then it is ready for the next article. */
export class PairCollector {
  readonly #room = new TermsRoom();
  /** Code units; while sorting, one more than their ranks in the alphabet. */
  #triples = makeTriples(4096);
  #spare = makeTriples(0);
  #count = 0;
  /** For each code unit, 1 when it is of the alphabet; then 1 more than its index there. */
  readonly #ranks = new Uint16Array(0x10000);
  readonly #alphabet = new Uint16Array(0x10000);
  #alphabetSize = 0;

  /** @param field - Bits of `Field`. */
  add(text: string, field: number): void {
    this.#makeRoom(text.length);
    let second = text.charCodeAt(0);
    let next = unitAt(text, 1);
    for (let at = 0; at < text.length; at += 1) {
      const first = second;
      second = next;
      next = unitAt(text, at + 2);
      if (isPair(first, second)) {
        this.#push(first, second, followerOf(second, next), field);
      } else if (classOf(first) >= CharacterClass.DIGIT) {
        this.#note(first);
      }
    }
  }

  /** @returns Valid until the next article's. */
  build(): PairTerms {
    const alphabet = this.#alphabet.subarray(0, this.#alphabetSize).sort();
    for (let rank = 0; rank < alphabet.length; rank += 1) this.#ranks[alphabet[rank]!] = rank + 1;
    this.#sort();
    const sizes = countTerms(this.#triples, this.#count);
    const terms = this.#room.take({ alphabet: alphabet.length, ...sizes });
    terms.alphabet.set(alphabet);
    fillPairs(terms, this.#triples, this.#count);
    linkFollowers(terms);
    for (const unit of alphabet) this.#ranks[unit] = 0;
    this.#alphabetSize = 0;
    this.#count = 0;
    return terms;
  }

  #makeRoom(count: number): void {
    const wanted = this.#count + count;
    if (this.#triples.firsts.length >= wanted) return;
    const larger = makeTriples(wanted * 2);
    for (const part of ['firsts', 'seconds', 'followers', 'fields'] as const)
      larger[part].set(this.#triples[part]);
    this.#triples = larger;
  }

  #push(first: number, second: number, follower: number, field: number): void {
    const at = this.#count;
    const { firsts, seconds, followers, fields } = this.#triples;
    firsts[at] = first;
    seconds[at] = second;
    followers[at] = follower;
    fields[at] = field;
    this.#count = at + 1;
    this.#note(first);
    this.#note(second);
  }

  #note(unit: number): void {
    if (this.#ranks[unit] !== 0) return;
    this.#ranks[unit] = 1;
    this.#alphabet[this.#alphabetSize] = unit;
    this.#alphabetSize += 1;
  }

  /** By first unit, second unit and follower: three passes of a counting sort. */
  #sort(): void {
    const { firsts, seconds, followers } = this.#triples;
    const ranks = this.#ranks;
    for (let at = 0; at < this.#count; at += 1) {
      firsts[at] = ranks[firsts[at]!]!;
      seconds[at] = ranks[seconds[at]!]!;
      followers[at] = ranks[followers[at]!]!;
    }
    if (this.#spare.firsts.length < this.#count) this.#spare = makeTriples(firsts.length);
    for (const part of ['followers', 'seconds', 'firsts'] as const) {
      sortTriples(this.#triples, this.#spare, { part, count: this.#count, ranks: this.#alphabetSize + 1 });
      [this.#triples, this.#spare] = [this.#spare, this.#triples];
    }
  }
}

/** Pairs with their followers, side by side. Of ranks, the end of a run is 0. */
interface Triples {
  readonly firsts: Uint16Array;
  readonly seconds: Uint16Array;
  readonly followers: Uint16Array;
  readonly fields: Uint8Array;
}

function makeTriples(count: number): Triples {
  return {
    firsts: new Uint16Array(count),
    seconds: new Uint16Array(count),
    followers: new Uint16Array(count),
    fields: new Uint8Array(count),
  };
}

interface Sorting {
  /** What to sort by. */
  readonly part: 'firsts' | 'seconds' | 'followers';
  readonly count: number;
  /** All ranks are below. */
  readonly ranks: number;
}

/** Stable. */
function sortTriples(from: Triples, to: Triples, { part, count, ranks }: Sorting): void {
  const keys = from[part];
  const starts = new Uint32Array(ranks + 1);
  for (let at = 0; at < count; at += 1) starts[keys[at]! + 1]! += 1;
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank]! += starts[rank - 1]!;
  const { firsts, seconds, followers, fields } = from;
  for (let at = 0; at < count; at += 1) {
    const rank = keys[at]!;
    const place = starts[rank]!;
    starts[rank] = place + 1;
    to.firsts[place] = firsts[at]!;
    to.seconds[place] = seconds[at]!;
    to.followers[place] = followers[at]!;
    to.fields[place] = fields[at]!;
  }
}

function isNewPair({ firsts, seconds }: Triples, at: number): boolean {
  return at === 0 || firsts[at] !== firsts[at - 1] || seconds[at] !== seconds[at - 1];
}

function countTerms(triples: Triples, count: number): { pairs: number; followers: number } {
  let pairs = 0;
  let followers = 0;
  for (let at = 0; at < count; at += 1) {
    const isNew = isNewPair(triples, at);
    if (isNew) pairs += 1;
    if (isNew || triples.followers[at] !== triples.followers[at - 1]) followers += 1;
  }
  return { pairs, followers };
}

/** Writes each pair once, its followers for now as one more than their ranks in the alphabet. */
function fillPairs(terms: PairTerms, triples: Triples, count: number): void {
  const { starts, seconds, fields, followerStarts, followers } = terms;
  let pair = -1;
  let end = 0;
  for (let at = 0; at < count; at += 1) {
    const isNew = isNewPair(triples, at);
    if (isNew) {
      pair += 1;
      starts[triples.firsts[at]!]! += 1;
      seconds[pair] = triples.seconds[at]! - 1;
      followerStarts[pair] = end;
    }
    fields[pair]! |= triples.fields[at]!;
    const follower = triples.followers[at]!;
    if (!isNew && followers[end - 1] === follower) continue;
    followers[end] = follower;
    end += 1;
  }
  followerStarts[pair + 1] = end;
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank]! += starts[rank - 1]!;
}

/** Names the followers by their places among the pairs that begin with the pair's second unit. */
function linkFollowers({ starts, seconds, followerStarts, followers }: PairTerms): void {
  for (let pair = 0; pair < seconds.length; pair += 1) {
    const start = starts[seconds[pair]!]!;
    const end = starts[seconds[pair]! + 1]!;
    for (let at = followerStarts[pair]!; at < followerStarts[pair + 1]!; at += 1) {
      const rank = followers[at]!;
      if (rank > 0) followers[at] = 1 + findSecond(seconds, rank - 1, start, end) - start;
    }
  }
}

/** `END_OF_RUN`, a separator, behind the text. */
function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : END_OF_RUN;
}

/** The pair between `start` and `end` whose second unit has this rank. It is there. */
function findSecond(seconds: Uint16Array, rank: number, start: number, end: number): number {
  let low = start;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (seconds[middle]! < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
