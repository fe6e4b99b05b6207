import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * Where a worker is in its slice, kept in a small file that outlives the worker: 2 µs a step, no message to send, and
 * still there when the process was killed or ran out of memory. The writer counts up from the start of each slice.
 */
export class ProgressMark {
  readonly #descriptor: number;
  readonly #bytes = Buffer.alloc(8);

  /** @param file - Made when absent. Writer and reader each open their own. */
  constructor(file: string) {
    this.#descriptor = openSync(file, 'a+');
    closeSync(this.#descriptor);
    this.#descriptor = openSync(file, 'r+');
  }

  /** @param slice - Which slice, from 0. @param item - The item about to be worked on, from 0. */
  set(slice: number, item: number): void {
    this.#bytes.writeUInt32LE(slice, 0);
    this.#bytes.writeUInt32LE(item, 4);
    writeSync(this.#descriptor, this.#bytes, 0, 8, 0);
  }

  /** The last mark; `undefined` before the first. */
  get(): { readonly slice: number; readonly item: number } | undefined {
    const bytes = Buffer.alloc(8);
    if (readSync(this.#descriptor, bytes, 0, 8, 0) < 8) return undefined;
    return { slice: bytes.readUInt32LE(0), item: bytes.readUInt32LE(4) };
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
