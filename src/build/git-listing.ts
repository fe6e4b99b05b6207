import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

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
  /** Files that the index has not, ignored ones among them; of a repository within the folder only its name. */
  readonly untracked: readonly string[];
}

/**
 * Asks git about a folder.
 *
 * @returns `undefined` where git can't tell: no repository, no git, or line endings and filters that make a file differ
 *   from its blob.
 */
export async function readGitListing(folder: string): Promise<GitListing | undefined> {
  try {
    const [top = '', attributes = ''] = lines(
      await git(folder, 'rev-parse', '--show-toplevel', '--git-path', 'info/attributes'),
    );
    const places = [...foldersBetween(top, folder).map((place) => path.join(place, '.gitattributes'))];
    if ((await changesBytes(folder)) || hasAttributes([...places, path.resolve(folder, attributes)])) {
      return undefined;
    }
    const [tracked, changed, untracked] = await Promise.all([
      git(folder, 'ls-files', '-z', '-v', '-s'),
      git(folder, 'diff-files', '-z', '--name-only', '--relative'),
      git(folder, 'ls-files', '-z', '--others'),
    ]);
    return { tracked, changed: paths(changed), untracked: paths(untracked) };
  } catch {
    // Not a repository, or no git on this machine: the files are read instead.
    return undefined;
  }
}

/** From the repository's own folder to the one asked about, both among them. */
function foldersBetween(top: string, folder: string): string[] {
  const steps = path.relative(top, folder).split(path.sep);
  return [top, ...steps.map((_, at) => path.join(top, ...steps.slice(0, at + 1)))];
}

/** Whether git converts line endings on this machine. */
async function changesBytes(folder: string): Promise<boolean> {
  const values = await git(folder, 'config', '--get-regexp', '^core\\.(autocrlf|attributesfile)$').catch(() =>
    Buffer.alloc(0),
  );
  return lines(values).some(
    (line) => line.startsWith('core.attributesfile') || !/ (?:false|input)$/.test(line),
  );
}

function hasAttributes(files: readonly string[]): boolean {
  return files.some(
    (file) =>
      existsSync(file) &&
      /\b(?:text|crlf|eol|filter|ident|working-tree-encoding)\b/.test(readFileSync(file, 'utf8')),
  );
}

async function git(folder: string, ...args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], {
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

function paths(text: Buffer): string[] {
  return text
    .toString()
    .split('\0')
    .filter((file) => file !== '');
}
