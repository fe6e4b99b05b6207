import { setImmediate } from 'node:timers/promises';
import { outputPath, toOutputPath } from '../site/link.ts';
import type { PageGroup } from '../site/page-group.ts';
import type { PagePlan } from '../site/page-plan.ts';
import { pageKey } from './page-key.ts';
import type { GroupRecords, OutputRecord } from './store.ts';

/** The pages of a site, planned as far as it takes to tell which have to be made. */
export interface KeyedPages {
  /** Files of pages that are known to be there, as they are to be: none of them was planned. */
  readonly kept: ReadonlySet<string>;
  /** The others, by file. */
  readonly pages: ReadonlyMap<string, PagePlan>;
  /** Their keys. */
  readonly keys: Map<string, string>;
  /** What the next build is to know of the groups. */
  readonly groups: GroupRecords;
}

export interface KeyContext {
  /** Digest of the chrome and of the code that renders. */
  readonly common: string;
  /** What the last build knew of the groups, if it can be trusted. */
  readonly known: GroupRecords | undefined;
  /** What it knew of the output, as far as that can be trusted. */
  readonly records: ReadonlyMap<string, OutputRecord>;
  /** Of those, the files that are not there as it left them. */
  readonly altered: ReadonlySet<string>;
}

/** Groups after which what came from workers meanwhile is looked at: a large site has hundreds. */
const GROUPS_AT_ONCE = 16;

/**
 * Gives pages their keys, but for those of groups that are as they were, and of which all files are known and there: what
 * the last build left is kept.
 */
export async function keyPages(
  groups: readonly PageGroup[],
  { common, known, records, altered }: KeyContext,
): Promise<KeyedPages> {
  const kept = new Set<string>();
  const keys = new Map<string, string>();
  const pages = new Map<string, PagePlan>();
  const identities = new Map<string, string>();
  const knownIdentities = known?.common === common ? known.identities : undefined;
  for (const [at, group] of groups.entries()) {
    if (at % GROUPS_AT_ONCE === 0) await setImmediate();
    const identity = group.identify();
    if (identity !== undefined) {
      identities.set(group.name, identity);
      if (knownIdentities?.get(group.name) === identity) {
        const files = group.urls().map(toOutputPath);
        if (files.every((file) => records.has(file) && !altered.has(file))) {
          for (const file of files) kept.add(file);
          continue;
        }
      }
    }
    for (const page of group.plan()) {
      const file = outputPath(page.url);
      keys.set(file, pageKey(page, common));
      pages.set(file, page);
    }
  }
  return { kept, pages, keys, groups: { common, identities } };
}
