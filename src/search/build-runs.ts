import type { ArticleTerms } from './article-terms.ts';
import { compareUnits } from './collect-words.ts';
import { type KeyRange, PairBlock } from './pair-block.ts';
import { Postings } from './postings.ts';
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
    const writer = new TermRunWriter(base, ordinal - base);
    pairs.push(writer.finish(block.packInto(writer, base)));
    words.push(packWords(wordBlock, base, ordinal - base));
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

function packWords(block: WordBlock, base: number, universe: number): TermRun<string> {
  const writer = new TermRunWriter(base, universe);
  const terms = [...block.keys()].sort(compareUnits);
  const postings = new Postings();
  for (const term of terms) {
    postings.count = 0;
    for (const entry of block.get(term)!) postings.push((entry >>> 2) - base, entry & 3, 1);
    writer.add(postings, 0, postings.count);
  }
  return writer.finish(terms);
}
