import { FolderCounts, type FullFolder } from './folder-counts.ts';

/** How large the site is, in the terms in which hosts limit sites. */
export interface SiteSize {
  readonly files: number;
  /** Files and folders. */
  readonly entries: number;
  readonly bytes: number;
  /** What lies in each folder of the top level, the largest first; files of the top level are under `/`. */
  readonly parts: readonly SitePart[];
  /** The largest files, at most ten, the largest first. */
  readonly largest: readonly SizedFile[];
  /** The folders with most in them, at most three, the fullest first. */
  readonly fullest: readonly FullFolder[];
}

export interface SitePart {
  readonly part: string;
  readonly files: number;
  readonly bytes: number;
}

export interface SizedFile {
  readonly file: string;
  readonly bytes: number;
}

const MOST_FILES = 10;
const MOST_FOLDERS = 3;
const [NEWLINE, ZERO] = Buffer.from('\n0');

/** @param lines - Records of what lies in the output folder, in any order: see `spellLine`. None is taken apart as text. */
export function measureSite(lines: Uint8Array): SiteSize {
  const folders = new FolderCounts(lines);
  const parts = new Map<number, { files: number; bytes: number }>();
  const largest = new LargestFiles(lines);
  let files = 0;
  let bytes = 0;
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf(0, start);
    const next = lines.indexOf(NEWLINE!, end) + 1;
    const size = readSize(lines, next - 1);
    const outermost = folders.add(start, end);
    const part = parts.get(outermost) ?? { files: 0, bytes: 0 };
    parts.set(outermost, part);
    part.files++;
    part.bytes += size;
    files++;
    bytes += size;
    largest.add(start, end, size);
    start = next;
  }
  const named = Array.from(parts, ([folder, part]) => ({ part: `${folders.nameOf(folder)}/`, ...part }));
  return {
    files,
    entries: files + folders.size - 1,
    bytes,
    parts: named.sort((a, b) => b.bytes - a.bytes || (a.part < b.part ? -1 : 1)),
    largest: largest.files,
    fullest: folders.listFullest(MOST_FOLDERS),
  };
}

/** The decimal number that ends before a place. */
function readSize(lines: Uint8Array, end: number): number {
  let size = 0;
  let factor = 1;
  for (let at = end - 1; lines[at] !== 0; at--) {
    size += (lines[at]! - ZERO!) * factor;
    factor *= 10;
  }
  return size;
}

/** The largest first, of equal ones by path. */
class LargestFiles {
  readonly #bytes: Uint8Array;
  readonly files: SizedFile[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  add(start: number, end: number, bytes: number): void {
    if (this.files.length === MOST_FILES && bytes < this.files[MOST_FILES - 1]!.bytes) return;
    this.files.push({ file: new TextDecoder().decode(this.#bytes.subarray(start, end)), bytes });
    this.files.sort((a, b) => b.bytes - a.bytes || (a.file < b.file ? -1 : 1));
    if (this.files.length > MOST_FILES) this.files.pop();
  }
}
