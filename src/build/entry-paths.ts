import { decodeUtf8 } from '../content/decode-utf8.ts';
import type { TextColumn } from './column-reader.ts';
import { PATH } from './git-entry.ts';

/** Rows that are decoded at once: as many as take as long as a few by themselves. */
const BLOCK = 256;

/** The paths in a column of git's entries. One after the other they are decoded in a fifth of the time that each takes alone. */
export class EntryPaths {
  readonly #entries: TextColumn;
  readonly #rows: number;
  #block = -1;
  #lines: readonly string[] = [];

  constructor(entries: TextColumn, rows: number) {
    this.#entries = entries;
    this.#rows = rows;
  }

  /** @param skipped - Characters at the path's beginning that are left out; each is a byte. */
  at(row: number, skipped: number): string {
    const block = Math.floor(row / BLOCK);
    if (block !== this.#block) {
      this.#lines = this.#decode(block * BLOCK);
      this.#block = block;
    }
    return this.#lines[row - block * BLOCK]!.slice(PATH + skipped);
  }

  #decode(first: number): readonly string[] {
    const end = Math.min(first + BLOCK, this.#rows);
    // It was text before it was packed.
    return decodeUtf8(this.#entries.bytesOf(first, end))!.split('\0');
  }
}
