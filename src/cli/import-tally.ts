import type { ShelfOutcome } from './article-shelf.ts';

/** The outcomes in the order in which they are told, with their words. */
const WORDS: readonly (readonly [outcome: ShelfOutcome, words: string])[] = Object.freeze([
  ['new', 'new'],
  ['updated', 'updated'],
  ['unchanged', 'unchanged'],
  ['edited', 'edited by hand and left alone'],
  ['seen', 'already had from another source'],
]);

/** A file that an import made, changed, or left alone though its source differs. */
export interface TalliedFile {
  readonly outcome: ShelfOutcome;
  /** Absolute. */
  readonly file: string;
}

/** Counts what became of the articles of one source. */
export class ImportTally {
  readonly #counts = new Map<ShelfOutcome, number>();
  readonly #files: TalliedFile[] = [];

  add(shelved: TalliedFile): void {
    const { outcome } = shelved;
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
    if (outcome === 'new' || outcome === 'updated' || outcome === 'edited') this.#files.push(shelved);
  }

  get files(): readonly TalliedFile[] {
    return this.#files;
  }

  /** "3 new, 17 unchanged"; "nothing" when there was nothing. */
  describe(): string {
    const told = WORDS.flatMap(([outcome, words]) => {
      const count = this.#counts.get(outcome) ?? 0;
      return count === 0 ? [] : [`${count} ${words}`];
    });
    return told.join(', ') || 'nothing';
  }
}
