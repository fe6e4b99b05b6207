import { dict } from '@node-rs/jieba/dict.js';
import { mix, type Random } from './random.ts';

/** What a place in a sentence asks for. */
export type WordClass = 'noun' | 'verb' | 'adjective' | 'adverb' | 'place' | 'time';

/** Common words of one class with how often each is used, so that a few words make up most of a text, as in any language. */
export interface WordPool {
  readonly words: readonly string[];
  /** Share of the text that the words up to and including this one make up; ascending, the last is 1. */
  readonly cumulative: Float64Array;
}

export type Vocabulary = Readonly<Record<WordClass, WordPool>>;

/** Tags of the dictionary (ICTCLAS) and how many of the commonest words of each class are taken. */
const CLASSES: Readonly<Record<WordClass, { readonly tags: readonly string[]; readonly size: number }>> =
  Object.freeze({
    noun: { tags: ['n', 'vn'], size: 3000 },
    verb: { tags: ['v'], size: 1800 },
    adjective: { tags: ['a', 'b'], size: 500 },
    adverb: { tags: ['d'], size: 160 },
    place: { tags: ['ns'], size: 220 },
    time: { tags: ['t'], size: 120 },
  });

/** Two to four Han characters; single ones would run together into other words. */
const WORD = /^\p{Script=Han}{2,4}$/u;

/** The dictionary was counted on old newspapers and novels: words of war, courts and politics stay out of a benchmark. */
const UNWANTED =
  /[党毛军战敌杀死血匪奸淫妓罪尸枪炮兵将帝皇奴侵诏旅]|革命|阶级|斗争|领袖|主席|政治|政体|主权|天安门|石首|营长|中央|委员/;

let cached: Vocabulary | undefined;

/**
 * A few thousand common words, from the dictionary that comes with jieba: real words with real frequencies, so that the
 * n-grams of a corpus are spread as in real text. They change when that package's version does, and at no other time.
 */
export function loadVocabulary(): Vocabulary {
  cached ??= readVocabulary(new TextDecoder().decode(dict));
  return cached;
}

function readVocabulary(dictionary: string): Vocabulary {
  const entries: Record<WordClass, [word: string, frequency: number][]> = {
    noun: [],
    verb: [],
    adjective: [],
    adverb: [],
    place: [],
    time: [],
  };
  const classByTag = new Map(
    Object.entries(CLASSES).flatMap(([name, { tags }]) =>
      tags.map((tag) => [tag, name as WordClass] as const),
    ),
  );
  for (const line of dictionary.split('\n')) {
    const [word = '', frequency = '', tag = ''] = line.split(' ');
    const name = classByTag.get(tag.trim());
    if (name !== undefined && WORD.test(word) && !UNWANTED.test(word))
      entries[name].push([word, Number(frequency)]);
  }
  const names = Object.keys(CLASSES) as WordClass[];
  return Object.fromEntries(
    names.map((name) => [name, makePool(entries[name], CLASSES[name].size)]),
  ) as Vocabulary;
}

function makePool(entries: readonly [string, number][], size: number): WordPool {
  const commonest = entries.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, size);
  const total = commonest.reduce((sum, [, frequency]) => sum + frequency, 0);
  const cumulative = new Float64Array(commonest.length);
  let sum = 0;
  for (const [index, [, frequency]] of commonest.entries()) {
    sum += frequency;
    cumulative[index] = sum / total;
  }
  return { words: commonest.map(([word]) => word), cumulative };
}

/**
 * The word of a pool at a share of the text.
 *
 * @param share - At least 0, below 1: a random one gives each word as often as it is used.
 */
export function wordAt({ words, cumulative }: WordPool, share: number): string {
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle]! > share) high = middle;
    else low = middle + 1;
  }
  return words[low]!;
}

/** How many words each word likes to have after it. */
const COMPANIONS = 12;

/**
 * One of the words that often follow another. Text in which any word follows any other has far more distinct bigrams
 * than people write; here each word keeps a dozen companions.
 */
export function companionOf(word: string, pool: WordPool, random: Random): string {
  const key = Math.imul(word.codePointAt(0)!, 31) + word.codePointAt(word.length - 1)!;
  return wordAt(pool, mix(Math.imul(key, COMPANIONS) + random.integer(0, COMPANIONS - 1)) / 2 ** 32);
}
