import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildReport } from './build-report.ts';

/**
 * What is remembered of one build, for people who want to see how builds go over time. It lies beside the store, not in
 * it, since it holds times; nothing that is published is made of it.
 */
export interface BuildRecord {
  /** When it ended, UTC, in ms. */
  readonly at: number;
  /** The commit it was made of, where CI tells. */
  readonly commit?: string;
  readonly articles: BuildReport['articles'];
  readonly pages: BuildReport['pages'];
  readonly reused: number;
  readonly durationMs: BuildReport['durationMs'];
  readonly peakMemoryBytes: number;
  readonly files: number;
  readonly bytes: number;
}

/** More would not be looked at, and is dropped from the front: some 100 kB. */
const MOST_BUILDS = 200;

/** The history's own file in a cache folder: a build a line, in JSON, the oldest first. */
export function historyFile(cacheFolder: string): string {
  return path.join(cacheFolder, 'builds.jsonl');
}

/** Adds a build to the history. Of two that end at the same moment one may be missing; the file is always whole. */
export function recordBuild(
  cacheFolder: string,
  report: BuildReport,
  { at, commit }: Pick<BuildRecord, 'at' | 'commit'>,
): void {
  const { articles, pages, reused, durationMs, peakMemoryBytes, site } = report;
  const record: BuildRecord = {
    at,
    ...(commit === undefined ? {} : { commit }),
    articles,
    pages,
    reused,
    durationMs,
    peakMemoryBytes,
    files: site.files,
    bytes: site.bytes,
  };
  const records = [...readHistory(cacheFolder), record].slice(-MOST_BUILDS);
  mkdirSync(cacheFolder, { recursive: true });
  const temporary = `${historyFile(cacheFolder)}.${process.pid}`;
  writeFileSync(temporary, records.map((one) => `${JSON.stringify(one)}\n`).join(''));
  renameSync(temporary, historyFile(cacheFolder));
}

/** The builds that are remembered, the oldest first. A line that is damaged is left out. */
export function readHistory(cacheFolder: string): readonly BuildRecord[] {
  return readLines(historyFile(cacheFolder)).flatMap((line) => {
    const record = readRecord(line);
    return record === undefined ? [] : [record];
  });
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readRecord(line: string): BuildRecord | undefined {
  try {
    const record = JSON.parse(line) as Partial<BuildRecord> | null;
    const isWhole =
      typeof record?.at === 'number' &&
      typeof record.articles?.read === 'number' &&
      typeof record.pages?.written === 'number' &&
      typeof record.durationMs === 'object';
    return isWhole ? (record as BuildRecord) : undefined;
  } catch {
    return undefined;
  }
}
