import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Builder, OutputKind } from '../builders/builder.ts';

/** What lies in an output folder. */
export interface OutputCount {
  readonly files: number;
  readonly bytes: number;
  readonly kinds: { readonly [kind in OutputKind]?: number };
  /** Files modified at or after the instant that was asked for. */
  readonly written: number;
}

/** The kind of a file, by its path relative to the output folder. */
export function classifyFile(path: string, kinds: Builder['kinds']): OutputKind {
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
}

/** @param since - Ms since the epoch. */
export function countOutput(folder: string, kinds: Builder['kinds'], since: number): OutputCount {
  const counts: { [kind in OutputKind]?: number } = {};
  let files = 0;
  let bytes = 0;
  let written = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const absolute = path.join(entry.parentPath, entry.name);
    const { size, mtimeMs } = statSync(absolute);
    const kind = classifyFile(path.relative(folder, absolute).split(path.sep).join('/'), kinds);
    counts[kind] = (counts[kind] ?? 0) + 1;
    files += 1;
    bytes += size;
    if (mtimeMs >= since) written += 1;
  }
  return { files, bytes, kinds: counts, written };
}
