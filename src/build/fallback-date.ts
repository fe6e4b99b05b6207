import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * When an article that gives no date was made, as far as its surroundings tell: git's first commit of the file, else
 * the file's modification time.
 *
 * @returns UTC instant, ms, a whole second.
 */
export function dateFromOutside(absolute: string): number {
  return firstCommit(absolute) ?? Math.floor(statSync(absolute).mtimeMs / 1000) * 1000;
}

function firstCommit(absolute: string): number | undefined {
  try {
    const log = execFileSync('git', ['log', '--follow', '--diff-filter=A', '--format=%at', '--', absolute], {
      cwd: path.dirname(absolute),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 5000,
    });
    const first = log.trim().split('\n').at(-1);
    return first ? Number(first) * 1000 : undefined;
  } catch {
    // No git here, or not a repository: the file system has to do.
    return undefined;
  }
}
