import { openSync, readSync, writeSync } from 'node:fs';

/** Records on disk, one behind the other, as a build keeps them in its store. */
export class RecordFile {
  readonly #descriptor: number;
  readonly #ends: number[] = [];

  constructor(file: string) {
    this.#descriptor = openSync(file, 'w+');
  }

  add(record: Uint8Array): void {
    writeSync(this.#descriptor, record);
    this.#ends.push((this.#ends.at(-1) ?? 0) + record.length);
  }

  read(at: number): Uint8Array {
    const start = this.#ends[at - 1] ?? 0;
    const record = Buffer.allocUnsafe(this.#ends[at]! - start);
    readSync(this.#descriptor, record, 0, record.length, start);
    return record;
  }
}
