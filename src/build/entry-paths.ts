import { decodeUtf8 } from '../content/decode-utf8.ts';
import type { TextColumn } from './column-reader.ts';
import { PATH } from './git-entry.ts';

/** Rows that are decoded at once: it takes as long as a few by themselves. */
const BLOCK = 256;

/** The paths in a column of git's entries. Decoded together they take a fifth of the time that each by itself takes. */
export class EntryPaths {
  readonly #entries: TextColumn;
  readonly #rows: number;
  /** Kept, since a path that is asked for holds the text of its block, and whoever asks for one mostly asks for all. */
  readonly #blocks: (readonly string[] | undefined)[] = [];

  constructor(entries: TextColumn, rows: number) {
    this.#entries = entries;
    this.#rows = rows;
  }

  /** @param skipped - Characters at the path's beginning that are left out; each is a byte. */
  at(row: number, skipped: number): string {
    const block = Math.floor(row / BLOCK);
    this.#blocks[block] ??= this.#decode(block * BLOCK);
    return this.#blocks[block][row - block * BLOCK]!.slice(PATH + skipped);
  }

  #decode(first: number): readonly string[] {
    const end = Math.min(first + BLOCK, this.#rows);
    // It was text before it was packed.
    return decodeUtf8(this.#entries.bytesOf(first, end))!.split('\0');
  }
}
