import { createRequire } from 'node:module';
import { type DictionaryWord, openDictionary, type PairWords } from './project-dictionary.ts';
import { everydayNames, newsVocabulary, youngWords } from './project-everyday-words.ts';
import { knownCompanies, knownMedia, knownProducts, knownWorks } from './project-known-names.ts';

/** A word as the dictionary has it. */
export interface Word {
  readonly text: string;
  /** Occurrences in the corpus that jieba counted, at least 1; less for what it never counted. */
  readonly frequency: number;
  /** jieba's part of speech (ICTCLAS letters): `n` noun, `v` verb, `nz` other proper noun, `nr` person, ... */
  readonly tag: string;
  /** The word's probability, e^7 times as large for each of its UTF-16 code units: products of it stay within a number. */
  readonly scaled: number;
}

/** How a name is known. `everyday`: a known name that is a word first. `work`: a film, show or book. */
export type KnownKind = 'company' | 'media' | 'product' | 'everyday' | 'work';

/** jieba's dictionary with our names and young words laid over it. Constant to its user. */
export interface Lexicon {
  find(word: string): Word | undefined;
  /** The character at a position of a text as a word of its own, whether or not a dictionary counts it as one. */
  characterAt(text: string, position: number): Word;
  /** The words that begin with the two or three characters at a position: longer ones may go on otherwise than the text. */
  candidatesAt(text: string, position: number): readonly Word[];
  /** How a well-known name is known, whatever its case; absent: it is on no list of ours. */
  known(name: string): KnownKind | undefined;
  /** Whether the word is of the vocabulary of business news. */
  isTradeWord(word: string): boolean;
}

/** Sum of all frequencies of the dictionary of @node-rs/jieba 2.0.3: what makes a frequency a probability. */
export const corpusSize = 60_101_964;

/** Of a character or name that no dictionary counts: less likely than the rarest word. */
const unseenFrequency = 0.5;

/**
 * Frequencies for the names and words of ours that jieba lacks: those of words that are neither rare nor common. A name
 * that outweighed the two words it may be cut from (秒拍 in 30秒拍下) would never be seen to be cut.
 */
const nameFrequency = 60;
const youngFrequency = 300;

/** About the weight that a character of running text costs, so that scaled probabilities neither vanish nor overflow. */
const scale = 7;

/** Pairs of characters whose words are held parsed: some tens of megabytes at most. */
const heldPairs = 200_000;

const none: readonly Word[] = Object.freeze([]);

let shared: Lexicon | undefined;

/**
 * The lexicon of this process, opened when first asked for, so that a body without project-links never pays for it. It is
 * a constant of the program, as a module's data is: loading it is no I/O of a caller's concern.
 */
export function openLexicon(): Lexicon {
  if (shared === undefined) {
    const require = createRequire(import.meta.url);
    const { dict } = require('@node-rs/jieba/dict.js') as { dict: Buffer };
    shared = createLexicon(dict);
  }
  return shared;
}

/**
 * A lexicon over a dictionary of ours or of jieba's, in lines of `word frequency tag`, sorted by bytes.
 *
 * @param forgotten - Names to leave out of our lists, folded to lower case: how well a name is judged that nobody listed.
 */
export function createLexicon(lines: Buffer, forgotten: ReadonlySet<string> = new Set()): Lexicon {
  const dictionary = openDictionary(lines);
  const known = indexKnownNames(forgotten);
  const overlay = indexOverlay(known);
  const trade: ReadonlySet<string> = new Set(newsVocabulary);
  // By UTF-16 code units in one 32-bit integer: looked up without making a string for each position of each text.
  const pairs = new Map<number, Pair>();
  const characters = new Map<number, Word>();
  const candidatesAt = (text: string, position: number): readonly Word[] => {
    if (position + 1 >= text.length) return none;
    const first = text.charCodeAt(position);
    const second = text.charCodeAt(position + 1);
    const key = pairKey(first, second);
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = readPair(dictionary.findPair(first, second), overlay.get(key));
      if (pairs.size >= heldPairs) pairs.clear();
      pairs.set(key, pair);
    }
    return pair.candidates(text.charCodeAt(position + 2));
  };
  const characterAt = (text: string, position: number): Word => {
    const code = text.charCodeAt(position);
    let word = characters.get(code);
    if (word === undefined) {
      const found = dictionary.findCharacter(code);
      word = found === undefined ? createUnseenWord(text.charAt(position)) : createWord(found);
      characters.set(code, word);
    }
    return word;
  };
  return {
    candidatesAt,
    characterAt,
    find: (text) => {
      if (text.length > 1) return candidatesAt(text, 0).find((word) => word.text === text);
      const word = text === '' ? undefined : characterAt(text, 0);
      return word === undefined || word.frequency < 1 ? undefined : word;
    },
    known: (name) => known.get(name.toLowerCase()),
    isTradeWord: (word) => trade.has(word),
  };
}

