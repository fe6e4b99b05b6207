import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { digest } from './digest.ts';
import { isRegular, isSha1 } from './git-entry.ts';

const run = promisify(execFile);
/** 100,000 paths of 200 bytes, with room. */
const MOST_OUTPUT = 512 * 1024 * 1024;

/**
 * What git knows of the files below a folder without one of them being read. Paths are relative to the folder.
 *
 * git compares size and times with those it noted when it last read a file, and reads it again where they leave doubt
 * (git's `racy-git`).
 */
export interface GitListing {
  /** What `git ls-files -z -v -s` says of the index: `H 100644 <id> 0\t<path>\0…`. */
  readonly tracked: Buffer;
  /** Of those, files that are not as the index has them, or may not be. */
  readonly changed: readonly string[];
  /**
   * Stands for all that lies in the folder: equal states, the same files. Absent when git can't vouch for each of them:
   * something is changed, untracked (ignored files too), a link, taken on trust, or named otherwise than on the disk. Only
   * special files, such as pipes, are beyond its sight.
   */
  readonly state?: string;
  /** How the folder is set up, for whoever asks once more soon. */
  readonly setting?: GitSetting;
}

interface GitSetting {
  /** Files in which git may be told that files differ from their blobs. */
  readonly places: readonly string[];
  readonly hasExactNames: boolean;
}

/**
 * Asks git about a folder.
 *
 * @param setting - As it was a moment ago, if that is known: two of the four questions are not asked again.
 * @returns `undefined` where git can't tell: no repository, no git, or line endings and filters that make a file differ
 *   from its blob.
 */
export async function readGitListing(folder: string, setting?: GitSetting): Promise<GitListing | undefined> {
  try {
    // All at once: each takes its time to start, and what has been answered is looked at while the next answer is waited for.
    const [places, { hasExactBytes, hasExactNames }, index, changed] = await Promise.all([
      setting?.places ?? listAttributeFiles(folder),
      setting === undefined ? readConfiguration(folder) : { ...setting, hasExactBytes: true },
      git(folder, 'ls-files', '-z', '-v', '-s', '--others').then(describeIndex),
      git(folder, 'diff-files', '-z', '--name-only', '--relative'),
    ]);
    if (!hasExactBytes || index.namesAttributes || hasAttributes(places)) return undefined;
    const isSame = hasExactNames && changed.length === 0 && !index.isWithOthers;
    return {
      tracked: index.tracked,
      changed: changed
        .toString()
        .split('\0')
        .filter((file) => file !== ''),
      ...(isSame && index.state !== undefined && { state: index.state }),
      setting: { places, hasExactNames },
    };
  } catch {
    // Not a repository, or no git on this machine: the files are read instead.
    return undefined;
  }
}

/** `?`: git tells of what it does not track first, as `? <path>\0`. */
const OTHER = 0x3f;

/** What the index itself tells. */
function describeIndex(listed: Buffer) {
  let start = 0;
  while (listed[start] === OTHER) start = listed.indexOf(0, start) + 1;
  const tracked = listed.subarray(start);
  return {
    tracked,
    isWithOthers: start > 0,
    namesAttributes: tracked.includes('.gitattributes'),
    // Of one that holds nothing but files.
    state: isOfFilesOnly(tracked) ? digest(tracked) : undefined,
  };
}

/** Where git may be told that files differ from their blobs. */
async function listAttributeFiles(folder: string): Promise<readonly string[]> {
  const [top = '', attributes = ''] = lines(
    await git(folder, 'rev-parse', '--show-toplevel', '--git-path', 'info/attributes'),
  );
  const places = foldersBetween(top, folder).map((place) => path.join(place, '.gitattributes'));
  return [...places, path.resolve(folder, attributes)];
}

/** From the repository's own folder to the one asked about, both among them. */
function foldersBetween(top: string, folder: string): string[] {
  const steps = path.relative(top, folder).split(path.sep);
  return [top, ...steps.map((_, at) => path.join(top, ...steps.slice(0, at + 1)))];
}

/** Whether git leaves line endings as they are, and names as the disk has them. */
async function readConfiguration(folder: string) {
  const values = lines(
    await git(
      folder,
      'config',
      '--get-regexp',
      '^core\\.(autocrlf|attributesfile|ignorecase|precomposeunicode)$',
    ).catch(() => Buffer.alloc(0)),
  );
  const isSet = (name: string) =>
    values.some((line) => line.startsWith(`core.${name}`) && !/ (?:false|input)$/.test(line));
  return {
    hasExactBytes: !isSet('autocrlf') && !isSet('attributesfile'),
    hasExactNames: !isSet('ignorecase') && !isSet('precomposeunicode'),
  };
}

function hasAttributes(files: readonly string[]): boolean {
  return files.some(
    (file) =>
      existsSync(file) &&
      /\b(?:text|crlf|eol|filter|ident|working-tree-encoding)\b/.test(readFileSync(file, 'utf8')),
  );
}

/** Whatever its configuration says: all of a file's data are compared, and none of it is taken on trust. */
const EXACT = ['quotePath=false', 'fsmonitor=false', 'trustctime=true', 'checkStat=default'].flatMap(
  (setting) => ['-c', `core.${setting}`],
);

async function git(folder: string, ...args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run('git', [...EXACT, ...args], {
    cwd: folder,
    encoding: 'buffer',
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
  });
  return stdout;
}

function lines(text: Buffer): string[] {
  return text
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

/** Whether every entry of a listing is a file that git compares. */
function isOfFilesOnly(tracked: Buffer): boolean {
  for (let at = 0; at < tracked.length; at = tracked.indexOf(0, at) + 1) {
    if (!isSha1(tracked, at) || !isRegular(tracked, at)) return false;
  }
  return true;
}
