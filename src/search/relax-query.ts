import type { Query, QueryUnit } from './query.ts';

/**
 * A query that asks for the words of each text instead of the whole text: for readers who type a sentence where nothing
 * holds it as it is. Phrases stay what they are.
 *
 * @returns undefined when the texts have no smaller parts.
 */
export function relaxQuery(query: Query): Query | undefined {
  const texts = query.units.flatMap((unit) => (unit.isQuoted ? [unit.text] : splitWords(unit.text)));
  const units: QueryUnit[] = [...new Set(texts)].map((text) => ({
    text,
    isQuoted: query.units.some((unit) => unit.isQuoted && unit.text === text),
  }));
  const isSame =
    units.length === query.units.length && units.every(({ text }, at) => text === query.units[at]!.text);
  return units.length === 0 || isSame ? undefined : { ...query, units };
}

const WORD = /[\p{L}\p{N}]/u;

/** The words of a folded text; of ideographs that stand alone only when there is nothing else. */
function splitWords(text: string): string[] {
  const words = segment(text).filter((word) => WORD.test(word));
  const long = words.filter((word) => word.length > 1);
  return long.length > 0 ? long : words;
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
