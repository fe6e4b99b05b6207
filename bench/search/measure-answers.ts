import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SearchIndex } from '../../src/search/search-index.ts';
import type { SearchCorpus } from './search-corpus.ts';

export interface Answers {
  readonly queries: number;
  /** Of the articles that have a query in them, the share that is found. */
  readonly recall: number;
  /** Of the first 20 results of each query, the share that has it. */
  readonly precision: number;
}

const FIRST = 20;

/** Whoever waits is told each time as many ms have gone by. */
const SAY_EVERY = 5000;

/** Asks an index, and looks for each query in every article with `String.includes`. */
export async function measureAnswers(
  corpus: SearchCorpus,
  folder: string,
  { queries, say }: { readonly queries: readonly string[]; readonly say: (line: string) => void },
): Promise<Answers> {
  const tell = sayNowAndThen(say);
  const truth = findWithIncludes(corpus, queries, tell);
  const index = new SearchIndex({
    readFile: (file) => readFile(path.join(folder, file)),
    readArticle: async (url) => corpus.textOf(corpus.placeOf(url)),
  });
  let [found, wanted, right, shown] = [0, 0, 0, 0];
  for (const [at, query] of queries.entries()) {
    const expected = truth[at]!;
    tell(`${at} of ${queries.length} queries asked`);
    const places: number[] = [];
    for await (const event of index.search(query)) {
      if (event.kind === 'result') places.push(corpus.placeOf(event.result.url));
    }
    found += places.filter((place) => expected.has(place)).length;
    wanted += expected.size;
    right += places.slice(0, FIRST).filter((place) => expected.has(place)).length;
    shown += Math.min(FIRST, places.length);
  }
  return { queries: queries.length, recall: found / wanted, precision: right / shown };
}

/** The places of the articles that have each query in title or body. */
function findWithIncludes(
  corpus: SearchCorpus,
  queries: readonly string[],
  tell: (line: string) => void,
): Set<number>[] {
  const truth = queries.map(() => new Set<number>());
  for (let place = 0; place < corpus.size; place += 1) {
    if (place % 1000 === 0) tell(`${place} of ${corpus.size} articles looked through`);
    const { title, text } = corpus.documentOf(place);
    for (const [at, query] of queries.entries())
      if (title.includes(query) || text.includes(query)) truth[at]!.add(place);
  }
  return truth;
}

/** Says a line, but for those that come too soon after another. */
function sayNowAndThen(say: (line: string) => void): (line: string) => void {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < SAY_EVERY) return;
    last = Date.now();
    say(`  ${line}`);
  };
}
