import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describeIndex } from '../search/describe-index.ts';
import { listSegmentFiles, MANIFEST_PATH, parseManifest, SEGMENTS } from '../search/manifest.ts';
import type { BuildOptions } from './build-options.ts';
import { runBuild } from './run-build.ts';
import { SEARCH_FOLDER } from './search-folder.ts';
import { OutputFolder } from './write-output.ts';

/** A file that an incremental build left otherwise than a clean one makes it. */
export interface Difference {
  /** Relative to the output folder. */
  readonly file: string;
  readonly kind: 'missing' | 'surplus' | 'different';
}

/**
 * Builds the site once more, from nothing and aside, and compares: the law is that there is no difference. Segments of the
 * search index may be others, by the rule in `planSegments`, if only they hold the same.
 *
 * @param options - Of the build to be verified, which has ended.
 * @returns By path.
 */
export async function verifyBuild(options: BuildOptions): Promise<readonly Difference[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-verify-'));
  try {
    const clean = path.join(scratch, 'site');
    await runBuild({ ...options, output: clean, cache: path.join(scratch, 'cache') });
    const present = path.resolve(options.output);
    const differences = compareFolders(present, clean);
    const others = differences.filter(({ file }) => !isOfIndex(file));
    if (others.length === differences.length || !(await isSameIndex(present, clean))) return differences;
    return others;
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

/** Whether a file is one that the rule lets be another. */
function isOfIndex(file: string): boolean {
  return file === SEARCH_FOLDER + MANIFEST_PATH || file.startsWith(`${SEARCH_FOLDER}${SEGMENTS}/`);
}

/** Whether two sites' search indexes hold the same, and the one that is present has no file too many. */
async function isSameIndex(present: string, clean: string): Promise<boolean> {
  try {
    const readIn = (site: string) => (file: string) => readFile(path.join(site, SEARCH_FOLDER, file));
    const [ours, theirs] = await Promise.all([present, clean].map((site) => describeIndex(readIn(site))));
    const { segments } = parseManifest(
      await readFile(path.join(present, SEARCH_FOLDER, MANIFEST_PATH), 'utf8'),
    );
    const named = new Set(segments.flatMap(listSegmentFiles).map((file) => SEARCH_FOLDER + file));
    const there = new OutputFolder(present).list(`${SEARCH_FOLDER}${SEGMENTS}/`);
    return (
      there.length === named.size && there.every((file) => named.has(file)) && isDeepStrictEqual(ours, theirs)
    );
  } catch {
    // Damaged, or files are missing: the list of differences says which.
    return false;
  }
}
