import type { FeedEntry } from './feed-entry.ts';

/** Readers and crawlers give up on larger feeds. */
export const MAX_FEED_BYTES = 512 * 1024;

/**
 * Renders a feed so that it stays within a size: the bodies of the oldest entries give way to their summaries first, then
 * the oldest entries altogether.
 *
 * @param entries - Newest first.
 * @param maxBytes - Of UTF-8.
 */
export function fitFeed(
  entries: readonly FeedEntry[],
  render: (entries: readonly FeedEntry[]) => string,
  maxBytes: number = MAX_FEED_BYTES,
): string {
  let kept = entries;
  let rendered = render(kept);
  for (
    let excess = bytesOf(rendered) - maxBytes;
    excess > 0 && kept.length > 0;
    excess = bytesOf(rendered) - maxBytes
  ) {
    kept = kept.some(({ html }) => html !== undefined) ? dropBodies(kept, excess) : kept.slice(0, -1);
    rendered = render(kept);
  }
  return rendered;
}

/** Takes bodies from the oldest on until the excess is gone, as far as can be told before they are escaped. */
function dropBodies(entries: readonly FeedEntry[], excess: number): readonly FeedEntry[] {
  let rest = excess;
  return entries
    .toReversed()
    .map((entry) => {
      if (rest <= 0 || entry.html === undefined) return entry;
      rest -= bytesOf(entry.html);
      const { html: _html, ...kept } = entry;
      return kept;
    })
    .reverse();
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
