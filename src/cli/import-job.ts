import path from 'node:path';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { FetchLimits } from '../network/fetch-guarded.ts';
import type { ShelfOptions } from './article-shelf.ts';
import { formatDiagnostic } from './format-diagnostic.ts';
import type { ImportTally } from './import-tally.ts';

/** What every import is told. */
export interface ImportJob {
  /** The content folder, absolute. */
  readonly content: string;
  readonly config: SiteConfig;
  readonly shelf: ShelfOptions;
  readonly limits: FetchLimits;
  readonly allowPrivate: boolean;
  /** Name only sources and faults. */
  readonly quiet: boolean;
}

/** What became of one source. */
export interface ImportOutcome {
  /** The source as the user named it. */
  readonly name: string;
  /** Whether it could be read at all. */
  readonly ok: boolean;
  readonly tally: ImportTally;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tells what became of a source: faults to standard error, the rest to standard output.
 *
 * @returns Whether all of it was imported.
 */
export function tellOutcome(
  { name, ok, tally, diagnostics }: ImportOutcome,
  { quiet, shelf }: ImportJob,
): boolean {
  const colors = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
  for (const diagnostic of diagnostics)
    process.stderr.write(`${formatDiagnostic(diagnostic, { format: 'pretty', colors })}\n`);
  const would = shelf.dryRun ? 'would be ' : '';
  process.stdout.write(`${name}: ${ok ? would + tally.describe() : 'failed'}\n`);
  if (!quiet) {
    for (const { outcome, file } of tally.files)
      process.stdout.write(`  ${outcome.padEnd(8)} ${path.relative('', file)}\n`);
  }
  return ok && !diagnostics.some(({ severity }) => severity === 'error');
}
