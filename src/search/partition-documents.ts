/** As few documents are one segment, however they are parted. */
const LEAST_SEGMENT = 32;

/** Of a run of documents, the oldest are one segment: a whole number of steps, between four and seven. */
const STEPS_BITS = 2;

/** Newest documents that are ranked together at least, unless there are fewer. */
const LEAST_WINDOW = 2048;

/**
 * Parts documents, counted from the oldest, into segments. It depends on their number alone, and a new document changes only
 * the last segment, but for once in 32 times the last but one, and so on: as in a counter, the greater digits seldom
 * change. A segment is rewritten four to seven times while it grows by its own size, and there are few of them: 5 for
 * 100,000 documents.
 *
 * @returns Sizes, the oldest segment first.
 */
export function partitionDocuments(count: number): number[] {
  const sizes: number[] = [];
  let rest = count;
  while (rest > LEAST_SEGMENT) {
    const step = segmentStep(rest);
    const size = rest - (rest % step);
    sizes.push(size);
    rest -= size;
  }
  if (rest > 0) sizes.push(rest);
  return sizes;
}

/** By how many documents the oldest segment grows, when there are as many. */
export function segmentStep(count: number): number {
  return 2 ** Math.max(0, 31 - Math.clz32(count) - STEPS_BITS);
}

/**
 * Parts documents, counted from the newest, into windows: results are ranked within one, and all of a newer window come
 * before those of an older one. First whatever is newer than the great old segment, so that its results need not wait for
 * that; then each window four times the one before.
 *
 * @returns How many documents there are up to the end of each window, ascending; the last is `count`.
 */
export function planWindows(count: number): number[] {
  if (count <= LEAST_WINDOW) return count === 0 ? [] : [count];
  const ends: number[] = [];
  const recent = count - partitionDocuments(count)[0]!;
  if (recent > 0) ends.push(recent);
  let end = recent;
  for (let size = LEAST_WINDOW; end < count; size *= 4) {
    end = Math.min(count, end + size);
    ends.push(end);
  }
  return ends;
}
