/** What git's index says of a file: part of a listing's bytes, `H 100644 <id> 0\t<path>`. */
export interface GitEntry {
  readonly bytes: Buffer;
  readonly start: number;
  /** Exclusive. What follows is a NUL. */
  readonly end: number;
}

/** Where the parts of an entry stand. */
const ID = 9;
const ID_END = ID + 40;
const STAGE = ID_END + 1;
/** Characters as well as bytes: there is nothing but ASCII before it. */
export const PATH = STAGE + 2;
/** In the index and to be compared (other letters mark files that git was told not to look at), and a regular file. */
const REGULAR = Buffer.from('H 100');
const [SPACE, TAB, MERGED] = Buffer.from(' \t0');

/** @param entry - Where it begins. Entries are looked at byte by byte: there may be a hundred thousand. */
export function isSha1(tracked: Buffer, entry: number): boolean {
  return tracked[entry + ID_END] === SPACE && tracked[entry + STAGE + 1] === TAB;
}

/** Whether an entry is of a regular file that git compares with the disk. */
export function isRegular(tracked: Buffer, entry: number): boolean {
  for (let at = 0; at < REGULAR.length; at++) if (tracked[entry + at] !== REGULAR[at]) return false;
  return tracked[entry + STAGE] === MERGED;
}

/** The id of the blob that an entry names, as hexadecimal digits. */
export function blobOf({ bytes, start }: GitEntry): string {
  return bytes.toString('latin1', start + ID, start + ID_END);
}

/** The path that an entry is of, as git tells it. */
export function pathOf({ bytes, start, end }: GitEntry): string {
  return bytes.toString('utf8', start + PATH, end);
}

/** By path, in git's order, which is that of UTF-8's bytes. An entry that says nothing comes first. */
export function compareEntries(a: GitEntry, b: GitEntry): number {
  return a.bytes.compare(b.bytes, pathStart(b), b.end, pathStart(a), a.end);
}

function pathStart({ start, end }: GitEntry): number {
  return Math.min(start + PATH, end);
}
