import { outputPath } from '../site/link.ts';
import type { PageGroup } from '../site/page-group.ts';
import type { PagePlan } from '../site/page-plan.ts';
import { pageKey } from './page-key.ts';
import type { GroupRecords, OutputRecord } from './store.ts';

/** The pages of a site with their keys, planned as far as that takes. */
export interface KeyedPages {
  /** By file. */
  readonly keys: Map<string, string>;
  readonly pages: PageLookup;
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
}

/**
 * Gives every page its key. Where a group is as it was, and all its files are known, the keys are those of its files: none
 * of its pages is planned. A file that was not left as the last build noted must not be among the records.
 */
export function keyPages(groups: readonly PageGroup[], { common, known, records }: KeyContext): KeyedPages {
  const keys = new Map<string, string>();
  const pages = new PageLookup();
  const identities = new Map<string, string>();
  const knownIdentities = known?.common === common ? known.identities : undefined;
  for (const group of groups) {
    const identity = group.identify();
    if (identity !== undefined) identities.set(group.name, identity);
    const isKnown = identity !== undefined && knownIdentities?.get(group.name) === identity;
    const files = group.urls().map(outputPath);
    if (isKnown && files.every((file) => records.has(file))) {
      for (const file of files) {
        keys.set(file, records.get(file)!.key);
        pages.addGroup(file, group);
      }
      continue;
    }
    for (const [at, page] of group.plan().entries()) {
      const file = files[at]!;
      keys.set(file, pageKey(page, common));
      pages.add(file, page);
    }
  }
  return { keys, pages, groups: { common, identities } };
}

/** The plans of pages by their files, those of a group made when one of its pages is asked for. */
export class PageLookup {
  readonly #pages = new Map<string, PagePlan | PageGroup>();

  add(file: string, page: PagePlan): void {
    this.#pages.set(file, page);
  }

  addGroup(file: string, group: PageGroup): void {
    this.#pages.set(file, group);
  }

  has(file: string): boolean {
    return this.#pages.has(file);
  }

  /** @throws RangeError when there is no such page. */
  get(file: string): PagePlan {
    const found = this.#pages.get(file);
    if (found === undefined) throw new RangeError(`No page is to be at ${file}`);
    if (!('plan' in found)) return found;
    for (const page of found.plan()) this.#pages.set(outputPath(page.url), page);
    return this.get(file);
  }
}
