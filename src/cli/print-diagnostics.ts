import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { formatDiagnostic } from './format-diagnostic.ts';

export interface PrintOptions {
  /** The content folder, as the user named it: files are shown so that a click in a terminal opens them. */
  readonly folder: string;
  /** Warnings shown at most; errors are all shown. The rest is counted. */
  readonly most: number;
}

/** Prints diagnostics to standard error, errors first. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], { folder, most }: PrintOptions): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const colors = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
  for (const diagnostic of [...errors, ...warnings.slice(0, most)]) {
    const file = path.join(folder, diagnostic.file);
    process.stderr.write(`${formatDiagnostic({ ...diagnostic, file }, { format: 'pretty', colors })}\n`);
  }
  const hidden = warnings.length - most;
  if (hidden > 0) process.stderr.write(`… and ${hidden} more warnings; "npm run check" lists them all.\n`);
}

/**
 * Leaves out the warnings that were there the time before, so that a build after each save says what the save did. Errors
 * are said until they are mended.
 */
export function createSayOnce(): (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[] {
  let before: ReadonlySet<string> = new Set();
  return (diagnostics) => {
    const said = before;
    const keyed = diagnostics.map((diagnostic) => ({ diagnostic, key: JSON.stringify(diagnostic) }));
    before = new Set(keyed.map(({ key }) => key));
    return keyed.flatMap(({ diagnostic, key }) =>
      diagnostic.severity === 'error' || !said.has(key) ? [diagnostic] : [],
    );
  };
}

/** A source file's text for a code frame; `undefined` when it can't be read. */
export function readSourceText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
