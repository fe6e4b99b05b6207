import { readAscending, writeAscending } from './ascending-list.ts';
import { BitReader, CorruptIndexError } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import {
  followedShape,
  Postings,
  type PostingsShape,
  plainShape,
  readPostings,
  skipPostings,
  writePostings,
} from './postings.ts';
import { readWord, writeWord } from './word-code.ts';

/** A pair of code units as one number, the first one in the upper half: pairs sort by their first unit. */
export function pairKey(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** What stands beside a single character, in place of a second one. */
export const ALONE = 0;

/** How the terms of one kind are listed. */
export interface TermCode<Term> {
  /** Whether what follows the term is written with its documents. */
  hasFollowers(term: Term): boolean;
  writeTerms(writer: BitWriter, terms: readonly Term[]): void;
  readTerms(reader: BitReader): Term[];
}

/** Pairs, as `pairKey` numbers them: by first units, each with a list of its second units. */
export const pairCode: TermCode<number> = Object.freeze({
  hasFollowers(key: number): boolean {
    return key % 0x10000 !== ALONE;
  },

  writeTerms(writer: BitWriter, keys: readonly number[]): void {
    const firsts = [...new Set(keys.map((key) => Math.floor(key / 0x10000)))];
    writer.writeCount(firsts.length);
    writeAscending(writer, firsts, firsts.length, 0x10000);
    let start = 0;
    for (const first of firsts) {
      let end = start;
      while (end < keys.length && keys[end]! < pairKey(first + 1, 0)) end += 1;
      const seconds = keys.slice(start, end).map((key) => key % 0x10000);
      writer.writeCount(seconds.length - 1);
      writeAscending(writer, seconds, seconds.length, 0x10000);
      start = end;
    }
  },

  readTerms(reader: BitReader): number[] {
    const keys: number[] = [];
    const firstCount = reader.readCount();
    for (const first of readAscending(reader, firstCount, 0x10000)) {
      const count = reader.readCount() + 1;
      for (const second of readAscending(reader, count, 0x10000)) keys.push(pairKey(first, second));
    }
    return keys;
  },
});

/** Words and facets, by code unit. */
export const wordCode: TermCode<string> = Object.freeze({
  hasFollowers(): boolean {
    return false;
  },

  writeTerms(writer: BitWriter, words: readonly string[]): void {
    writer.writeCount(words.length);
    let previous = '';
    for (const word of words) {
      writeWord(writer, word, previous);
      previous = word;
    }
  },

  readTerms(reader: BitReader): string[] {
    const words: string[] = [];
    const count = reader.readCount();
    for (let at = 0; at < count; at += 1) words.push(readWord(reader, words[at - 1] ?? ''));
    return words;
  },
});

interface TermShapes {
  readonly followed: PostingsShape;
  readonly plain: PostingsShape;
}

function makeShapes(universe: number): TermShapes {
  return { followed: followedShape(universe), plain: plainShape(universe) };
}

function shapeOf<Term>({ followed, plain }: TermShapes, code: TermCode<Term>, term: Term): PostingsShape {
  return code.hasFollowers(term) ? followed : plain;
}

/** Bytes of the length that a shard begins with. */
const LENGTH_BYTES = 3;

/** Fills shards with terms in ascending order. A shard is a file: how long its list of terms is, the list, the postings. */
export class TermShardWriter<Term> {
  readonly #code: TermCode<Term>;
  readonly #shapes: TermShapes;
  readonly #postings = new BitWriter();
  #terms: Term[] = [];

  /** @param universe - Documents of the segment. */
  constructor(code: TermCode<Term>, universe: number) {
    this.#code = code;
    this.#shapes = makeShapes(universe);
  }

  get terms(): readonly Term[] {
    return this.#terms;
  }

  /** Bytes of postings so far. */
  get byteLength(): number {
    return this.#postings.byteLength;
  }

  add(term: Term, postings: Postings): void {
    this.#terms.push(term);
    writePostings(this.#postings, postings, shapeOf(this.#shapes, this.#code, term));
  }

  /** The shard. The writer is empty afterwards, ready for the next. */
  take(): Uint8Array {
    const writer = new BitWriter();
    this.#code.writeTerms(writer, this.#terms);
    const terms = writer.take();
    const postings = this.#postings.take();
    const bytes = new Uint8Array(LENGTH_BYTES + terms.length + postings.length);
    bytes.set([terms.length >>> 16, (terms.length >>> 8) & 255, terms.length & 255]);
    bytes.set(terms, LENGTH_BYTES);
    bytes.set(postings, LENGTH_BYTES + terms.length);
    this.#terms = [];
    return bytes;
  }
}

/** A shard that has arrived. */
export class TermShard<Term> {
  /** Ascending. */
  readonly terms: readonly Term[];
  readonly #code: TermCode<Term>;
  readonly #shapes: TermShapes;
  readonly #postings: Uint8Array;

  /**
   * @param universe - Documents of the segment.
   * @throws CorruptIndexError when the bytes are no shard.
   */
  constructor(bytes: Uint8Array, code: TermCode<Term>, universe: number) {
    if (bytes.length < LENGTH_BYTES) throw new CorruptIndexError('A shard is empty.');
    const length = bytes[0]! * 0x10000 + bytes[1]! * 0x100 + bytes[2]!;
    const start = LENGTH_BYTES + length;
    if (start > bytes.length) throw new CorruptIndexError('A shard ends in its list of terms.');
    this.terms = code.readTerms(new BitReader(bytes.subarray(LENGTH_BYTES, start)));
    this.#postings = bytes.subarray(start);
    this.#code = code;
    this.#shapes = makeShapes(universe);
  }

  /** Postings of terms next to each other. @param from - Index in `terms`. @param to - Index after the last. */
  read(from: number, to: number): Postings[] {
    const reader = new BitReader(this.#postings);
    const found: Postings[] = [];
    for (let at = 0; at < from; at += 1) skipPostings(reader, this.#shapeOf(at));
    for (let at = from; at < to; at += 1) {
      const postings = new Postings();
      readPostings(reader, postings, this.#shapeOf(at));
      found.push(postings);
    }
    return found;
  }

  #shapeOf(at: number): PostingsShape {
    return shapeOf(this.#shapes, this.#code, this.terms[at]!);
  }
}
