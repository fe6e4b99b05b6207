/**
 * The first few of a list in an order, without sorting all of it: lists are long, and few are shown.
 *
 * @param compare - Total: no two items are equal in it, so that the result does not depend on the list's order.
 * @param limit - At least 0.
 */
export function takeTop<T>(items: Iterable<T>, compare: (a: T, b: T) => number, limit: number): T[] {
  const top: T[] = [];
  for (const item of items) {
    if (top.length === limit && (limit === 0 || compare(item, top[limit - 1]!) >= 0)) continue;
    let at = top.length;
    while (at > 0 && compare(item, top[at - 1]!) < 0) at--;
    top.splice(at, 0, item);
    if (top.length > limit) top.pop();
  }
  return top;
}
