import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** 100,000 paths of 200 bytes, with room. */
const MOST_OUTPUT = 512 * 1024 * 1024;

/**
 * What git knows of the files below a folder without one of them being read: the blob ids of those that are as the
 * index has them. Untracked and changed files are absent, and have to be read.
 *
 * git compares size and times with those it noted when it last read a file, and reads it again where they leave doubt
 * (git's `racy-git`); files marked to be taken on trust are left out here.
 *
 * @returns By path relative to the folder; `undefined` where git can't tell: no repository, no git, or line endings and
 *   filters that make a file differ from its blob.
 */
export async function readGitBlobs(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const [top = '', attributes = ''] = lines(
      await git(folder, 'rev-parse', '--show-toplevel', '--git-path', 'info/attributes'),
    );
    if (
      (await changesBytes(folder)) ||
      hasAttributes([path.join(top, '.gitattributes'), path.resolve(folder, attributes)])
    ) {
      return undefined;
    }
    const [listed, changed] = await Promise.all([
      git(folder, 'ls-files', '-z', '-v', '-s'),
      git(folder, 'diff-files', '-z', '--name-only', '--relative'),
    ]);
    const blobs = parseListing(listed);
    if (blobs === undefined) return undefined;
    for (const file of changed.split('\0')) blobs.delete(file);
    return blobs;
  } catch {
    // Not a repository, or no git on this machine: the files are read instead.
    return undefined;
  }
}

/**
 * Reads `git ls-files -z -v -s`: `H 100644 <id> 0\t<path>\0…`.
 *
 * @returns `undefined` when a file of the folder says how files differ from their blobs, or ids are not SHA-1.
 */
function parseListing(listed: string): Map<string, string> | undefined {
  const blobs = new Map<string, string>();
  for (const entry of listed.split('\0')) {
    const match = /^(\S) (\d{6}) ([0-9a-f]+) (\d)\t(.*)$/s.exec(entry);
    if (match === null) continue;
    const [, tag, mode, id, stage, file] = match;
    if (id!.length !== 40 || path.posix.basename(file!) === '.gitattributes') return undefined;
    // `H`: in the index and to be compared; other letters mark files that git was told not to look at.
    if (tag === 'H' && stage === '0' && mode!.startsWith('100')) blobs.set(file!, id!);
  }
  return blobs;
}

/** Whether git converts line endings on this machine. */
async function changesBytes(folder: string): Promise<boolean> {
  const values = await git(folder, 'config', '--get-regexp', '^core\\.(autocrlf|attributesfile)$').catch(
    () => '',
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

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
  });
  return stdout;
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
