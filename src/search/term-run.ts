import { riceWidth } from './ascending-list.ts';
import { BitReader } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import { GREATEST_FOLLOWER_WIDTH, lowestBit } from './follower-bit.ts';
import { Postings } from './postings.ts';

/**
 * The terms of some neighbouring documents in ascending order, with their postings, kept small in memory until they are
 * merged with others. How they are packed is nobody else's business: quickly, rather than as tightly as in a shard.
 */
export interface TermRun<Term> {
  /** Ordinal of the first document: the postings count from there. */
  readonly base: number;
  /** Documents. */
  readonly universe: number;
  readonly terms: ArrayLike<Term>;
  readonly bytes: Uint8Array;
}

/** Packs terms as they come, in ascending order. */
export class TermRunWriter {
  readonly #writer = new BitWriter(1 << 16);
  readonly #base: number;
  readonly #universe: number;

  /** @param base - Ordinal of the first document. @param universe - Documents. */
  constructor(base: number, universe: number) {
    this.#base = base;
    this.#universe = universe;
  }

  /**
   * Adds the next term.
   *
   * @param postings - Its documents are those from `start` on, before `end`: at least one, counted from the run's first.
   *   Followers are of the greatest width.
   */
  add({ documents, fields, followers }: Postings, start: number, end: number): void {
    const writer = this.#writer;
    const width = riceWidth(this.#universe, end - start);
    writer.writeCount(end - start - 1);
    let next = 0;
    for (let at = start; at < end; at += 1) {
      writer.writeRice(documents[at]! - next, width);
      next = documents[at]! + 1;
      const kinds = followers[at]!;
      // Nearly all: in no field, with one kind behind it.
      if (fields[at] === 0 && (kinds & (kinds - 1)) === 0) {
        writer.writeBits(lowestBit(kinds), GREATEST_FOLLOWER_WIDTH + 1);
      } else {
        writer.writeBits(4 | fields[at]!, 3);
        writer.writeBits(kinds, 32);
      }
    }
  }

  finish<Term>(terms: ArrayLike<Term>): TermRun<Term> {
    return { base: this.#base, universe: this.#universe, terms, bytes: this.#writer.take() };
  }
}

/** Adds to `postings` what a writer of runs was given of one term. */
function readRun(reader: BitReader, postings: Postings, { base, universe }: TermRun<unknown>): void {
  const count = reader.readCount() + 1;
  const width = riceWidth(universe, count);
  const start = postings.count;
  const end = start + count;
  postings.reserve(end);
  const { documents, fields, followers } = postings;
  let next = base;
  for (let at = start; at < end; at += 1) {
    const document = next + reader.readRice(width);
    documents[at] = document;
    next = document + 1;
    if (reader.readBits(1) === 0) {
      fields[at] = 0;
      followers[at] = 1 << reader.readBits(GREATEST_FOLLOWER_WIDTH);
    } else {
      fields[at] = reader.readBits(2);
      followers[at] = reader.readBits(32);
    }
  }
  postings.count = end;
}

/**
 * Merges runs, given by ascending documents: each term once, ascending, with the postings of all. The postings are the
 * same object for every term.
 */
export function* mergeRuns<Term>(
  runs: readonly TermRun<Term>[],
): Generator<{ readonly term: Term; readonly postings: Postings }> {
  let cursors = runs
    .filter((run) => run.terms.length > 0)
    .map((run) => ({ run, reader: new BitReader(run.bytes), at: 0, term: run.terms[0]! }));
  const postings = new Postings();
  while (cursors.length > 0) {
    let term = cursors[0]!.term;
    for (const cursor of cursors) if (cursor.term < term) term = cursor.term;
    postings.count = 0;
    let isAnySpent = false;
    for (const cursor of cursors) {
      if (cursor.term !== term) continue;
      readRun(cursor.reader, postings, cursor.run);
      cursor.at += 1;
      if (cursor.at < cursor.run.terms.length) cursor.term = cursor.run.terms[cursor.at]!;
      else isAnySpent = true;
    }
    if (isAnySpent) cursors = cursors.filter(({ at, run }) => at < run.terms.length);
    yield { term, postings };
  }
}
