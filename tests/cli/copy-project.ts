import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from './run-command.ts';

const MADE_HERE = ['node_modules', '_site', '.cache', '.git', 'tmp', 'build.json', 'report.html'];

/** Copies the program as it lies here, changes that are not committed included, without what was built. */
export function copyProject(target: string, { content }: { readonly content: boolean }): void {
  const left = new Set(content ? MADE_HERE : [...MADE_HERE, 'content']);
  cpSync(PROJECT, target, {
    recursive: true,
    filter: (source) => !left.has(path.relative(PROJECT, source).split(path.sep)[0] ?? ''),
  });
}

/** Gives a copy the packages that are installed here; what it compiles of itself stays its own. */
export function linkPackages(target: string): void {
  const packages = path.join(PROJECT, 'node_modules');
  const links = path.join(target, 'node_modules');
  mkdirSync(links);
  const names = readdirSync(packages).filter((name) => !name.startsWith('.') || name === '.bin');
  for (const name of names)
    if (existsSync(path.join(packages, name))) symlinkSync(path.join(packages, name), path.join(links, name));
}
