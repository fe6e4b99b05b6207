/**
 * A table in one piece of bytes, column by column, so that a hundred thousand rows are read by reading nothing: a value is
 * decoded when it is asked for. A line of JSON says where the columns are. Numbers are little-endian, as on every machine
 * that Node runs on; texts are UTF-8; what rows share is told once, in JSON, and numbered.
 */
interface Head {
  readonly rows: number;
  /** Bytes of each section, in their order; each begins at a multiple of eight. */
  readonly sections: { readonly [name: string]: number };
}

/** Numbers of eight bytes are read where they stand. */
const ALIGNMENT = 8;

/** A column of texts. */
export interface TextColumn {
  readonly at: (row: number) => string;
}

/** A column of values that rows share: equal ones are one object. */
export interface SharedColumn<T> {
  readonly values: readonly T[];
  readonly at: (row: number) => T;
}

/** A column of lists whose members rows share. */
export interface ListColumn<T> {
  readonly values: readonly T[];
  /** Made anew each time. */
  readonly at: (row: number) => T[];
}

/** Puts a table together. All columns have as many rows. */
export class ColumnWriter {
  readonly #rows: number;
  readonly #sections = new Map<string, Uint8Array>();

  constructor(rows: number) {
    this.#rows = rows;
  }

  numbers(name: string, values: Iterable<number>): void {
    this.#put(name, Float64Array.from(values));
  }

  texts(name: string, texts: readonly string[]): void {
    const ends = new Uint32Array(this.#rows);
    // Of what is not ASCII each unit takes three bytes at most.
    let room = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + text.length, 1024));
    let end = 0;
    for (const [row, text] of texts.entries()) {
      if (room.length - end < text.length * 3)
        room = Buffer.concat([room], Math.ceil(room.length * 1.5) + text.length * 3);
      end += room.write(text, end);
      ends[row] = end;
    }
    this.#put(`${name} ends`, ends);
    this.#put(name, room.subarray(0, end));
  }

  /** @param values - Plain data. */
  shared(name: string, values: readonly unknown[]): void {
    const numbers = new Numbering();
    const indexes = Uint32Array.from(values, (value) => numbers.of(value));
    this.#put(`${name} indexes`, indexes);
    this.#put(name, numbers.spell());
  }

  /** @param lists - Of plain data. */
  lists(name: string, lists: readonly (readonly unknown[])[]): void {
    const numbers = new Numbering();
    const ends = new Uint32Array(this.#rows);
    const indexes: number[] = [];
    for (const [row, list] of lists.entries()) {
      for (const value of list) indexes.push(numbers.of(value));
      ends[row] = indexes.length;
    }
    this.#put(`${name} ends`, ends);
    this.#put(`${name} indexes`, Uint32Array.from(indexes));
    this.#put(name, numbers.spell());
  }

  finish(): Buffer {
    const head: Head = {
      rows: this.#rows,
      sections: Object.fromEntries([...this.#sections].map(([name, bytes]) => [name, bytes.length])),
    };
    const parts = [Buffer.from(`${JSON.stringify(head)}\n`), ...this.#sections.values()];
    return Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(padding(part.length))]));
  }

  #put(name: string, { buffer, byteOffset, byteLength }: Uint8Array | Uint32Array | Float64Array): void {
    this.#sections.set(name, new Uint8Array(buffer, byteOffset, byteLength));
  }
}

/** Takes a table apart. */
export class ColumnReader {
  readonly rows: number;
  readonly #sections = new Map<string, Buffer>();

  /** @throws Error when the bytes are no table. */
  constructor(table: Uint8Array) {
    // Where it begins, numbers can be read.
    const bytes = Buffer.from(new Uint8Array(table).buffer);
    const end = bytes.indexOf('\n') + 1;
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
    this.rows = head.rows;
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
    const bytes = this.#find(name);
    const ends = this.#indexes(`${name} ends`);
    return { at: (row) => bytes.toString('utf8', row === 0 ? 0 : ends[row - 1], ends[row]) };
  }

  shared<T>(name: string): SharedColumn<T> {
    const values = this.#values<T>(name);
    const indexes = this.#indexes(`${name} indexes`);
    return { values, at: (row) => values[indexes[row]!]! };
  }

  lists<T>(name: string): ListColumn<T> {
    const values = this.#values<T>(name);
    const indexes = this.#indexes(`${name} indexes`);
    const ends = this.#indexes(`${name} ends`);
    return {
      values,
      at: (row) => {
        const list: T[] = [];
        for (let at = row === 0 ? 0 : ends[row - 1]!; at < ends[row]!; at++) list.push(values[indexes[at]!]!);
        return list;
      },
    };
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

function padding(length: number): number {
  return -length & (ALIGNMENT - 1);
}
