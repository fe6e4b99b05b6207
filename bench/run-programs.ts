import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '..');

/**
 * Runs other measurements, each in a process of its own: a program, or every `.ts` file that lies directly in a folder
 * (a module that only exports does nothing). A place that is not there holds none.
 *
 * @param place - Relative to the project.
 * @param args - For each of them.
 * @returns 0 when all ended well, else 1.
 */
export function runPrograms(place: string, args: readonly string[]): 0 | 1 {
  let failed = false;
  for (const program of listPrograms(path.join(project, place))) {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', program, ...args], {
      cwd: project,
      stdio: 'inherit',
    });
    failed ||= status !== 0;
  }
  return failed ? 1 : 0;
}

function listPrograms(place: string): string[] {
  if (!existsSync(place)) {
    process.stderr.write(`There is nothing to measure with: ${place} is missing.\n`);
    return [];
  }
  if (!statSync(place).isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => path.join(place, name));
}
