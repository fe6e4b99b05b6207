import type { Imprint } from './imprint.ts';
import type { Page } from './page.ts';
import { type PageGroup, PlannedGroup } from './page-group.ts';
import { PlannedPage } from './page-plan.ts';
import { listPageUrls } from './pagination.ts';

/** A list on its front and numbered pages, none of which is made yet. */
export interface PagedList {
  /** Of the front. */
  readonly url: string;
  /** Items. */
  readonly count: number;
  /** Adds all that its pages show, but for what `site.yaml` says: its articles, and what they do not decide. */
  readonly imprint: (imprint: Imprint) => void;
  /** Its pages, in the order of `paginate`. */
  readonly list: () => readonly Page[];
}

export interface GroupingContext {
  readonly imprint: Imprint;
  /** Items a numbered page. */
  readonly size: number;
}

/** A group for each list, named by its URL. */
export function groupLists(lists: readonly PagedList[], context: GroupingContext): PageGroup[] {
  return lists.map((list) => groupPages(list.url, [list], context));
}

/** Lists of one page that share a group: most tags and projects have one page, and a record for each would be long. */
const RUN = 64;

/**
 * The same for the lists of a taxonomy in order of first use, which new lists do not change: those of one page share groups
 * with others that were used first at about the same time.
 *
 * @param name - Of the taxonomy.
 */
export function groupInRuns(
  name: string,
  lists: readonly PagedList[],
  context: GroupingContext,
): PageGroup[] {
  const groups: PageGroup[] = [];
  for (let start = 0; start < lists.length; start += RUN) {
    const small: PagedList[] = [];
    for (const list of lists.slice(start, start + RUN)) {
      if (list.count < 2 * context.size) small.push(list);
      else groups.push(groupPages(list.url, [list], context));
    }
    groups.push(groupPages(`${name} ${start / RUN}`, small, context));
  }
  return groups;
}

function groupPages(
  name: string,
  lists: readonly PagedList[],
  { imprint, size }: GroupingContext,
): PageGroup {
  return new PlannedGroup({
    name,
    identify: () => {
      for (const list of lists) list.imprint(imprint.add(list.url));
      return imprint.take();
    },
    urls: () => lists.flatMap(({ url, count }) => listPageUrls(url, count, size)),
    // Their articles and the project's ids decide what sentences they tell.
    plan: () => lists.flatMap(({ list }) => list().map((page) => new PlannedPage(page, 'sentences'))),
  });
}
