import { takeTop } from '../site/take-top.ts';

const SLASH = 47;

/** A folder with how many files and folders lie right in it. */
export interface FullFolder {
  /** "" for the root. */
  readonly folder: string;
  readonly entries: number;
}

/** The folders in which some files lie. */
export interface SiteFolders {
  /** How many there are, but for the root. */
  readonly length: number;
  /** Those with most in them, the fullest first. */
  readonly takeFullest: (count: number) => FullFolder[];
}

/**
 * Counts what lies in each folder. Most folders of a site hold one page, so they are numbers here: no path is cut out of a
 * file's but for those that are asked for.
 *
 * @param files - Paths by code unit, so that all of a folder follow one another.
 */
export function countFolders(files: readonly string[]): SiteFolders {
  /** By folder, the root first: how much is its path of that of a file in it, and what lies in it. */
  const lengths = [0];
  const samples = [''];
  const entries = [0];
  /** The folders that hold the file before, each in the one before it. */
  const open = [0];
  let previous = '';
  for (const file of files) {
    let at = sharedLength(previous, file);
    // The slash after a folder's path is among what both share, or the file is not in it.
    while (open.length > 1 && lengths[open[open.length - 1]!]! >= at) open.pop();
    let inner = open[open.length - 1]!;
    for (; at < file.length; at++) {
      if (file.charCodeAt(at) !== SLASH) continue;
      entries[inner]!++;
      inner = entries.length;
      open.push(inner);
      lengths.push(at);
      samples.push(file);
      entries.push(0);
    }
    entries[inner]!++;
    previous = file;
  }
  const pathOf = (folder: number): string => samples[folder]!.slice(0, lengths[folder]);
  const compare = (a: number, b: number): number =>
    entries[b]! - entries[a]! || (pathOf(a) < pathOf(b) ? -1 : 1);
  return {
    length: entries.length - 1,
    takeFullest: (count) =>
      takeTop(files.length === 0 ? [] : entries.keys(), compare, count).map((folder) => ({
        folder: pathOf(folder),
        entries: entries[folder]!,
      })),
  };
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
