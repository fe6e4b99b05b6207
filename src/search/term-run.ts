import { BitReader } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import { Postings, type PostingsShape, readPostings, writePostings } from './postings.ts';

/**
 * The terms of some neighbouring documents in ascending order, with their postings, kept small in memory until they are
 * merged with others.
 */
export interface TermRun<Term> {
  /** Ordinal of the first document: the postings count from there. */
  readonly base: number;
  readonly terms: ArrayLike<Term>;
  readonly bytes: Uint8Array;
  readonly shape: PostingsShape;
}

/** Packs terms as they come, in ascending order. */
export class TermRunWriter {
  readonly #writer = new BitWriter(1 << 16);
  readonly #base: number;
  readonly #shape: PostingsShape;

  /** @param base - Ordinal of the first document. @param shape - Of the run's postings, which are counted from there. */
  constructor(base: number, shape: PostingsShape) {
    this.#base = base;
    this.#shape = shape;
  }

  /** @param postings - Of the next term; its ordinals count from the run's first document. */
  add(postings: Postings): void {
    writePostings(this.#writer, postings, this.#shape);
  }

  finish<Term>(terms: ArrayLike<Term>): TermRun<Term> {
    return { base: this.#base, terms, bytes: this.#writer.take(), shape: this.#shape };
  }
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
      const { base, shape, terms } = cursor.run;
      readPostings(cursor.reader, postings, shape, base);
      cursor.at += 1;
      if (cursor.at < terms.length) cursor.term = terms[cursor.at]!;
      else isAnySpent = true;
    }
    if (isAnySpent) cursors = cursors.filter(({ at, run }) => at < run.terms.length);
    yield { term, postings };
  }
}
