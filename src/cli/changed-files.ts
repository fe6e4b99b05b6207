import { execFileSync } from 'node:child_process';
import { UsageError } from './command-line.ts';

/**
 * The files below a folder that git says changed, relative to it, with forward slashes: those that are not committed
 * (changed, added, renamed, not yet known to git), and, with a revision, those that differ from where the history parted
 * from it.
 *
 * @param since - A revision: a branch, a tag, a commit.
 * @throws UsageError where git can't tell: no repository, no such revision, no git.
 */
export function listChangedFiles(folder: string, since = 'HEAD'): ReadonlySet<string> {
  if (since === '' || since.startsWith('-')) throw new UsageError(`"${since}" is no revision.`);
  requireRepository(folder);
  const base =
    since === 'HEAD' ? headOrNothing(folder) : git(folder, since, 'merge-base', since, 'HEAD').trim();
  const changed = git(
    folder,
    since,
    'diff',
    '--name-only',
    '-z',
    '--relative',
    '--diff-filter=d',
    base,
    '--',
    '.',
  );
  const untracked = git(folder, since, 'ls-files', '-z', '--others', '--exclude-standard', '--', '.');
  return new Set([...changed.split('\0'), ...untracked.split('\0')].filter((file) => file !== ''));
}

function requireRepository(folder: string): void {
  try {
    execFileSync('git', ['-C', folder, 'rev-parse', '--git-dir'], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    if (!/not a git repository/i.test(readErrors(error))) return;
    throw new UsageError(
      `${folder} is in no git repository, which would tell what changed; check all files instead.`,
    );
  }
}

/** The empty tree stands for the history of a repository that has no commit yet. Its id is the same in all. */
function headOrNothing(folder: string): string {
  try {
    return git(folder, 'HEAD', 'rev-parse', '--verify', '--quiet', 'HEAD').trim();
  } catch {
    return git(folder, 'HEAD', 'hash-object', '-t', 'tree', '/dev/null').trim();
  }
}

function git(folder: string, since: string, ...args: readonly string[]): string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new UsageError(
        'git is needed to tell what changed, and there is none on the PATH; check all files instead.',
      );
    }
    const [said = ''] = readErrors(error).split('\n');
    // Without a word it ends where two histories have nothing in common.
    const reason =
      said === '' ? '. Is this a shallow clone? "git fetch --unshallow" brings the rest.' : `: ${said}`;
    throw new UsageError(
      `git can not tell what changed in ${folder}${since === 'HEAD' ? '' : ` since ${since}`}${reason}`,
    );
  }
}

function readErrors(error: unknown): string {
  return error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
}
