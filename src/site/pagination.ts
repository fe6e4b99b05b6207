/** A page of a list. Indices count the list's items, newest first. */
export interface ListSlice {
  /** Absent on the front. */
  readonly pageNumber?: number;
  /** Site-relative. */
  readonly url: string;
  /** First item, inclusive. */
  readonly start: number;
  /** Last item, exclusive. */
  readonly end: number;
  /** The next newer page's number, or the front. Absent on the front. */
  readonly newer?: PageReference;
  readonly older?: PageReference;
}

export interface PageReference {
  /** Absent: the front. */
  readonly pageNumber?: number;
  readonly url: string;
}

/**
 * Cuts a list into a front, which shows the newest, and pages numbered from the oldest, each of which holds the same items
 * for ever. The front has `size` to `2 * size - 1` items, or all of them when there are fewer; a page splits off from it
 * once the front would hold twice the size. So one new item changes the front alone, or, when a page splits off, the
 * front, that page and the one before it.
 *
 * @param url - The list's own, ending in `/`.
 * @param count - Items in the list.
 * @param size - Items a numbered page, at least 1.
 * @returns The front, then the numbered pages from the newest to page 1.
 */
export function paginate(url: string, count: number, size: number): readonly ListSlice[] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`A page of ${size} items`);
  const last = countNumbered(count, size);
  const refer = (pageNumber: number): PageReference =>
    pageNumber > last ? { url } : { pageNumber, url: urlOf(url, pageNumber) };
  const slices: ListSlice[] = [
    { url, start: 0, end: count - last * size, ...(last > 0 && { older: refer(last) }) },
  ];
  for (let pageNumber = last; pageNumber >= 1; pageNumber--) {
    const end = count - (pageNumber - 1) * size;
    slices.push({
      ...refer(pageNumber),
      start: end - size,
      end,
      newer: refer(pageNumber + 1),
      ...(pageNumber > 1 && { older: refer(pageNumber - 1) }),
    });
  }
  return slices;
}

/** The URLs of the same pages, in the same order. */
export function listPageUrls(url: string, count: number, size: number): string[] {
  const urls = [url];
  for (let pageNumber = countNumbered(count, size); pageNumber >= 1; pageNumber--)
    urls.push(urlOf(url, pageNumber));
  return urls;
}

function countNumbered(count: number, size: number): number {
  return Math.max(0, Math.floor(count / size) - 1);
}

function urlOf(url: string, pageNumber: number): string {
  return `${url}page/${pageNumber}/`;
}
