import { takeTop } from '../site/take-top.ts';
import type { LocatedRecord } from './locate-records.ts';
import type { PrepareItem } from './worker-tasks.ts';

/** An article that took long to clean. */
export interface SlowArticle {
  /** Relative to the content folder. */
  readonly file: string;
  /** Whole ms, in one process. */
  readonly ms: number;
}

const MOST_ARTICLES = 10;

/** The articles of this build that took longest, the slowest first; none of those that the store had. */
export function listSlowest(
  items: readonly PrepareItem[],
  located: readonly LocatedRecord[],
): readonly SlowArticle[] {
  const made: SlowArticle[] = [];
  for (let at = 0; at < items.length; at++) {
    const record = located[at]!;
    if (!record.ok || record.result.ms === undefined) continue;
    const { label, source } = items[at]!;
    made.push({ file: label + source.path, ms: Math.round(record.result.ms) });
  }
  return takeTop(made, (a, b) => b.ms - a.ms || (a.file < b.file ? -1 : 1), MOST_ARTICLES);
}
