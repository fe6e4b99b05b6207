import type { Imprint } from './imprint.ts';
import type { Page } from './page.ts';
import { type PageGroup, PlannedGroup } from './page-group.ts';
import { PlannedPage } from './page-plan.ts';
import { type ListSlice, listPageUrls, paginate } from './pagination.ts';

/** A list on its front and numbered pages, none of which is made yet. */
export interface PagedList {
  /** Of the front. */
  readonly url: string;
  /** Items. */
  readonly count: number;
  /** Adds what all its pages show besides the items and what these decide; what `site.yaml` says need not be added. */
  readonly addSelf: (imprint: Imprint) => void;
  /** Adds what the front shows beyond that. Absent: nothing. */
  readonly addFront?: (imprint: Imprint) => void;
  /** Adds items by index, newest first; `end` is not among them. */
  readonly addItems: (imprint: Imprint, start: number, end: number) => void;
  /** A page. A numbered one shows nothing that items newer than its own decide. */
  readonly makePage: (slice: ListSlice) => Page;
}

export interface GroupingContext {
  readonly imprint: Imprint;
  /** Items a numbered page. */
  readonly size: number;
  /** Numbered pages of a list that share a group. */
  readonly pageRun: number;
}

/** Lists of one page that share a group: most tags and projects have one page, and a record for each would be long. */
const LIST_RUN = 64;

/** The groups of lists, each by itself. */
export function groupLists(lists: readonly PagedList[], context: GroupingContext): PageGroup[] {
  return lists.flatMap((list) => groupPages(list, context));
}

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
  for (let start = 0; start < lists.length; start += LIST_RUN) {
    const fronts: PagedList[] = [];
    for (const list of lists.slice(start, start + LIST_RUN)) {
      if (list.count < 2 * context.size) fronts.push(list);
      else groups.push(...groupPages(list, context));
    }
    groups.push(groupFronts(`${name} ${start / LIST_RUN}`, fronts, context));
  }
  return groups;
}

/** The group of lists that have no other page than their front. */
function groupFronts(
  name: string,
  lists: readonly PagedList[],
  { imprint, size }: GroupingContext,
): PageGroup {
  return new PlannedGroup({
    name,
    identify: () => {
      for (const list of lists) {
        addSelf(list, imprint);
        list.addItems(imprint, 0, list.count);
        list.addFront?.(imprint);
      }
      return imprint.take();
    },
    urls: () => lists.map(({ url }) => url),
    plan: () => lists.flatMap((list) => planSlices(list, paginate(list.url, list.count, size))),
  });
}

/**
 * The groups of a list: the front with the newest numbered pages, then runs of numbered pages, which a new article does not
 * change. What stands for a run stands for all older ones too, since its pages may show what older items decide.
 */
function groupPages(list: PagedList, { imprint, size, pageRun }: GroupingContext): PageGroup[] {
  const { url, count } = list;
  const numbered = Math.max(0, Math.floor(count / size) - 1);
  // The page after a run is a numbered one, or its newest page would have the front after it.
  const runs = Math.max(0, Math.floor((numbered - 1) / pageRun));
  let identities: readonly string[] | undefined;
  let slices: readonly ListSlice[] | undefined;
  let urls: readonly string[] | undefined;
  const cut = (from: number, to: number) => {
    slices ??= paginate(url, count, size);
    return slices.slice(from, to);
  };
  return Array.from({ length: runs + 1 }, (_, at) => {
    const run = runs - at;
    // Among the pages, the front first.
    const from = run === runs ? 0 : numbered + 1 - (run + 1) * pageRun;
    const to = numbered + 1 - run * pageRun;
    return new PlannedGroup({
      name: run === runs ? url : `${url} ${run}`,
      identify: () => {
        identities ??= identifyRuns(list, runs, pageRun * size, imprint);
        return identities[run]!;
      },
      urls: () => {
        urls ??= listPageUrls(url, count, size);
        return urls.slice(from, to);
      },
      plan: () => planSlices(list, cut(from, to)),
    });
  });
}

/** @param items - Of a run. @returns The oldest run first, the front last. */
function identifyRuns(list: PagedList, runs: number, items: number, imprint: Imprint): readonly string[] {
  let past = '';
  return Array.from({ length: runs + 1 }, (_, run) => {
    addSelf(list, imprint.add(past));
    list.addItems(imprint, run === runs ? 0 : list.count - (run + 1) * items, list.count - run * items);
    if (run === runs) list.addFront?.(imprint);
    past = imprint.take();
    return past;
  });
}

function addSelf(list: PagedList, imprint: Imprint): void {
  list.addSelf(imprint.add(list.url));
}

// Their articles and the project's ids decide what sentences they tell.
function planSlices(list: PagedList, slices: readonly ListSlice[]): PlannedPage[] {
  return slices.map((slice) => new PlannedPage(list.makePage(slice), 'sentences'));
}
