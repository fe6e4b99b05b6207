import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { listPageUrls, paginate } from '../../src/site/pagination.ts';

/** What each page shows, items named from the oldest, so that a name never changes. */
function pagesOf(count: number, size: number): Map<string, string> {
  const items = Array.from({ length: count }, (_, index) => count - index);
  return new Map(
    paginate('/x/', count, size).map(({ url, start, end, newer, older }) => [
      url,
      JSON.stringify({ items: items.slice(start, end), newer: newer?.url, older: older?.url }),
    ]),
  );
}

describe('paginate', () => {
  it('shows a short list on its front alone', () => {
    assert.deepEqual(paginate('/x/', 5, 3), [{ url: '/x/', start: 0, end: 5 }]);
  });

  it('has a front for an empty list', () => {
    assert.deepEqual(paginate('/x/', 0, 3), [{ url: '/x/', start: 0, end: 0 }]);
  });

  it('splits the oldest off once the front would hold twice the size', () => {
    assert.deepEqual(paginate('/x/', 6, 3), [
      { url: '/x/', start: 0, end: 3, older: { pageNumber: 1, url: '/x/page/1/' } },
      { url: '/x/page/1/', pageNumber: 1, start: 3, end: 6, newer: { url: '/x/' } },
    ]);
  });

  it('numbers pages from the oldest', () => {
    const [front, second, first] = paginate('/x/', 11, 3);
    assert.deepEqual([front!.start, front!.end, front!.older!.url], [0, 5, '/x/page/2/']);
    assert.deepEqual(
      [second!.start, second!.end, second!.newer!.url, second!.older!.url],
      [5, 8, '/x/', '/x/page/1/'],
    );
    assert.deepEqual(
      [first!.start, first!.end, first!.newer!.url, first!.older],
      [8, 11, '/x/page/2/', undefined],
    );
  });

  it('shows every item once', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 40 }), (count, size) => {
        const shown = paginate('/x/', count, size).map(({ start, end }) => [start, end] as const);
        assert.equal(shown[0]![0], 0);
        assert.equal(shown.at(-1)![1], count);
        for (const [index, [start]] of shown.entries())
          if (index > 0) assert.equal(start, shown[index - 1]![1]);
        assert.ok(shown[0]![1] < 2 * size);
        assert.ok(shown[0]![1] >= Math.min(count, size));
      }),
    );
  });

  it('changes the front alone for a new item, or also the page that splits off and the one before it', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 40 }), (count, size) => {
        const before = pagesOf(count, size);
        const after = pagesOf(count + 1, size);
        const changed = [...after].filter(([url, page]) => before.get(url) !== page).map(([url]) => url);
        const last = after.size - 1;
        const expected =
          after.size === before.size
            ? ['/x/']
            : ['/x/', `/x/page/${last}/`, ...(last > 1 ? [`/x/page/${last - 1}/`] : [])];
        assert.deepEqual(changed, expected);
        assert.ok([...before.keys()].every((url) => after.has(url)));
      }),
    );
  });

  it('refuses a page of no items', () => {
    assert.throws(() => paginate('/x/', 5, 0), RangeError);
  });
});

describe('listPageUrls', () => {
  it('lists the URLs that paginate gives out', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 12 }), (count, size) => {
        assert.deepEqual(
          listPageUrls('/x/', count, size),
          paginate('/x/', count, size).map(({ url }) => url),
        );
      }),
    );
  });
});
