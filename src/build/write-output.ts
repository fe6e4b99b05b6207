import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** What became of a file that was handed to the output folder. */
export type Written = 'written' | 'unchanged';

/** Folder inside the output where files are made before they are renamed into place; gone when a build ends. */
export const TEMPORARY_FOLDER = '.broadsheet-new';

/** Names that begin with a letter or a digit, parted by single slashes: most paths, which lead nowhere but down. */
const PLAIN_PATH = /^[\p{L}\p{N}][^/\\\0]*(?:\/[\p{L}\p{N}][^/\\\0]*)*$/u;

/**
 * The output folder. Files appear whole (made aside, then renamed) and only when their bytes differ from what is there;
 * nothing outside the folder is ever touched, whatever a path says and wherever a link in the folder leads.
 */
export class OutputFolder {
  readonly root: string;
  readonly #ready = new Set<string>();
  /** Of the folder that was made ready last: it was not there. */
  #wasMissing = false;
  #count = 0;

  /** @param root - Absolute path; made when the first file is written. */
  constructor(root: string) {
    this.root = root;
  }

  /**
   * Writes a file unless it has these bytes already.
   *
   * @param file - Relative to the folder, with forward slashes.
   * @throws RangeError when the path leads out of the folder; the system's error when the disk refuses.
   */
  write(file: string, contents: Uint8Array): Written {
    const target = this.#locate(file);
    const isNewFolder = this.#prepareFolder(path.posix.dirname(file));
    const found = isNewFolder ? undefined : lstatSync(target, { throwIfNoEntry: false });
    if (found?.isFile() && found.size === contents.length && readFileSync(target).equals(contents))
      return 'unchanged';
    if (found?.isDirectory()) rmSync(target, { recursive: true, force: true });
    this.#prepareFolder(TEMPORARY_FOLDER);
    const temporary = path.join(this.root, TEMPORARY_FOLDER, `${process.pid}-${this.#count++}`);
    writeWhole(temporary, contents);
    renameSync(temporary, target);
    return 'written';
  }

  /** Removes a file, and the folders that it leaves empty. A file that is not there is not missed, nor where a folder is by now. */
  remove(file: string): void {
    const target = this.#locate(file);
    try {
      rmSync(target, { force: true });
    } catch (error) {
      if (lstatSync(target, { throwIfNoEntry: false })?.isDirectory()) return;
      throw error;
    }
    let folder = path.posix.dirname(file);
    while (folder !== '.' && removeFolderIfEmpty(path.join(this.root, folder))) {
      this.#ready.delete(folder);
      folder = path.posix.dirname(folder);
    }
  }

  /** Size of a file in bytes; `undefined` when there is no regular file. */
  sizeOf(file: string): number | undefined {
    const found = lstatSync(this.#locate(file), { throwIfNoEntry: false });
    return found?.isFile() ? found.size : undefined;
  }

  /**
   * Every file of the site in the folder, in no order; what builds keep there for themselves is left out. `.git` is the
   * operator's and is not looked into.
   *
   * @param below - Relative to the folder, with a slash at its end: only what is in it.
   */
  list(below = ''): string[] {
    const files: string[] = [];
    const folders = [below.slice(0, -1)];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for (const entry of entriesOf(path.join(this.root, folder))) {
        const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (relative.startsWith('.broadsheet') || relative === '.git') continue;
        if (entry.isDirectory()) folders.push(relative);
        else files.push(relative);
      }
    }
    return files;
  }

  /** Removes what a build that was cut short left half made. */
  clearTemporary(): void {
    rmSync(path.join(this.root, TEMPORARY_FOLDER), { recursive: true, force: true });
    this.#ready.delete(TEMPORARY_FOLDER);
  }

  #locate(file: string): string {
    if (PLAIN_PATH.test(file)) return `${this.root}${path.sep}${file}`;
    const target = path.resolve(this.root, file);
    const isPlain = path.posix.normalize(file) === file && !file.endsWith('/') && !file.includes('\0');
    if (!isPlain || !target.startsWith(this.root + path.sep)) {
      throw new RangeError(`"${file}" is not a path inside the output folder`);
    }
    return target;
  }

  /**
   * Makes a folder, each level a real one: a link or a file in its place would lead out or bar the way.
   *
   * @returns Whether it was made just now, so that nothing can be in it.
   */
  #prepareFolder(folder: string): boolean {
    if (this.#ready.has(folder)) return false;
    const isNew = this.#makeFolder(folder);
    this.#ready.add(folder);
    return isNew;
  }

  #makeFolder(folder: string): boolean {
    if (folder === '.') {
      mkdirSync(this.root, { recursive: true });
      return false;
    }
    this.#prepareFolder(path.posix.dirname(folder));
    const absolute = path.join(this.root, folder);
    // In a new site nearly all are missing, in an old one none: so the last one tells which to ask first.
    if (this.#wasMissing && mkdirIfAbsent(absolute)) return true;
    const found = lstatSync(absolute, { throwIfNoEntry: false });
    this.#wasMissing = found === undefined;
    if (found?.isDirectory()) return false;
    if (found !== undefined) rmSync(absolute, { force: true });
    return mkdirIfAbsent(absolute);
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Another worker may make the same folder at the same moment. @returns Whether it was made here. */
function mkdirIfAbsent(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function writeWhole(file: string, contents: Uint8Array): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let at = 0; at < contents.length; ) at += writeSync(descriptor, contents, at);
  } finally {
    closeSync(descriptor);
  }
}

function removeFolderIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return false;
    throw error;
  }
}
