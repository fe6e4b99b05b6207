/** What the order of articles depends on. Source paths are unique, so the order is total. */
export interface Dated {
  /** UTC instant, ms. */
  readonly date: number;
  readonly sourcePath: string;
}

/** The order in which names and URLs are given out: earliest first; of one instant, by source path. */
export function compareFirstPublished(a: Dated, b: Dated): number {
  return a.date - b.date || compareText(a.sourcePath, b.sourcePath);
}

/**
 * Puts things in the order of `compareFirstPublished`.
 *
 * Numbers alone are sorted in a tenth of the time that it takes to compare things; each then finds its place by halving.
 */
export function sortFirstPublished<T extends Dated>(items: readonly T[]): T[] {
  const dates = readDates(items);
  const ascending = dates.toSorted();
  /** Where those of an instant begin: how many of them have found their place. */
  const placed = new Uint32Array(items.length);
  const order = new Uint32Array(items.length);
  for (let index = 0; index < items.length; index++) {
    const start = findFirst(ascending, dates[index]!);
    order[start + placed[start]!++] = index;
  }
  for (let start = 0; start < items.length; start += placed[start]!) {
    if (placed[start]! < 2) continue;
    order
      .subarray(start, start + placed[start]!)
      .sort((a, b) => compareText(items[a]!.sourcePath, items[b]!.sourcePath));
  }
  return pick(items, order);
}

/**
 * From the order of `compareFirstPublished` to that of lists: newest first; of one instant, by source path as well, so that
 * those keep their order.
 *
 * @returns Indices of the items.
 */
export function orderNewestFirst(firstPublished: readonly Pick<Dated, 'date'>[]): Uint32Array {
  const dates = readDates(firstPublished);
  const order = new Uint32Array(dates.length);
  let position = 0;
  for (let end = dates.length; end > 0; ) {
    let start = end - 1;
    while (start > 0 && dates[start - 1] === dates[end - 1]) start--;
    for (let at = start; at < end; at++) order[position++] = at;
    end = start;
  }
  return order;
}

function readDates(items: readonly Pick<Dated, 'date'>[]): Float64Array {
  const dates = new Float64Array(items.length);
  for (let index = 0; index < items.length; index++) dates[index] = items[index]!.date;
  return dates;
}

/** Index of the first number that is not below another one, which is among them. */
function findFirst(ascending: Float64Array, number: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

function pick<T>(items: readonly T[], order: Uint32Array): T[] {
  const picked = new Array<T>(order.length);
  for (let at = 0; at < order.length; at++) picked[at] = items[order[at]!]!;
  return picked;
}

/** By UTF-16 code units: the same on every machine, whatever its locale and ICU. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
