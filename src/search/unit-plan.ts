import { CharacterClass, classOf } from './character-class.ts';
import { LONGEST_WORD } from './collect-words.ts';
import { followerOf, isPair } from './pair-collector.ts';
import type { QueryUnit } from './query.ts';
import { estimateRarity } from './term-rarity.ts';
import { pairKey } from './term-shard.ts';

/** What is looked up in the index. */
export type Term =
  | {
      readonly kind: 'pair';
      readonly key: number;
      /** What has to come after it: a code unit or `END_OF_RUN`; absent: anything may. */
      readonly follower?: number;
    }
  /** A character, wherever it stands: the pairs that begin with it, and itself alone. */
  | { readonly kind: 'single'; readonly unit: number }
  | { readonly kind: 'word'; readonly word: string }
  /** All words that begin so. */
  | { readonly kind: 'prefix'; readonly word: string };

/** How a text is found: first by terms, then in the documents themselves. */
export interface UnitPlan {
  /** Folded. */
  readonly text: string;
  /**
   * Every document with the text has them all. The first is the one to look up first: the others only make sure. Empty: the
   * text is nothing but punctuation.
   */
  readonly terms: readonly Term[];
  /** Every document with the terms has the text. */
  readonly isCertain: boolean;
  /** In the document a letter must not stand before it. */
  readonly startsWord: boolean;
  /** In the document a letter must not stand behind it. */
  readonly endsWord: boolean;
}

/**
 * Plans how to find a text. Ideographs and digits are found anywhere, letters from the beginning of a word, the last word
 * also in part. In a text of letters and ideographs the first word may be the end of a longer one (`AI芯片` is in
 * `OpenAI芯片`), since whoever looks for the one in a text without spaces will not mind the other.
 */
export function planUnit({ text, isQuoted }: QueryUnit): UnitPlan {
  const runs = splitRuns(text);
  const first = runs[0];
  const startsWord = first !== undefined && first.start === 0 && isLetters(text, first);
  const last = runs.at(-1);
  const isLone = text.length === 1;
  const endsWord =
    last !== undefined && last.end === text.length && isLetters(text, last) && (isQuoted || isLone);
  const terms = runs.flatMap((run) => planRun(text, run, endsWord));
  const strong = terms.filter(({ kind }) => kind !== 'single');
  return {
    text,
    terms: (strong.length > 0 ? strong : terms).sort((a, b) => estimateRarity(b) - estimateRarity(a)),
    isCertain: runs.length === 1 && first!.end - first!.start === text.length && isCertain(text, terms),
    startsWord,
    endsWord,
  };
}

/** Characters side by side, none a separator. */
interface Run {
  readonly start: number;
  readonly end: number;
}

function splitRuns(text: string): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const isPart = at < text.length && classOf(text.charCodeAt(at)) !== CharacterClass.SEPARATOR;
    if (isPart && start === -1) start = at;
    if (isPart || start === -1) continue;
    runs.push({ start, end: at });
    start = -1;
  }
  return runs;
}

function isLetter(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === CharacterClass.LETTER;
}

function isLetters(text: string, { start, end }: Run): boolean {
  for (let at = start; at < end; at += 1) if (!isLetter(text, at)) return false;
  return true;
}

function isCertain(text: string, terms: readonly Term[]): boolean {
  const [term] = terms;
  if (terms.length !== 1 || term === undefined) return false;
  return term.kind === 'pair' ? text.length === 2 : text.length <= LONGEST_WORD;
}

function planRun(text: string, run: Run, endsWord: boolean): Term[] {
  const { start, end } = run;
  if (end - start === 1 && !isLetter(text, start)) return [{ kind: 'single', unit: text.charCodeAt(start) }];
  const terms: Term[] = [];
  for (let at = start; at + 1 < end; at += 1) {
    const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    if (!isPair(first, second)) continue;
    const key = pairKey(first, second);
    // Behind the last character of the whole text anything may come.
    if (at + 2 === text.length) terms.push({ kind: 'pair', key });
    else terms.push({ kind: 'pair', key, follower: followerOf(second, text.charCodeAt(at + 2)) });
  }
  return [...terms, ...planWords(text, run, endsWord)];
}

function planWords(text: string, { start, end }: Run, endsWord: boolean): Term[] {
  const terms: Term[] = [];
  let from = start;
  while (from < end) {
    let to = from;
    while (to < end && isLetter(text, to)) to += 1;
    // At the beginning, before an ideograph, it may be the end of a longer word.
    const mayBeTail = from === 0 && to < end;
    if (to > from && !mayBeTail) terms.push(planWord(text.slice(from, to), to < text.length || endsWord));
    from = Math.max(to, from + 1);
  }
  return terms;
}

function planWord(letters: string, isWhole: boolean): Term {
  const word = letters.slice(0, LONGEST_WORD);
  return { kind: isWhole || letters.length > LONGEST_WORD ? 'word' : 'prefix', word };
}
