import { CharacterClass, classOf } from './character-class.ts';

/** Longer words are cut, in the index and in queries alike. In code units. */
export const LONGEST_WORD = 32;

/**
 * Adds the words of a folded text: runs of letters of scripts that have spaces.
 *
 * @param fields - `Field` bits of each word so far; those of the words met are added.
 * @param text - As code units.
 */
export function collectWords(fields: Map<string, number>, text: Uint16Array, field: number): void {
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const isLetter = at < text.length && classOf(text[at]!) === CharacterClass.LETTER;
    if (isLetter) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      const word = readWord(text, start, Math.min(at, start + LONGEST_WORD));
      fields.set(word, (fields.get(word) ?? 0) | field);
      start = -1;
    }
  }
}

function readWord(text: Uint16Array, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at += 1) word += String.fromCharCode(text[at]!);
  return word;
}

/** The order of words in the index: by code unit. */
export function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
