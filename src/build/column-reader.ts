import { isAscii } from 'node:buffer';

/**
 * A table in one piece of bytes, column by column, so that a hundred thousand rows are read by reading nothing: a value is
 * decoded when it is asked for. A line of JSON says where the columns are. Numbers are little-endian, as on every machine
 * that Node runs on; texts are UTF-8; what rows share is told once, in JSON, and numbered.
 */
export interface TableHead {
  readonly rows: number;
  /** What the writer said of the table. */
  readonly note: unknown;
  /** Bytes of each section, in their order; each begins at a multiple of eight. */
  readonly sections: { readonly [name: string]: number };
}

/** Numbers of eight bytes are read where they stand. */
const ALIGNMENT = 8;

/** Bytes after a section, before the next. */
export function padding(length: number): number {
  return -length & (ALIGNMENT - 1);
}

/** A column of texts. */
export interface TextColumn {
  readonly at: (row: number) => string;
  /** In bytes. */
  readonly lengthOf: (row: number) => number;
  /** Of rows that follow one another. @param end - Exclusive. */
  readonly bytesOf: (row: number, end: number) => Buffer;
  /** The texts of all rows, one after the other. */
  readonly bytes: Buffer;
  /** Where the text of a row begins in the bytes; that of the row behind the last one would begin where they end. */
  readonly startOf: (row: number) => number;
  /** The first row that has a text, which is not empty. It takes as long as to look through all texts. */
  readonly find: (text: string) => number | undefined;
}

/** A column of values that rows share: equal ones are one object. */
export interface SharedColumn<T> {
  readonly at: (row: number) => T;
}

/** A column of lists whose members rows share. */
export interface ListColumn<T> {
  /** Rows that have the same one member alone have the same list. */
  readonly at: (row: number) => readonly T[];
}

/** Takes a table apart. */
export class ColumnReader {
  readonly rows: number;
  /** See `TableHead`. */
  readonly note: unknown;
  readonly #sections = new Map<string, Buffer>();
  /** What has been asked for. */
  readonly #columns = new Map<string, unknown>();

  /** @throws Error when the bytes are no table. */
  constructor(table: Uint8Array) {
    // Where it begins, numbers can be read.
    const { buffer, byteOffset, length } = table.byteOffset % ALIGNMENT === 0 ? table : new Uint8Array(table);
    const bytes = Buffer.from(buffer, byteOffset, length);
    const end = bytes.indexOf('\n') + 1;
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as TableHead;
    this.rows = head.rows;
    this.note = head.note;
    let start = end + padding(end);
    for (const [name, length] of Object.entries(head.sections)) {
      this.#sections.set(name, bytes.subarray(start, start + length));
      start += length + padding(length);
    }
    if (start !== bytes.length) throw new Error('a table is not as long as it says');
  }

  numbers(name: string): Float64Array {
    const { buffer, byteOffset, length } = this.#find(name);
    return new Float64Array(buffer, byteOffset, length / Float64Array.BYTES_PER_ELEMENT);
  }

  texts(name: string): TextColumn {
    return this.#once(name, () => {
      const bytes = this.#find(name);
      const ends = this.#indexes(`${name} ends`);
      const startOf = (row: number): number => (row === 0 ? 0 : ends[row - 1]!);
      const decode = createDecoder(bytes);
      return {
        bytes,
        startOf,
        at: (row) => decode(startOf(row), ends[row]!),
        lengthOf: (row) => ends[row]! - startOf(row),
        bytesOf: (row, end) => bytes.subarray(startOf(row), startOf(end)),
        find: (text) => {
          const length = Buffer.byteLength(text);
          for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) {
            const row = findEnd(ends, at + length);
            if (row !== undefined && startOf(row) === at) return row;
          }
          return undefined;
        },
      };
    });
  }

  shared<T>(name: string): SharedColumn<T> {
    return this.#once(name, () => {
      const values = this.#values<T>(name);
      const indexes = this.#indexes(`${name} indexes`);
      return { at: (row) => values[indexes[row]!]! };
    });
  }

  lists<T>(name: string): ListColumn<T> {
    return this.#once(name, () => {
      const values = this.#values<T>(name);
      const indexes = this.#indexes(`${name} indexes`);
      const ends = this.#indexes(`${name} ends`);
      const none: readonly T[] = [];
      const alone = values.map((value): readonly T[] => [value]);
      return {
        at: (row) => {
          const start = row === 0 ? 0 : ends[row - 1]!;
          const end = ends[row]!;
          if (end === start) return none;
          if (end === start + 1) return alone[indexes[start]!]!;
          // Of its length: one that grows has room for sixteen more.
          const list = new Array<T>(end - start);
          for (let at = start; at < end; at++) list[at - start] = values[indexes[at]!]!;
          return list;
        },
      };
    });
  }

  #once<Column>(name: string, open: () => Column): Column {
    const known = this.#columns.get(name) as Column | undefined;
    if (known !== undefined) return known;
    const column = open();
    this.#columns.set(name, column);
    return column;
  }

  #values<T>(name: string): readonly T[] {
    return JSON.parse(this.#find(name).toString()) as T[];
  }

  #indexes(name: string): Uint32Array {
    const { buffer, byteOffset, length } = this.#find(name);
    return new Uint32Array(buffer, byteOffset, length / Uint32Array.BYTES_PER_ELEMENT);
  }

  #find(name: string): Buffer {
    const section = this.#sections.get(name);
    if (section === undefined) throw new Error(`a table has no column "${name}"`);
    return section;
  }
}

/**
 * Reads texts that are parts of some bytes. Where all are ASCII, as addresses and digests are, they are decoded at once, at the
 * first question: then a text is a part of another, which takes a tenth of the time that it takes to decode it by itself.
 */
function createDecoder(bytes: Buffer): (start: number, end: number) => string {
  let all: string | undefined;
  let isPlain: boolean | undefined;
  return (start, end) => {
    isPlain ??= isAscii(bytes);
    if (!isPlain) return bytes.toString('utf8', start, end);
    all ??= bytes.toString('latin1');
    return all.slice(start, end);
  };
}

/** The first row whose text is not empty and ends at a place in the bytes. @param ends - Ascending. */
function findEnd(ends: Uint32Array, end: number): number | undefined {
  let from = 0;
  let to = ends.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ends[middle]! < end) from = middle + 1;
    else to = middle;
  }
  return ends[from] === end ? from : undefined;
}
