import { digest } from './digest.ts';
import type { GitListing } from './git-listing.ts';

/** Where the parts of an entry stand: `H 100644 <id> 0\t<path>`. */
const ID = 9;
const ID_END = ID + 40;
const STAGE = ID_END + 1;
const PATH = STAGE + 2;
/** In the index and to be compared (other letters mark files that git was told not to look at), and a regular file. */
const REGULAR = 'H 100';
const ATTRIBUTES = '.gitattributes';

/**
 * The blob ids of the files that are as git's index has them, without one of them being read. Untracked and changed files,
 * links, and files that git was told to take on trust are absent, and have to be read.
 *
 * @param label - What is to precede the paths. Default: nothing.
 * @returns By path, as the listing has it, after the label; `undefined` when a file of the folder says how files differ from their blobs, or
 *   ids are not SHA-1.
 */
export function listBlobs({ tracked, changed }: GitListing, label = ''): Map<string, string> | undefined {
  if (tracked.includes(ATTRIBUTES)) return undefined;
  const blobs = new Map<string, string>();
  for (const entry of tracked.toString().split('\0')) {
    if (entry === '') continue;
    if (!isSha1(entry)) return undefined;
    if (isRegular(entry)) blobs.set(label + entry.slice(PATH), entry.slice(ID, ID_END));
  }
  for (const file of changed) blobs.delete(label + file);
  return blobs;
}

/**
 * Stands for all that lies in a folder: equal digests, equal files.
 *
 * @returns `undefined` when git can't vouch for each of them: something is changed, untracked, a link, taken on trust, or not
 *   a plain blob. Only special files, such as pipes, are beyond its sight.
 */
export function digestListing({ tracked, changed, untracked }: GitListing): string | undefined {
  if (changed.length > 0 || untracked.length > 0 || tracked.includes(ATTRIBUTES)) return undefined;
  for (let at = 0; at < tracked.length; at = tracked.indexOf(0, at) + 1) {
    const entry = tracked.toString('latin1', at, at + PATH);
    if (!isSha1(entry) || !isRegular(entry)) return undefined;
  }
  return digest(tracked);
}

function isSha1(entry: string): boolean {
  return entry[STAGE - 1] === ' ' && entry[STAGE + 1] === '\t';
}

function isRegular(entry: string): boolean {
  return entry.startsWith(REGULAR) && entry[STAGE] === '0';
}
