import { createRandom } from '../corpus/random.ts';
import type { SearchCorpus } from './search-corpus.ts';

/** What a reader types who has seen something in an article: ideographs and digits in a row. */
const TYPED = /[\p{Script=Han}\d]{6,}/gu;

/**
 * Queries that are drawn from the articles, each a part of what is written in one of them.
 *
 * @param least - In characters. @param most - In characters, at most 6.
 */
export function drawQueries(
  corpus: SearchCorpus,
  count: number,
  { least, most, seed }: { readonly least: number; readonly most: number; readonly seed: number },
): string[] {
  const queries = new Set<string>();
  for (let round = 0; queries.size < count; round += 1) {
    const random = createRandom(seed, round);
    const runs = corpus.documentOf(random.integer(0, corpus.size - 1)).text.match(TYPED);
    if (runs === null) continue;
    const run = random.pick(runs);
    const length = random.integer(least, most);
    const start = random.integer(0, run.length - length);
    queries.add(run.slice(start, start + length));
  }
  return [...queries];
}
