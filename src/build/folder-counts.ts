/** What lies in the folders of a site. */
export interface FullFolder {
  /** "" for the root. */
  readonly folder: string;
  readonly entries: number;
}

const SLASH = 47;
/** Of the table: a quarter of it is filled at most. */
const ROOM = 4;
const FIRST_SIZE = 1024;
/** Of records of files, most of which are alone in their folder. It is a guess: the table grows. */
const BYTES_A_FOLDER = 64;

/**
 * Counts what lies in each folder, of paths in UTF-8 that come in any order. A site of 100,000 articles has as many folders, so
 * none gets a string: they are told apart by 64 bits of hash, and named when they are asked for by the path of a file in them.
 */
export class FolderCounts {
  readonly #bytes: Uint8Array;
  /** By slot of the table: one more than the folder's number, or 0. */
  #slots: Uint32Array;
  #low: Uint32Array;
  #high: Uint32Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  /** By folder. The first is the root. */
  entries: Uint32Array;
  /** Folders with the root. */
  size = 1;

  /** @param bytes - In which the paths are. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    let size = FIRST_SIZE;
    while (size < (bytes.length / BYTES_A_FOLDER) * ROOM) size *= 2;
    const column = () => new Uint32Array(size / ROOM);
    this.#slots = new Uint32Array(size);
    [this.#low, this.#high, this.#starts, this.#ends] = [column(), column(), column(), column()];
    this.entries = column();
  }

  /** Counts a file. @returns The outermost folder it is in; 0 when it is in none. */
  add(start: number, end: number): number {
    const bytes = this.#bytes;
    let low = 0x811c_9dc5;
    let high = 0x9e37_79b9;
    let inner = 0;
    let outermost = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === SLASH) {
        inner = this.#enter(low >>> 0, high >>> 0, inner, start, at);
        if (outermost === 0) outermost = inner;
      }
      low = Math.imul(low ^ byte, 0x0100_0193);
      high = Math.imul(high ^ byte ^ (high >>> 15), 0x85eb_ca6b);
    }
    this.entries[inner]!++;
    return outermost;
  }

  /** A folder's path from the root. */
  nameOf(folder: number): string {
    return new TextDecoder().decode(this.#bytes.subarray(this.#starts[folder], this.#ends[folder]));
  }

  /** Those with most in them, the fullest first; none where no file was counted. */
  listFullest(count: number): FullFolder[] {
    const entries = this.entries.subarray(0, this.size);
    // Most folders hold one page: only those that may be among the fullest are named.
    const least = Math.max(1, entries.toSorted().at(-count) ?? 1);
    const fullest: FullFolder[] = [];
    for (let folder = 0; folder < this.size; folder++)
      if (entries[folder]! >= least) fullest.push({ folder: this.nameOf(folder), entries: entries[folder]! });
    return fullest.sort((a, b) => b.entries - a.entries || (a.folder < b.folder ? -1 : 1)).slice(0, count);
  }

  /** The number of a folder, which is counted in the one around it when it is new. */
  #enter(low: number, high: number, around: number, start: number, end: number): number {
    let slot = low & (this.#slots.length - 1);
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & (this.#slots.length - 1)) {
      const folder = this.#slots[slot]! - 1;
      if (this.#low[folder] === low && this.#high[folder] === high) return folder;
    }
    if ((this.size + 1) * ROOM > this.#slots.length) {
      this.#grow();
      return this.#enter(low, high, around, start, end);
    }
    const folder = this.size++;
    this.#slots[slot] = folder + 1;
    this.#low[folder] = low;
    this.#high[folder] = high;
    this.#starts[folder] = start;
    this.#ends[folder] = end;
    this.entries[around]!++;
    return folder;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const enlarge = (column: Uint32Array) => {
      const larger = new Uint32Array(column.length * 2);
      larger.set(column);
      return larger;
    };
    [this.#low, this.#high] = [enlarge(this.#low), enlarge(this.#high)];
    [this.#starts, this.#ends] = [enlarge(this.#starts), enlarge(this.#ends)];
    this.entries = enlarge(this.entries);
    for (let folder = 1; folder < this.size; folder++) {
      let slot = this.#low[folder]! & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = folder + 1;
    }
    this.#slots = slots;
  }
}
