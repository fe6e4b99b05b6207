import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuildOptions } from './build-options.ts';
import { runBuild } from './run-build.ts';
import { OutputFolder } from './write-output.ts';

/** A file that an incremental build left otherwise than a clean one makes it. */
export interface Difference {
  /** Relative to the output folder. */
  readonly file: string;
  readonly kind: 'missing' | 'surplus' | 'different';
}

/**
 * Builds the site once more, from nothing and aside, and compares: the law is that there is no difference.
 *
 * @param options - Of the build to be verified, which has ended.
 * @returns By path.
 */
export async function verifyBuild(options: BuildOptions): Promise<readonly Difference[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-verify-'));
  try {
    const clean = path.join(scratch, 'site');
    await runBuild({ ...options, output: clean, cache: path.join(scratch, 'cache') });
    return compareFolders(path.resolve(options.output), clean);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function compareFolders(present: string, clean: string): readonly Difference[] {
  const differences: Difference[] = [];
  const wanted = new Set(new OutputFolder(clean).list());
  for (const file of wanted) {
    const there = path.join(present, file);
    if (!existsSync(there)) differences.push({ file, kind: 'missing' });
    else if (!readFileSync(there).equals(readFileSync(path.join(clean, file))))
      differences.push({ file, kind: 'different' });
  }
  for (const file of new OutputFolder(present).list())
    if (!wanted.has(file)) differences.push({ file, kind: 'surplus' });
  return differences.sort((a, b) => (a.file < b.file ? -1 : 1));
}
