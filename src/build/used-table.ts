import { BriefTable } from './brief-table.ts';
import type { KeptRows } from './column-writer.ts';
import type { GitEntry } from './git-listing.ts';
import type { RecalledRecord } from './locate-records.ts';
import { RowCursor } from './row-cursor.ts';
import type { PreparedArticle } from './store.ts';
import { readSummary, type SummaryPlace } from './stored-summary.ts';

/** So many keys are looked for one by one before it pays to know the place of each. */
const SEARCHES = 64;

/** A table of brief records, and which of its rows a build has used. */
export class UsedTable {
  readonly #table: BriefTable | undefined;
  readonly #isUsed: Uint8Array;
  readonly #isDead: Uint8Array;
  /** Articles are asked for in the order in which most of their rows are. */
  readonly #recalled: RowCursor;
  readonly #found: RowCursor;
  #searches = 0;
  #rowsByKey: ReadonlyMap<string, number> | undefined;
  /** Whether there is a table that is of no use, and has to be replaced lest a later build believe it. */
  readonly isRefused: boolean;
  /** Rows that were used, each counted once. */
  used = 0;

  /**
   * @param packed - As `packBriefs` has it; absent: there is none.
   * @param steering - See `BriefNote`: a table with another one knows none of this build's articles, and is as good as none.
   * @param dead - Rows whose articles are gone: they are not found.
   */
  constructor(packed: Uint8Array | undefined, steering: string, dead: readonly number[] = []) {
    this.#table = openTable(packed, steering);
    this.isRefused = packed !== undefined && this.#table === undefined;
    this.#isUsed = new Uint8Array(this.rows);
    this.#isDead = new Uint8Array(this.rows);
    for (const row of dead) this.#isDead[row] = 1;
    this.#recalled = new RowCursor(this.#isDead);
    this.#found = new RowCursor(this.#isDead);
  }

  get rows(): number {
    return this.#table?.rows ?? 0;
  }

  /** Rows of the other table whose articles are gone. */
  get deadBefore(): readonly number[] {
    return this.#table?.note.dead ?? [];
  }

  /** The article of whose source git says the same. Finds those only that come in the rows' order. */
  recall({ bytes, start, end }: GitEntry): RecalledRecord | undefined {
    const row = this.#recalled.seek((each) => this.#table!.entries.isAt(each, bytes, start, end));
    return row === undefined ? undefined : { key: this.#table!.keys.at(row), row };
  }

  /** The row of an article, if it comes in the rows' order. */
  next(key: string): number | undefined {
    return this.#found.seek((row) => this.#table!.keys.at(row) === key);
  }

  /** The row of an article. */
  find(key: string): number | undefined {
    const row = this.next(key) ?? this.#search(key);
    if (row !== undefined) this.#found.goOnBehind(row);
    return row;
  }

  /** Uses a row. */
  read(row: number, place: Omit<SummaryPlace, 'table' | 'row'>): PreparedArticle {
    const table = this.#table!;
    if (this.#isUsed[row] === 0) this.used++;
    this.#isUsed[row] = 1;
    const { key, sourcePath, find } = place;
    const summary = readSummary({ table, row, key, sourcePath, find });
    return { ok: true, summary, diagnostics: table.diagnostics.at(row) };
  }

  /** None, where there is no table. */
  listUsed(): readonly KeptRows[] {
    const rows = Uint32Array.from(this.#listRows(1));
    return this.#table === undefined ? [] : [{ table: this.#table.columns, rows }];
  }

  listUnused(): readonly number[] {
    return this.#listRows(0);
  }

  #listRows(isUsed: 0 | 1): readonly number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.rows; row++) if (this.#isUsed[row] === isUsed) rows.push(row);
    return rows;
  }

  #search(key: string): number | undefined {
    if (this.#table === undefined) return undefined;
    if (this.#searches < SEARCHES) {
      this.#searches++;
      const row = this.#table.keys.find(key);
      return row === undefined || this.#isDead[row] === 1 ? undefined : row;
    }
    this.#rowsByKey ??= this.#mapRows(this.#table);
    return this.#rowsByKey.get(key);
  }

  #mapRows({ keys, rows }: BriefTable): ReadonlyMap<string, number> {
    const byKey = new Map<string, number>();
    for (let row = 0; row < rows; row++) if (this.#isDead[row] === 0) byKey.set(keys.at(row), row);
    return byKey;
  }
}

/** A table that another version of the program has packed is as good as none: all that is in it is in the records too. */
function openTable(packed: Uint8Array | undefined, steering: string): BriefTable | undefined {
  try {
    const table = packed && new BriefTable(packed);
    return table?.note.steering === steering ? table : undefined;
  } catch {
    return undefined;
  }
}
