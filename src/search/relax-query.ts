import type { Query, QueryUnit } from './query.ts';

/**
 * Queries that ask for the words of each text instead of the whole text: for readers who type a sentence where nothing
 * holds it as it is. Phrases stay what they are.
 *
 * @returns The strictest first; none when the texts have no smaller parts.
 */
export function relaxQuery(query: Query): Query[] {
  const relaxed: Query[] = [];
  let last = query;
  for (const split of [splitRuns, splitWords]) {
    const texts = query.units.flatMap((unit) => (unit.isQuoted ? [unit.text] : split(unit.text)));
    const units = [...new Set(texts)].map((text) => ({ text, isQuoted: isQuoted(query, text) }));
    if (units.length === 0 || isSame(units, last.units)) continue;
    last = { ...query, units };
    relaxed.push(last);
  }
  return relaxed;
}

function isQuoted({ units }: Query, text: string): boolean {
  return units.some((unit) => unit.isQuoted && unit.text === text);
}

function isSame(units: readonly QueryUnit[], others: readonly QueryUnit[]): boolean {
  return units.length === others.length && units.every(({ text }, at) => text === others[at]!.text);
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * The words of a folded text. Characters in a row that the dictionary takes each for a word are one: as a rule it does not
 * know the word that they are (`芯片`). One that stands alone counts when there is nothing else.
 */
function splitRuns(text: string): string[] {
  const runs: string[] = [];
  let isOpen = false;
  for (const word of segment(text)) {
    const isLone = WORD.test(word) && word.length === 1;
    if (isLone && isOpen) runs[runs.length - 1] += word;
    else if (WORD.test(word)) runs.push(word);
    isOpen = isLone;
  }
  return preferLong(runs);
}

/** The words that the dictionary knows. */
function splitWords(text: string): string[] {
  return preferLong(segment(text).filter((word) => WORD.test(word)));
}

function preferLong(words: readonly string[]): string[] {
  const long = words.filter((word) => word.length > 1);
  return long.length > 0 ? long : [...words];
}

/** By the browser's dictionary, or in twos where it has none. */
function segment(text: string): string[] {
  if (typeof Intl.Segmenter === 'function') {
    return Array.from(
      new Intl.Segmenter('zh', { granularity: 'word' }).segment(text),
      (part) => part.segment,
    );
  }
  return text.match(/[a-z]+|..?/g) ?? [];
}
