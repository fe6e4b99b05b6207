import type { BriefRows } from './brief-order.ts';
import type { BriefTable } from './brief-table.ts';
import { RowCursor } from './row-cursor.ts';
import type { SoundArticle } from './store.ts';
import { readSummary, type SummaryPlace } from './stored-summary.ts';

/** So many keys are looked for one by one before it pays to know the place of each. */
const SEARCHES = 64;

/** A table of brief records, and which of its rows a build has used. */
export class UsedTable {
  readonly #table: BriefTable | undefined;
  readonly #isUsed: Uint8Array;
  readonly #isDead: Uint8Array;
  /** Articles are asked for in the order in which most of their rows are. */
  readonly #cursor: RowCursor;
  #searches = 0;
  #rowsByKey: ReadonlyMap<string, number> | undefined;
  /** Rows that were used, each counted once. */
  used = 0;

  /**
   * @param table - Absent: there is none.
   * @param isDead - For each row, 1 if its article is gone: it is not found.
   */
  constructor(table: BriefTable | undefined, isDead: Uint8Array = new Uint8Array(table?.rows ?? 0)) {
    this.#table = table;
    this.#isUsed = new Uint8Array(this.rows);
    this.#isDead = isDead;
    this.#cursor = new RowCursor(isDead);
  }

  get rows(): number {
    return this.#table?.rows ?? 0;
  }

  has({ table }: Pick<SummaryPlace, 'table'>): boolean {
    return table === this.#table;
  }

  /** Whether a row says what git said of its source. */
  isVouchedFor(row: number): boolean {
    const { start, end } = this.#table!.entryOf(row);
    return start < end;
  }

  /** The row of an article, if it comes in the rows' order. */
  next(key: string): number | undefined {
    return this.#cursor.seek((row) => this.#table!.keys.at(row) === key);
  }

  /** The row of an article. */
  find(key: string): number | undefined {
    const row = this.next(key) ?? this.#search(key);
    if (row !== undefined) this.#cursor.goOnBehind(row);
    return row;
  }

  /** Uses a row. */
  read(row: number, { source, find }: Pick<SummaryPlace, 'source' | 'find'>): SoundArticle {
    const table = this.#table!;
    if (this.#isUsed[row] === 0) this.used++;
    this.#isUsed[row] = 1;
    const summary = readSummary({ table, row, source, find });
    return { ok: true, summary, diagnostics: table.diagnostics.at(row) };
  }

  /** Takes a row for one that was not used. */
  release(row: number): void {
    if (this.#isUsed[row] === 1) this.used--;
    this.#isUsed[row] = 0;
  }

  /** None, where there is no table. */
  listUsed(): readonly BriefRows[] {
    const rows = Uint32Array.from(this.#listRows(1));
    return this.#table === undefined ? [] : [{ table: this.#table, rows }];
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
