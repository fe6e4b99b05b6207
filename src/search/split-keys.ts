import type { ArticleTerms } from './article-terms.ts';
import type { KeyRange } from './pair-block.ts';
import { pairKey } from './term-shard.ts';

/**
 * Parts all keys of pairs into ranges that hold about as many pairs each, going by some of the documents, so that a large
 * segment can be made of one range after the other in bounded memory. How they are parted does not show in what is made.
 */
export function splitKeys(sample: Iterable<ArticleTerms>, parts: number): KeyRange[] {
  const counts = new Uint32Array(0x10000);
  let total = 0;
  for (const { alphabet, starts } of sample) {
    for (let rank = 0; rank < alphabet.length; rank += 1) {
      const pairs = starts[rank + 1]! - starts[rank]!;
      counts[alphabet[rank]!]! += pairs;
      total += pairs;
    }
  }
  const ranges: KeyRange[] = [];
  let from = 0;
  let passed = 0;
  for (let first = 0; first < 0x10000 && ranges.length < parts - 1; first += 1) {
    passed += counts[first]!;
    if (passed < ((ranges.length + 1) * total) / parts) continue;
    ranges.push({ from, to: pairKey(first + 1, 0) });
    from = pairKey(first + 1, 0);
  }
  return [...ranges, { from, to: pairKey(0x10000, 0) }];
}
