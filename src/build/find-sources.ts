import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { compareText } from '../site/article-order.ts';

/** A regular file below a folder. */
export interface SourceFile {
  /** Relative to the folder it was looked for in, with forward slashes, exactly as on disk. */
  readonly path: string;
  readonly absolute: string;
}

export interface FoundSources {
  /** By path, in code-unit order. */
  readonly files: readonly SourceFile[];
  /** What lies there and looks like an article, but is none: special files, links that lead nowhere or out. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface FindOptions {
  /** Says which files are wanted, by path relative to the folder. */
  readonly isWanted: (path: string) => boolean;
  /** Says which folders are entered, by path relative to the folder: no wanted file is in any other. Default: all. */
  readonly isEntered?: (path: string) => boolean;
  /** What the folder is called in diagnostics, e.g. `articles/`; "" or ends in `/`. */
  readonly label: string;
}

interface Walk {
  readonly root: string;
  readonly options: FindOptions;
  readonly files: SourceFile[];
  readonly diagnostics: Diagnostic[];
}

/**
 * The wanted files below a folder. Symbolic links to files are followed when they stay inside the folder; links to
 * folders are not, so that the walk ends. An absent folder holds nothing.
 */
export async function findSources(folder: string, options: FindOptions): Promise<FoundSources> {
  const walk: Walk = { root: folder, options, files: [], diagnostics: [] };
  const realRoot = await realpath(folder).catch(() => undefined);
  if (realRoot !== undefined) await walkFolder(walk, '', realRoot);
  walk.files.sort((a, b) => compareText(a.path, b.path));
  walk.diagnostics.sort((a, b) => compareText(a.file, b.file));
  return { files: walk.files, diagnostics: walk.diagnostics };
}

/**
 * The same of a folder whose files are known.
 *
 * @param paths - Of regular files, relative to the folder that the label is relative to.
 */
export function pickSources(
  folder: string,
  paths: readonly string[],
  { isWanted, label }: FindOptions,
): FoundSources {
  const files: SourceFile[] = [];
  for (const file of paths) {
    if (!file.startsWith(label)) continue;
    const relative = file.slice(label.length);
    if (isWanted(relative)) files.push({ path: relative, absolute: folder + path.sep + relative });
  }
  return { files: files.sort((a, b) => compareText(a.path, b.path)), diagnostics: [] };
}

async function walkFolder(walk: Walk, folder: string, realRoot: string): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(path.join(walk.root, folder), { withFileTypes: true });
  } catch (error) {
    report(
      walk,
      folder,
      'unreadable-file',
      `The folder can't be read (${codeOf(error)}).`,
      'Check its permissions.',
    );
    return;
  }
  const folders: string[] = [];
  for (const entry of entries) {
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (walk.options.isEntered?.(relative) ?? true) folders.push(relative);
    } else if (walk.options.isWanted(relative)) {
      await admit(walk, relative, entry, realRoot);
    }
  }
  for (const relative of folders) await walkFolder(walk, relative, realRoot);
}

async function admit(walk: Walk, relative: string, entry: Dirent, realRoot: string): Promise<void> {
  const absolute = path.join(walk.root, relative);
  if (entry.isFile()) {
    walk.files.push({ path: relative, absolute });
    return;
  }
  if (!entry.isSymbolicLink()) {
    report(
      walk,
      relative,
      'special-file',
      'It is not a regular file.',
      'Replace it by a file with the text.',
    );
    return;
  }
  try {
    const target = await realpath(absolute);
    if (target !== realRoot && !target.startsWith(realRoot + path.sep)) {
      report(
        walk,
        relative,
        'link-leads-out',
        'The link leads out of the folder.',
        'Put the file itself here.',
      );
    } else if ((await stat(target)).isFile()) {
      walk.files.push({ path: relative, absolute });
    } else {
      report(
        walk,
        relative,
        'special-file',
        'The link does not lead to a regular file.',
        'Put the file itself here.',
      );
    }
  } catch (error) {
    report(
      walk,
      relative,
      'dangling-link',
      `The link leads nowhere (${codeOf(error)}).`,
      'Put the file itself here.',
    );
  }
}

function report(walk: Walk, relative: string, rule: string, message: string, hint: string): void {
  walk.diagnostics.push({
    file: walk.options.label + relative,
    line: 1,
    column: 1,
    severity: 'error',
    rule,
    message,
    hint,
  });
}

/** The system's code of a failed call, e.g. `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
