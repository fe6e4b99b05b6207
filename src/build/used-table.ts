import { BriefTable } from './brief-table.ts';
import type { KeptRows } from './column-writer.ts';
import type { PreparedArticle } from './store.ts';
import { readSummary, type SummaryPlace } from './stored-summary.ts';

/** A table of brief records, and which of its rows a build has used. */
export class UsedTable {
  readonly #table: BriefTable | undefined;
  readonly #isUsed: Uint8Array;
  /** Rows that were used, each counted once. */
  used = 0;

  /** @param packed - As `packBriefs` has it; absent: there is none. */
  constructor(packed: Uint8Array | undefined) {
    this.#table = openTable(packed);
    this.#isUsed = new Uint8Array(this.rows);
  }

  get rows(): number {
    return this.#table?.rows ?? 0;
  }

  /** @param first - The number of its first row. */
  enter(rows: Map<string, number>, first: number): void {
    for (let row = 0; row < this.rows; row++) rows.set(this.#table!.keys.at(row), first + row);
  }

  /** Uses a row. */
  read(row: number, place: Omit<SummaryPlace, 'table' | 'row'>): PreparedArticle {
    const table = this.#table!;
    if (this.#isUsed[row] === 0) this.used++;
    this.#isUsed[row] = 1;
    return {
      ok: true,
      summary: readSummary({ ...place, table, row }),
      diagnostics: table.diagnostics.at(row),
    };
  }

  /** None, where there is no table. */
  listUsed(): readonly KeptRows[] {
    if (this.#table === undefined) return [];
    const rows = new Uint32Array(this.used);
    let at = 0;
    for (const [row, isUsed] of this.#isUsed.entries()) if (isUsed === 1) rows[at++] = row;
    return [{ table: this.#table.columns, rows }];
  }
}

/** A table that another version of the program has packed is as good as none: all that is in it is in the records too. */
function openTable(packed: Uint8Array | undefined): BriefTable | undefined {
  try {
    return packed && new BriefTable(packed);
  } catch {
    return undefined;
  }
}
