import { setImmediate } from 'node:timers/promises';
import { outputPath } from '../site/link.ts';
import type { PageGroup } from '../site/page-group.ts';
import type { PagePlan } from '../site/page-plan.ts';
import type { OutputPart, OutputRecords } from './output-records.ts';
import { pageKey } from './page-key.ts';

/** The pages of a site, planned as far as it takes to tell which have to be made. */
export interface KeyedPages {
  /** Groups of which all pages are known to be there, as they are to be: none of them was planned. */
  readonly kept: readonly PageGroup[];
  /** The others, by file. */
  readonly pages: ReadonlyMap<string, PagePlan>;
  /** Their keys. */
  readonly keys: Map<string, string>;
  /** All groups as the output's records are to have them. */
  readonly parts: readonly OutputPart[];
}

export interface KeyContext {
  /** Digest of the chrome and of the code that renders. */
  readonly common: string;
  /** What the last build knew of the output, if it can be trusted; parts are kept or opened. */
  readonly records: OutputRecords;
  /** Files that are not there as it left them, or may not be. */
  readonly doubtful: ReadonlySet<string>;
}

/** Groups after which what came from workers meanwhile is looked at: a large site has hundreds. */
const GROUPS_AT_ONCE = 16;

/**
 * Gives pages their keys, but for those of groups that are as they were, and of which all files are known and there: what
 * the last build left is kept.
 */
export async function keyPages(
  groups: readonly PageGroup[],
  { common, records, doubtful }: KeyContext,
): Promise<KeyedPages> {
  const kept: PageGroup[] = [];
  const keys = new Map<string, string>();
  const isThere = (name: string) =>
    doubtful.size === 0 || !records.filesOf(name).some((file) => doubtful.has(file));
  const pages = new Map<string, PagePlan>();
  const parts: OutputPart[] = [];
  for (const [at, group] of groups.entries()) {
    if (at % GROUPS_AT_ONCE === 0) await setImmediate();
    const { name } = group;
    const identity = group.identify();
    const part = { name, ...(identity !== undefined && { identity }) };
    if (identity !== undefined && records.isKnown(name, identity, common) && isThere(name)) {
      records.keep(name);
      kept.push(group);
      parts.push(part);
      continue;
    }
    records.open(name);
    const files: string[] = [];
    for (const page of group.plan()) {
      const file = outputPath(page.url);
      keys.set(file, pageKey(page, common));
      pages.set(file, page);
      files.push(file);
    }
    parts.push({ ...part, files });
  }
  records.openOthers();
  return { kept, pages, keys, parts };
}
