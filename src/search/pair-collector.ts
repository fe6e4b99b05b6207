import type { ArticleTerms } from './article-terms.ts';
import { CharacterClass, classOf } from './character-class.ts';
import { END_OF_RUN } from './follower-bit.ts';

type PairTerms = Omit<ArticleTerms, 'words' | 'wordFields'>;

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

/** Gathers the pairs of folded texts, then gives them sorted, each once. */
export class PairCollector {
  readonly #firsts: Uint16Array;
  readonly #seconds: Uint16Array;
  readonly #followers: Uint16Array;
  readonly #fields: Uint8Array;
  #count = 0;
  /** For each code unit, 1 when it is of the alphabet; then 1 more than its index there. */
  readonly #ranks = new Uint16Array(0x10000);
  readonly #alphabet = new Uint16Array(0x10000);
  #alphabetSize = 0;

  /** @param capacity - Code units of all texts together. */
  constructor(capacity: number) {
    this.#firsts = new Uint16Array(capacity);
    this.#seconds = new Uint16Array(capacity);
    this.#followers = new Uint16Array(capacity);
    this.#fields = new Uint8Array(capacity);
  }

  /** @param field - Bits of `Field`. */
  add(text: string, field: number): void {
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

  build(): PairTerms {
    const alphabet = this.#alphabet.slice(0, this.#alphabetSize).sort();
    for (let rank = 0; rank < alphabet.length; rank += 1) this.#ranks[alphabet[rank]!] = rank + 1;
    const triples = this.#sort(alphabet.length);
    const count = countPairs(triples);
    const terms = {
      alphabet,
      starts: new Uint32Array(alphabet.length + 1),
      seconds: new Uint16Array(count),
      fields: new Uint8Array(count),
      followerStarts: new Uint32Array(count + 1),
      followers: new Uint16Array(this.#count),
    };
    fillPairs(terms, triples);
    linkFollowers(terms);
    return { ...terms, followers: terms.followers.slice(0, terms.followerStarts[count]) };
  }

  #push(first: number, second: number, follower: number, field: number): void {
    const at = this.#count;
    this.#firsts[at] = first;
    this.#seconds[at] = second;
    this.#followers[at] = follower;
    this.#fields[at] = field;
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
  #sort(alphabetSize: number): Triples {
    let triples: Triples = {
      firsts: this.#toRanks(this.#firsts),
      seconds: this.#toRanks(this.#seconds),
      followers: this.#toRanks(this.#followers),
      fields: this.#fields,
    };
    for (const part of ['followers', 'seconds', 'firsts'] as const) {
      triples = sortTriples(triples, triples[part], alphabetSize);
    }
    return triples;
  }

  #toRanks(units: Uint16Array): Uint16Array {
    const table = this.#ranks;
    const ranks = new Uint16Array(this.#count);
    for (let at = 0; at < ranks.length; at += 1) ranks[at] = table[units[at]!]!;
    return ranks;
  }
}

/** Pairs with their followers, side by side, as one more than their ranks in the alphabet. The end of a run is 0. */
interface Triples {
  readonly firsts: Uint16Array;
  readonly seconds: Uint16Array;
  readonly followers: Uint16Array;
  readonly fields: Uint8Array;
}

/** Stable. @param ranks - What to sort by: one of the triples' own parts. */
function sortTriples(triples: Triples, ranks: Uint16Array, alphabetSize: number): Triples {
  const count = ranks.length;
  const starts = new Uint32Array(alphabetSize + 2);
  for (let at = 0; at < count; at += 1) starts[ranks[at]! + 1]! += 1;
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank]! += starts[rank - 1]!;
  const { firsts, seconds, followers, fields } = triples;
  const sorted = {
    firsts: new Uint16Array(count),
    seconds: new Uint16Array(count),
    followers: new Uint16Array(count),
    fields: new Uint8Array(count),
  };
  for (let at = 0; at < count; at += 1) {
    const rank = ranks[at]!;
    const place = starts[rank]!;
    starts[rank] = place + 1;
    sorted.firsts[place] = firsts[at]!;
    sorted.seconds[place] = seconds[at]!;
    sorted.followers[place] = followers[at]!;
    sorted.fields[place] = fields[at]!;
  }
  return sorted;
}

function isNewPair({ firsts, seconds }: Triples, at: number): boolean {
  return at === 0 || firsts[at] !== firsts[at - 1] || seconds[at] !== seconds[at - 1];
}

function countPairs(triples: Triples): number {
  let count = 0;
  for (let at = 0; at < triples.firsts.length; at += 1) if (isNewPair(triples, at)) count += 1;
  return count;
}

/** Writes each pair once, its followers for now as one more than their ranks in the alphabet. */
function fillPairs(terms: PairTerms, triples: Triples): void {
  const { starts, seconds, fields, followerStarts, followers } = terms;
  let pair = -1;
  let end = 0;
  for (let at = 0; at < triples.firsts.length; at += 1) {
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
