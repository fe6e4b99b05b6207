/**
 * Where an article stands in a list of articles: its index, found by halving.
 *
 * @param list - Newest first, with the article.
 * @param position - The article's: see `SiteArticle`.
 * @param positionOf - An item's article's.
 */
export function findPlace<T>(list: readonly T[], position: number, positionOf: (item: T) => number): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (positionOf(list[middle]!) < position) from = middle + 1;
    else to = middle;
  }
  return from;
}
