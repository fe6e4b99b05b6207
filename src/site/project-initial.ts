import { pinyinLetters } from './project-pinyin.ts';

/** Under what names are found that begin with neither a Latin letter nor a Chinese character. */
export const OTHER_INITIAL = '#';

/** First character of `pinyinLetters`. */
const FIRST = 0x4e00;

/** Beginnings of names that are read otherwise than their first character mostly is. */
const READINGS: ReadonlyMap<string, string> = new Map([
  ['厦', 'x'],
  ['曾', 'z'],
  ['重庆', 'c'],
  ['重启', 'c'],
  ['重构', 'c'],
  ['重塑', 'c'],
  ['朝夕', 'z'],
  ['朝日', 'z'],
]);

/** The letter of the alphabet, upper case, under which a name is looked up: Chinese by its pinyin; or `OTHER_INITIAL`. */
export function findInitial(name: string): string {
  const key = spellInitials(name).charAt(0);
  return key >= 'a' && key <= 'z' ? key.toUpperCase() : OTHER_INITIAL;
}

/** Characters of a name that decide its place in a list. */
const SPELLED = 12;

/** What to sort a name by: the first letter of each character's pinyin, Latin letters without accents, in lower case. */
export function spellInitials(name: string): string {
  const text = name.trim();
  const read = READINGS.get(text.slice(0, 2)) ?? READINGS.get(text.slice(0, 1));
  let key = '';
  for (const character of text.slice(0, SPELLED)) {
    const letter = pinyinLetters[character.charCodeAt(0) - FIRST];
    key += letter === undefined || letter === '-' ? foldCharacter(character) : letter;
  }
  return read === undefined ? key : read + key.slice(1);
}

function foldCharacter(character: string): string {
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
