import { type ColumnReader, padding, type TableHead } from './column-reader.ts';

/** Rows of an earlier table that a new one has as well. */
export interface KeptRows {
  readonly table: ColumnReader;
  /** Ascending. */
  readonly rows: Uint32Array;
}

/**
 * Puts a table together: rows of earlier ones, which are copied as they lie there, and then new ones. All columns have as
 * many rows; those of the earlier tables have the same names.
 */
export class ColumnWriter {
  readonly #kept: readonly KeptRows[];
  readonly #start: number;
  readonly #rows: number;
  readonly #sections = new Map<string, Uint8Array>();

  /** @param added - New rows. */
  constructor(added: number, kept: readonly KeptRows[] = []) {
    this.#kept = kept;
    this.#start = kept.reduce((sum, { rows }) => sum + rows.length, 0);
    this.#rows = this.#start + added;
  }

  numbers(name: string, added: readonly number[]): void {
    const numbers = new Float64Array(this.#rows);
    let at = 0;
    for (const { table, rows } of this.#kept) {
      const before = table.numbers(name);
      for (const row of rows) numbers[at++] = before[row]!;
    }
    numbers.set(added, this.#start);
    this.#put(name, numbers);
  }

  texts(name: string, added: readonly string[]): void {
    const ends = new Uint32Array(this.#rows);
    const parts: Buffer[] = [];
    let end = 0;
    let at = 0;
    for (const { table, rows } of this.#kept) {
      const before = table.texts(name);
      for (const [row, count] of listRuns(rows)) parts.push(before.bytesOf(row, row + count));
      for (const row of rows) ends[at++] = end += before.lengthOf(row);
    }
    for (const text of added) {
      const part = Buffer.from(text);
      parts.push(part);
      ends[at++] = end += part.length;
    }
    this.#put(`${name} ends`, ends);
    this.#put(name, Buffer.concat(parts));
  }

  /** @param added - Plain data. */
  shared(name: string, added: readonly unknown[]): void {
    const numbers = new Numbering();
    const indexes = new Uint32Array(this.#rows);
    let at = 0;
    for (const { table, rows } of this.#kept) {
      const before = table.shared(name);
      for (const row of rows) indexes[at++] = numbers.of(before.at(row));
    }
    for (const value of added) indexes[at++] = numbers.of(value);
    this.#put(`${name} indexes`, indexes);
    this.#put(name, numbers.spell());
  }

  /** @param added - Lists of plain data. */
  lists(name: string, added: readonly (readonly unknown[])[]): void {
    const numbers = new Numbering();
    const ends = new Uint32Array(this.#rows);
    const indexes: number[] = [];
    let at = 0;
    const put = (list: readonly unknown[]) => {
      for (const value of list) indexes.push(numbers.of(value));
      ends[at++] = indexes.length;
    };
    for (const { table, rows } of this.#kept) {
      const before = table.lists(name);
      for (const row of rows) put(before.at(row));
    }
    for (const list of added) put(list);
    this.#put(`${name} ends`, ends);
    this.#put(`${name} indexes`, Uint32Array.from(indexes));
    this.#put(name, numbers.spell());
  }

  /** @param note - Plain data, for whoever reads the table. */
  finish(note: unknown = null): Buffer {
    const head: TableHead = {
      rows: this.#rows,
      note,
      sections: Object.fromEntries([...this.#sections].map(([name, bytes]) => [name, bytes.length])),
    };
    const parts = [Buffer.from(`${JSON.stringify(head)}\n`), ...this.#sections.values()];
    return Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(padding(part.length))]));
  }

  #put(name: string, { buffer, byteOffset, byteLength }: Uint8Array | Uint32Array | Float64Array): void {
    this.#sections.set(name, new Uint8Array(buffer, byteOffset, byteLength));
  }
}

/** First and number of each run of rows that follow one another. @param rows - Ascending. */
function* listRuns(rows: Uint32Array): Iterable<readonly [first: number, count: number]> {
  for (let at = 0; at < rows.length; ) {
    let end = at + 1;
    while (end < rows.length && rows[end] === rows[end - 1]! + 1) end++;
    yield [rows[at]!, end - at];
    at = end;
  }
}

/** Numbers values in the order in which they are met; those that are met again are mostly the same object. */
class Numbering {
  readonly #byValue = new Map<unknown, number>();
  readonly #byText = new Map<string, number>();

  of(value: unknown): number {
    let number = this.#byValue.get(value);
    if (number === undefined) {
      const text = JSON.stringify(value);
      number = this.#byText.get(text) ?? this.#byText.size;
      this.#byText.set(text, number);
      this.#byValue.set(value, number);
    }
    return number;
  }

  spell(): Buffer {
    return Buffer.from(`[${[...this.#byText.keys()].join(',')}]`);
  }
}
