import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';

/** Before each record: its length in bytes. */
const HEAD_BYTES = 4;
/** Read at once; most records are smaller. */
const USUAL_BYTES = 16 * 1024;

/**
 * Records in a file without a name, one after the other: as many as there may be, they take no memory, and are gone with the
 * process however that ends.
 */
export class RecordSpool {
  readonly #descriptor: number;
  readonly #usual = Buffer.allocUnsafeSlow(USUAL_BYTES);
  #end = 0;

  /** @param file - Absolute; what is there is replaced. @throws The system's error when the disk refuses. */
  constructor(file: string) {
    this.#descriptor = openSync(file, 'w+');
    unlinkSync(file);
  }

  /** @returns Where it is. @throws The system's error when the disk refuses. */
  append(record: Uint8Array): number {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt32LE(record.length);
    const place = this.#end;
    for (let rest = Buffer.concat([head, record]); rest.length > 0; ) {
      const count = writeSync(this.#descriptor, rest, 0, rest.length, this.#end);
      this.#end += count;
      rest = rest.subarray(count);
    }
    return place;
  }

  /** The bytes are the caller's. @param place - As `append` gave it. */
  read(place: number): Buffer {
    const count = readSync(this.#descriptor, this.#usual, 0, USUAL_BYTES, place);
    const record = Buffer.allocUnsafeSlow(this.#usual.readUInt32LE());
    let known = this.#usual.copy(record, 0, HEAD_BYTES, Math.min(count, HEAD_BYTES + record.length));
    while (known < record.length) {
      const at = place + HEAD_BYTES + known;
      const more = readSync(this.#descriptor, record, known, record.length - known, at);
      if (more === 0) throw new RangeError('A spool ends before its last record.');
      known += more;
    }
    return record;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
