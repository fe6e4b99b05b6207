import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyProject } from '../cli/copy-project.ts';
import { PROJECT } from '../cli/run-command.ts';
import type { Runner } from './run-workflow.ts';

/** A repository with this program as it lies here, and content of the test's own. */
export interface ScratchRepository extends Runner {
  /** A clone in which an author works. */
  readonly desk: string;
  /** Writes files, commits and pushes. @returns The commit. */
  push(files: Readonly<Record<string, string | null>>, branch?: string): string;
}

/** @param folder - Absolute; all of it is made in there. */
export function makeScratchRepository(
  folder: string,
  content: Readonly<Record<string, string>>,
): ScratchRepository {
  const desk = path.join(folder, 'desk');
  const origin = path.join(folder, 'origin.git');
  const bin = path.join(folder, 'bin');
  copyProject(desk, { content: false });
  writeStandIns(bin, path.join(folder, 'calls'));
  git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', origin);
  git(desk, 'init', '--quiet', '--initial-branch', 'main');
  git(desk, 'remote', 'add', 'origin', origin);
  const push: ScratchRepository['push'] = (files, branch = 'main') => {
    git(desk, 'checkout', '--quiet', '-B', branch);
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(desk, file);
      mkdirSync(path.dirname(target), { recursive: true });
      if (text === null) rmSync(target);
      else writeFileSync(target, text);
    }
    git(desk, 'add', '--all');
    git(
      desk,
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@example.com',
      'commit',
      '--quiet',
      '--message',
      'Write',
    );
    git(desk, 'push', '--quiet', '--force', 'origin', branch);
    return git(desk, 'rev-parse', 'HEAD').trim();
  };
  push(content);
  return { origin, scratch: path.join(folder, 'runs'), bin, desk, push };
}

export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', [...args], { cwd: folder, encoding: 'utf8' });
}

/**
 * `npm ci` links to the packages that are here: installing them anew is the network's business. Everything else that npm is asked for
 * is asked of npm. What would reach a service is noted only.
 */
function writeStandIns(bin: string, calls: string): void {
  mkdirSync(bin, { recursive: true });
  const npm = execFileSync('bash', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  const scripts = {
    npm: `if [ "$1" = ci ]; then
  mkdir node_modules
  for package in "${PROJECT}"/node_modules/* "${PROJECT}"/node_modules/.bin; do ln -s "$package" node_modules/; done
else
  exec "${npm}" "$@"
fi`,
    gh: `echo "gh $*" >> "${calls}"`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(path.join(bin, name), `#!/usr/bin/env bash\nset -e\n${script}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
}
