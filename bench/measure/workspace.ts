import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Builder, PlacedFile } from '../builders/builder.ts';

const peers = path.resolve(import.meta.dirname, '../peers');

const MARKER = '.broadsheet-bench';

/**
 * Makes the scratch folder, whose content comes and goes.
 *
 * @throws Error for a folder in which somebody keeps something else.
 */
export function claimScratch(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new Error(`${folder} holds something that is not the benchmark's. Name another with --scratch.`);
  }
  writeFileSync(path.join(folder, MARKER), '');
}

/** The folder in which a builder builds: its site, the corpus in its shape, and what its builds leave. */
export function workspaceOf(scratch: string, builder: Builder): string {
  return path.join(scratch, builder.name);
}

/** The npm packages a builder is made of, installed where the workspace is. */
export function installPeer(workspace: string, { site }: Builder): void {
  if (site === undefined) return;
  mkdirSync(workspace, { recursive: true });
  cpSync(path.join(peers, site, 'package.json'), path.join(workspace, 'package.json'));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
    cwd: workspace,
    stdio: 'inherit',
  });
}

/** Empties the workspace of everything but installed packages, and puts the builder's site there. */
export function resetWorkspace(workspace: string, builder: Builder): void {
  mkdirSync(workspace, { recursive: true });
  for (const name of readdirSync(workspace)) if (name !== 'node_modules') remove(workspace, name);
  if (builder.site !== undefined) cpSync(path.join(peers, builder.site), workspace, { recursive: true });
}

/** What earlier builds left, so that the next one is cold. */
export function removeLeftovers(workspace: string, { leftovers }: Builder): void {
  for (const name of leftovers) remove(workspace, name);
}

function remove(workspace: string, name: string): void {
  rmSync(path.join(workspace, name), { recursive: true, force: true });
}

/** @param folders - Folders that are known to be there; those that are made are added. */
export function placeFile(workspace: string, file: PlacedFile, folders = new Set<string>()): void {
  const absolute = path.join(workspace, ...file.path.split('/'));
  const folder = path.dirname(absolute);
  if (!folders.has(folder)) {
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  }
  writeFileSync(absolute, file.text);
}

export function removeFile(workspace: string, file: PlacedFile): void {
  remove(workspace, file.path);
}

/**
 * Commits everything but what builds leave, as a push would have: a build in a clean checkout may ask git what changed.
 * The repository is made when there is none.
 */
export function commitWorkspace(workspace: string, { leftovers }: Builder): void {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: workspace,
      stdio: ['ignore', 'ignore', 'inherit'],
      // The result must not hang on anybody's own settings.
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
  if (!existsSync(path.join(workspace, '.git'))) {
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'Bench');
    git('config', 'user.email', 'bench@example.org');
    git('config', 'core.looseCompression', '0');
    // No packing in the background while something is measured.
    git('config', 'gc.auto', '0');
    git('config', 'maintenance.auto', 'false');
    writeFileSync(
      path.join(workspace, '.gitignore'),
      ['node_modules', ...leftovers].map((name) => `/${name}\n`).join(''),
    );
  }
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message=Content');
}

/** Whether git is there to commit with. */
export function hasGit(): boolean {
  return spawnSync('git', ['--version']).status === 0;
}

/** Has the disk take what earlier work left to be written, so that the next build does not pay for it. */
export function settleDisk(): void {
  spawnSync('sync');
}
