import type { BriefTable } from './brief-table.ts';
import { compareEntries, type GitEntry } from './git-entry.ts';

/** Rows that are compared at once, at most: some hundred kilobytes. */
const MOST_AT_ONCE = 4096;

/** Walks through a table's rows beside a listing of git's, both in its order, to find those of which it says the same. */
export class EntryCursor {
  readonly #table: BriefTable;
  readonly #isDead: Uint8Array;
  #row = 0;
  /** A row that is dead, none of those between it and the next one. */
  #dead = -1;
  #atOnce = MOST_AT_ONCE;

  /** @param isDead - For each row, 1 if it is not to be found. */
  constructor(table: BriefTable, isDead: Uint8Array) {
    this.#table = table;
    this.#isDead = isDead;
  }

  /**
   * Compares what git says from a place on with what it said of the next rows.
   *
   * @param take - Called with each row of which it says the same.
   * @returns How many bytes of the listing those rows are; 0 when it says something else of the next one.
   */
  findRun(tracked: Buffer, start: number, take: (row: number) => void): number {
    const { bytes, startOf } = this.#table.entries;
    while (this.#isDead[this.#row] === 1) this.#row++;
    const first = this.#row;
    const living = this.#endOfLiving();
    for (;;) {
      const end = Math.min(first + this.#atOnce, living);
      if (end === first) return 0;
      const [from, to] = [startOf(first), startOf(end)];
      const target = start + to - from;
      if (target <= tracked.length && bytes.compare(tracked, start, target, from, to) === 0) {
        for (; this.#row < end; this.#row++) take(this.#row);
        this.#atOnce = Math.min(2 * this.#atOnce, MOST_AT_ONCE);
        return to - from;
      }
      if (this.#atOnce === 1) return 0;
      this.#atOnce >>>= 1;
    }
  }

  /** Passes the rows whose paths come before that of an entry. @returns Whether the next one is of the same path. */
  pass(entry: GitEntry): boolean {
    for (; this.#row < this.#table.rows; this.#row++) {
      if (this.#isDead[this.#row] === 1) continue;
      const order = compareEntries(this.#table.entryOf(this.#row), entry);
      if (order >= 0) return order === 0;
    }
    return false;
  }

  /** The next row that is dead, or that there is none. */
  #endOfLiving(): number {
    if (this.#dead <= this.#row) {
      const dead = this.#isDead.indexOf(1, this.#row);
      this.#dead = dead === -1 ? this.#table.rows : dead;
    }
    return this.#dead;
  }
}
