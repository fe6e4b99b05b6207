import type { ArticleTerms } from './article-terms.ts';
import { compareUnits } from './collect-words.ts';
import { GREATEST_FOLLOWER_WIDTH } from './follower-bit.ts';
import { type KeyRange, PairBlock, type PairEntries } from './pair-block.ts';
import { Postings, plainShape } from './postings.ts';
import { type TermRun, TermRunWriter } from './term-run.ts';

/** Pairs held unsorted at a time: about 40 MB with what sorting takes. */
const BLOCK_ENTRIES = 1_500_000;

export interface Runs {
  readonly pairs: readonly TermRun<number>[];
  readonly words: readonly TermRun<string>[];
}

/**
 * Turns documents, one after the other, into sorted runs.
 *
 * @param documents - Their terms, in the order of their ordinals.
 * @param range - Pairs to take in.
 * @param hasWords - Whether to take in words.
 */
export function buildRuns(documents: Iterable<ArticleTerms>, range: KeyRange, hasWords: boolean): Runs {
  const pairs: TermRun<number>[] = [];
  const words: TermRun<string>[] = [];
  const block = new PairBlock(range);
  let wordBlock: WordBlock = new Map();
  let base = 0;
  let ordinal = 0;
  const finishBlock = () => {
    pairs.push(packPairs(block.sort(), base, ordinal - base));
    words.push(packWords(wordBlock, base, ordinal - base));
    block.clear();
    wordBlock = new Map();
    base = ordinal;
  };
  for (const terms of documents) {
    block.add(ordinal, terms);
    if (hasWords) addWords(wordBlock, ordinal, terms);
    ordinal += 1;
    if (block.count >= BLOCK_ENTRIES) finishBlock();
  }
  if (ordinal > base) finishBlock();
  return { pairs, words };
}

/** From word to the documents that have it: ordinals, with `Field` bits in the lowest two bits. */
type WordBlock = Map<string, number[]>;

function addWords(block: WordBlock, ordinal: number, { words, wordFields }: ArticleTerms): void {
  for (const [at, word] of words.entries()) {
    const documents = block.get(word);
    const entry = ordinal * 4 + wordFields[at]!;
    if (documents === undefined) block.set(word, [entry]);
    else documents.push(entry);
  }
}

function packPairs(
  { keys, documents, followers }: PairEntries,
  base: number,
  universe: number,
): TermRun<number> {
  const writer = new TermRunWriter(base, { universe, followerWidth: () => GREATEST_FOLLOWER_WIDTH });
  const terms: number[] = [];
  const postings = new Postings();
  for (let start = 0; start < keys.length; ) {
    const key = keys[start]!;
    postings.count = 0;
    for (; start < keys.length && keys[start] === key; start += 1) {
      const entry = documents[start]!;
      postings.push((entry >>> 2) - base, entry & 3, followers[start]!);
    }
    writer.add(postings);
    terms.push(key);
  }
  return writer.finish(Uint32Array.from(terms));
}

function packWords(block: WordBlock, base: number, universe: number): TermRun<string> {
  const writer = new TermRunWriter(base, plainShape(universe));
  const terms = [...block.keys()].sort(compareUnits);
  const postings = new Postings();
  for (const term of terms) {
    postings.count = 0;
    for (const entry of block.get(term)!) postings.push((entry >>> 2) - base, entry & 3, 1);
    writer.add(postings);
  }
  return writer.finish(terms);
}
