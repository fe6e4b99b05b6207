import type { BriefRecord, BriefTable } from './brief-table.ts';
import type { KeptRows } from './column-writer.ts';
import { compareEntries } from './git-entry.ts';

/** Rows of a table. */
export interface BriefRows {
  readonly table: BriefTable;
  /** Ascending. */
  readonly rows: Uint32Array;
}

/** Records in git's order, those of sources that it does not vouch for first. */
export function sortRecords(records: readonly BriefRecord[]): readonly BriefRecord[] {
  return records
    .map((record) => {
      const bytes = Buffer.from(record.entry);
      return { record, entry: { bytes, start: 0, end: bytes.length } };
    })
    .sort((a, b) => compareEntries(a.entry, b.entry))
    .map(({ record }) => record);
}

/** The rows of tables, each in git's order, as one table in git's order has them. */
export function mergeRows(parts: readonly BriefRows[]): readonly KeptRows[] {
  const heads = parts.map(() => 0);
  const merged: KeptRows[] = [];
  for (let part = findFirst(parts, heads); part !== undefined; ) {
    const { table, rows } = parts[part]!;
    const from = heads[part]!;
    let next: number | undefined = part;
    while (next === part) {
      heads[part]!++;
      next = findFirst(parts, heads);
    }
    merged.push({ table: table.columns, rows: rows.subarray(from, heads[part]) });
    part = next;
  }
  return merged;
}

/** The part whose next row comes first. */
function findFirst(parts: readonly BriefRows[], heads: readonly number[]): number | undefined {
  let first: number | undefined;
  for (const [part, { rows }] of parts.entries()) {
    if (heads[part]! === rows.length) continue;
    if (first === undefined || compareHeads(parts, heads, part, first) < 0) first = part;
  }
  return first;
}

function compareHeads(parts: readonly BriefRows[], heads: readonly number[], a: number, b: number): number {
  const entryOf = (part: number) => parts[part]!.table.entryOf(parts[part]!.rows[heads[part]!]!);
  return compareEntries(entryOf(a), entryOf(b));
}
