/** What the order of articles depends on. Source paths are unique, so both orders are total. */
export interface Dated {
  /** UTC instant, ms. */
  readonly date: number;
  readonly sourcePath: string;
}

/** The order of lists: newest first; of one instant, by source path. */
export function compareNewestFirst(a: Dated, b: Dated): number {
  return b.date - a.date || compareText(a.sourcePath, b.sourcePath);
}

/** The order in which names and URLs are given out: earliest first; of one instant, by source path. */
export function compareFirstPublished(a: Dated, b: Dated): number {
  return a.date - b.date || compareText(a.sourcePath, b.sourcePath);
}

/** By UTF-16 code units: the same on every machine, whatever its locale and ICU. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
