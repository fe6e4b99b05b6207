import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Records in one file, one after the other: on their way from who has the store to who reads them, a few times, in their order. */
export interface Spool {
  /** Absolute. */
  readonly file: string;
  /** Of each record, in bytes. */
  readonly lengths: readonly number[];
}

/** Where a build keeps its spools. @param cacheFolder - Absolute. */
export function spoolFolder(cacheFolder: string): string {
  return path.join(cacheFolder, 'spool');
}

/** Removes spools, those of a build that was killed as well. */
export function clearSpools(cacheFolder: string): void {
  rmSync(spoolFolder(cacheFolder), { recursive: true, force: true });
}

/** In bytes. */
const WRITTEN_AT_ONCE = 1024 * 1024;
const READ_AT_ONCE = 256 * 1024;

/** Writes a spool, in place of what is there. @param file - Absolute; its folder is there. */
export function writeSpool(file: string, records: Iterable<Uint8Array>): Spool {
  const descriptor = openSync(file, 'w');
  try {
    const lengths: number[] = [];
    let waiting: Uint8Array[] = [];
    let bytes = 0;
    const write = (): void => {
      const whole = Buffer.concat(waiting);
      for (let at = 0; at < whole.length; ) at += writeSync(descriptor, whole, at);
      waiting = [];
      bytes = 0;
    };
    for (const record of records) {
      lengths.push(record.length);
      waiting.push(record);
      bytes += record.length;
      if (bytes >= WRITTEN_AT_ONCE) write();
    }
    write();
    return { file, lengths };
  } finally {
    closeSync(descriptor);
  }
}

/** A spool that is open. */
export class SpooledRecords {
  readonly #descriptor: number;
  readonly #starts: readonly number[];
  #window = Buffer.alloc(0);
  #windowStart = 0;

  constructor({ file, lengths }: Spool) {
    let end = 0;
    this.#starts = [0, ...lengths.map((length) => (end += length))];
    this.#descriptor = openSync(file, 'r');
  }

  /** A record's bytes, which are the caller's. @throws RangeError when the file has been cut short. */
  read(at: number): Uint8Array {
    const [start, end] = [this.#starts[at]!, this.#starts[at + 1]!];
    if (start < this.#windowStart || end > this.#windowStart + this.#window.length) this.#look(start, end);
    return Uint8Array.prototype.slice.call(this.#window, start - this.#windowStart, end - this.#windowStart);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #look(start: number, end: number): void {
    const all = this.#starts.at(-1)!;
    const window = Buffer.allocUnsafeSlow(Math.max(end - start, Math.min(READ_AT_ONCE, all - start)));
    for (let at = 0; at < window.length; ) {
      const count = readSync(this.#descriptor, window, at, window.length - at, start + at);
      if (count === 0) throw new RangeError('A spool ends before its last record.');
      at += count;
    }
    this.#window = window;
    this.#windowStart = start;
  }
}
