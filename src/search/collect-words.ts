import { CharacterClass, classOf } from './character-class.ts';

/** Longer words are cut, in the index and in queries alike. In code units. */
export const LONGEST_WORD = 32;

/**
 * Adds the words of a folded text: runs of letters of scripts that have spaces.
 *
 * @param fields - `Field` bits of each word so far; those of the words met are added.
 */
export function collectWords(fields: Map<string, number>, text: string, field: number): void {
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const isLetter = at < text.length && classOf(text.charCodeAt(at)) === CharacterClass.LETTER;
    if (isLetter) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      const word = text.slice(start, Math.min(at, start + LONGEST_WORD));
      fields.set(word, (fields.get(word) ?? 0) | field);
      start = -1;
    }
  }
}

/** The order of words in the index: by code unit. */
export function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
