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
 * The dates are read once: asked for them at each comparison, a summary from a store decodes them some twenty times.
 */
export function sortFirstPublished<T extends Dated>(items: readonly T[]): T[] {
  const dates = Float64Array.from(items, ({ date }) => date);
  const order = Uint32Array.from(items.keys()).sort(
    (a, b) => dates[a]! - dates[b]! || compareText(items[a]!.sourcePath, items[b]!.sourcePath),
  );
  return Array.from(order, (index) => items[index]!);
}

/**
 * From the order of `compareFirstPublished` to that of lists: newest first; of one instant, by source path as well, so that
 * those keep their order.
 */
export function toNewestFirst<T extends Dated>(firstPublished: readonly T[]): T[] {
  const sorted: T[] = [];
  for (let end = firstPublished.length; end > 0; ) {
    const { date } = firstPublished[end - 1]!;
    let start = end - 1;
    while (start > 0 && firstPublished[start - 1]!.date === date) start--;
    for (let at = start; at < end; at++) sorted.push(firstPublished[at]!);
    end = start;
  }
  return sorted;
}

/** By UTF-16 code units: the same on every machine, whatever its locale and ICU. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
