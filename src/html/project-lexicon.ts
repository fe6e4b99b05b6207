import { createRequire } from 'node:module';
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
  /** The longer words that begin with the two characters at a position: each may go on otherwise than the text does. */
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
 * A lexicon over lines of `word frequency tag`, sorted by bytes. Lines are searched and parsed when their first two
 * characters are met in a text: opening costs nothing, and memory follows use.
 *
 * @param forgotten - Names to leave out of our lists, folded to lower case: how well a name is judged that nobody listed.
 */
export function createLexicon(dictionary: Buffer, forgotten: ReadonlySet<string> = new Set()): Lexicon {
  const known = indexKnownNames(forgotten);
  const overlay = indexOverlay(known);
  const trade: ReadonlySet<string> = new Set(newsVocabulary);
  // By UTF-16 code units in one 32-bit integer: looked up without making a string for each position of each text.
  const pairs = new Map<number, readonly Word[]>();
  const characters = new Map<number, Word>();
  const candidatesAt = (text: string, position: number): readonly Word[] => {
    if (position + 1 >= text.length) return none;
    const key = (text.charCodeAt(position) << 16) | text.charCodeAt(position + 1);
    let words = pairs.get(key);
    if (words === undefined) {
      const pair = text.slice(position, position + 2);
      words = layOver(readWords(dictionary, pair), overlay.get(pair));
      if (pairs.size >= heldPairs) pairs.clear();
      pairs.set(key, words);
    }
    return words;
  };
  const characterAt = (text: string, position: number): Word => {
    const code = text.charCodeAt(position);
    let word = characters.get(code);
    if (word === undefined) {
      word = readCharacter(dictionary, text.charAt(position));
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

const none: readonly Word[] = Object.freeze([]);

/** A word that no dictionary counts. */
export function createUnseenWord(text: string): Word {
  return createWord(text, unseenFrequency, '');
}

function createWord(text: string, frequency: number, tag: string): Word {
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
function indexOverlay(known: ReadonlyMap<string, KnownKind>): ReadonlyMap<string, readonly Word[]> {
  const overlay = new Map<string, Word[]>();
  const add = (word: Word): void => {
    const pair = word.text.slice(0, 2);
    const words = overlay.get(pair);
    if (words === undefined) overlay.set(pair, [word]);
    else words.push(word);
  };
  for (const name of known.keys()) add(createWord(name, nameFrequency, 'nz'));
  for (const word of youngWords) add(createWord(word, youngFrequency, 'n'));
  return overlay;
}

/** Adds our words to the dictionary's. A rare entry there is older than the name's fame: 淘宝 has 3. */
function layOver(words: readonly Word[], ours: readonly Word[] = none): readonly Word[] {
  if (ours.length === 0) return words;
  const merged = new Map(words.map((word) => [word.text, word]));
  for (const word of ours) {
    const found = merged.get(word.text);
    if (found === undefined) merged.set(word.text, word);
    else if (found.frequency < word.frequency)
      merged.set(word.text, createWord(word.text, word.frequency, found.tag));
  }
  return [...merged.values()];
}

/** A character is the first of the words that begin with it. */
function readCharacter(dictionary: Buffer, character: string): Word {
  const first = readLine(dictionary, findFirstLine(dictionary, Buffer.from(`${character} `)));
  return first?.text === character ? first : createUnseenWord(character);
}

/** All words that begin with `prefix`. */
function readWords(dictionary: Buffer, prefix: string): readonly Word[] {
  const words: Word[] = [];
  let start = findFirstLine(dictionary, Buffer.from(prefix));
  for (;;) {
    const word = readLine(dictionary, start);
    if (word === undefined || !word.text.startsWith(prefix)) return words.length === 0 ? none : words;
    words.push(word);
    start = dictionary.indexOf(lineFeed, start) + 1 || dictionary.length;
  }
}

const lineFeed = 10;

/** The word of the line that begins at an offset; none at the end. */
function readLine(dictionary: Buffer, start: number): Word | undefined {
  const newline = dictionary.indexOf(lineFeed, start);
  const [text, frequency, tag] = dictionary
    .toString('utf8', start, newline < 0 ? dictionary.length : newline)
    .trim()
    .split(' ');
  return text && tag ? createWord(text, Math.max(1, Number(frequency)), tag) : undefined;
}

/** Offset of the first line that is not before `prefix` in byte order; the buffer's length when all are. */
function findFirstLine(dictionary: Buffer, prefix: Buffer): number {
  let low = 0;
  let high = dictionary.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle === 0 ? 0 : dictionary.lastIndexOf(lineFeed, middle - 1) + 1;
    const newline = dictionary.indexOf(lineFeed, middle);
    const end = newline < 0 ? dictionary.length : newline;
    const order = dictionary.compare(prefix, 0, prefix.length, start, Math.min(end, start + prefix.length));
    if (order < 0) low = end + 1;
    else high = start;
  }
  return Math.min(low, dictionary.length);
}