function pairKey(first: number, second: number): number {
  return (first << 16) | second;
}

/** The words that begin with two characters, each made when a text may go on to it: hundreds begin with 中国. */
class Pair {
  readonly #found: PairWords | undefined;
  readonly #ours: readonly Word[];
  readonly #alone: readonly Word[];
  /** By third characters; null: not made yet. */
  readonly #byThird = new Map<number, readonly Word[] | null>();

  constructor(found: PairWords | undefined, ours: readonly Word[]) {
    this.#found = found;
    this.#ours = ours;
    this.#alone = layOver(
      found?.alone ?? none,
      ours.filter(({ text }) => text.length === 2),
    );
    for (const third of found?.thirds ?? []) this.#byThird.set(third, null);
    for (const { text } of ours) if (text.length > 2) this.#byThird.set(text.charCodeAt(2), null);
  }

  /** The pair itself and all words that go on with a third character, NaN for none. */
  candidates(third: number): readonly Word[] {
    const known = this.#byThird.get(third);
    // Most texts go on in a way that no word does.
    if (known === undefined) return this.#alone;
    if (known !== null) return known;
    const ours = this.#ours.filter(({ text }) => text.charCodeAt(2) === third);
    const longer = layOver(this.#found?.goingOn(third) ?? none, ours);
    const words = [...this.#alone, ...longer];
    this.#byThird.set(third, words);
    return words;
  }
}

/** Most pairs of characters begin no word. */
const NO_PAIR = new Pair(undefined, []);

function readPair(found: PairWords | undefined, ours: readonly Word[] | undefined): Pair {
  return found === undefined && ours === undefined ? NO_PAIR : new Pair(found, ours ?? []);
}

/** A word that no dictionary counts. */
export function createUnseenWord(text: string): Word {
  return createWord({ text, frequency: unseenFrequency, tag: '' });
}

function createWord({ text, frequency, tag }: DictionaryWord): Word {
  return { text, frequency, tag, scaled: (frequency / corpusSize) * Math.exp(scale * text.length) };
}

function indexKnownNames(forgotten: ReadonlySet<string>): ReadonlyMap<string, KnownKind> {
  const known = new Map<string, KnownKind>();
  const sections: readonly (readonly [KnownKind, readonly string[]])[] = [
    ['work', knownWorks],
    ['product', knownProducts],
    ['media', knownMedia],
    ['company', knownCompanies],
    ['everyday', everydayNames],
  ];
  for (const [kind, names] of sections) {
    for (const name of names) {
      const folded = name.toLowerCase();
      if (!forgotten.has(folded)) known.set(folded, kind);
    }
  }
  return known;
}

/** Our own words by their first two characters. */
function indexOverlay(known: ReadonlyMap<string, KnownKind>): ReadonlyMap<number, readonly Word[]> {
  const overlay = new Map<number, Word[]>();
  const add = (word: Word): void => {
    const pair = pairKey(word.text.charCodeAt(0), word.text.charCodeAt(1));
    const words = overlay.get(pair);
    if (words === undefined) overlay.set(pair, [word]);
    else words.push(word);
  };
  for (const name of known.keys()) add(createWord({ text: name, frequency: nameFrequency, tag: 'nz' }));
  for (const word of youngWords) add(createWord({ text: word, frequency: youngFrequency, tag: 'n' }));
  return overlay;
}

/** Adds our words to the dictionary's. A rare entry there is older than the name's fame: 淘宝 has 3. */
function layOver(found: readonly DictionaryWord[], ours: readonly Word[]): readonly Word[] {
  if (found.length === 0) return ours;
  const merged = new Map(found.map((word) => [word.text, createWord(word)]));
  for (const word of ours) {
    const known = merged.get(word.text);
    if (known === undefined) merged.set(word.text, word);
    else if (known.frequency < word.frequency) merged.set(word.text, createWord({ ...word, tag: known.tag }));
  }
  return [...merged.values()];
}
