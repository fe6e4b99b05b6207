import { CharacterClass, classOf } from './character-class.ts';
import { SIMPLIFIED, TRADITIONAL } from './traditional-characters.ts';

/** What folding does to a UTF-16 code unit that does not simply become another. */
export const Fold = Object.freeze({
  /** It disappears: combining marks, invisible characters. */
  DROP: 1,
  /** It becomes several; `expansionOf` tells which. */
  EXPAND: 2,
  NEWLINE: 0x0a,
  SPACE: 0x20,
});

/** Not asked for yet. */
const UNKNOWN = 0;

const INVISIBLE = /^(?:\p{Default_Ignorable_Code_Point}|[\u0300-\u036f])$/u;
const BLANK = /^[\s\p{Cc}]$/u;

const FOLDS = prepareFolds();
const EXPANSIONS = new Map<number, string>();

/**
 * What a UTF-16 code unit becomes in folded text: another unit, or one of `Fold`. Width, case, diacritics and
 * compatibility forms are folded (NFKC, then without U+0300 to U+036F), and traditional characters become simplified.
 */
export function foldCharacter(unit: number): number {
  const known = FOLDS[unit]!;
  if (known !== UNKNOWN) return known;
  const found = lookUp(unit);
  FOLDS[unit] = found;
  return found;
}

/** What a unit becomes for which `foldCharacter` says `EXPAND`. */
export function expansionOf(unit: number): string {
  return EXPANSIONS.get(unit) ?? '';
}

function lookUp(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit === Fold.NEWLINE || unit === 0x2028 || unit === 0x2029) return Fold.NEWLINE;
  if (BLANK.test(character)) return Fold.SPACE;
  if (INVISIBLE.test(character)) return Fold.DROP;
  const folded = foldLetters(character);
  if (folded.length === 0) return Fold.DROP;
  if (folded.length === 1) return folded.charCodeAt(0);
  // An ellipsis need not become three full stops.
  if ([...folded].every((part) => classOf(part.charCodeAt(0)) === CharacterClass.SEPARATOR)) return unit;
  EXPANSIONS.set(unit, folded);
  return Fold.EXPAND;
}

/** To upper case first: so that ß becomes ss, and a final sigma like any other. */
function foldLetters(character: string): string {
  const letters = character
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  let folded = '';
  for (let at = 0; at < letters.length; at += 1) {
    const unit = letters.charCodeAt(at);
    folded += unit >= 0x4e00 && unit < 0xa000 ? String.fromCharCode(FOLDS[unit]!) : letters[at];
  }
  return folded;
}

/** A table of all code units: Han and ASCII are in it from the start, the rest is worked out when it is met. */
function prepareFolds(): Uint16Array {
  const folds = new Uint16Array(0x10000);
  for (let unit = 0x4e00; unit < 0xa000; unit += 1) folds[unit] = unit;
  for (let at = 0; at < TRADITIONAL.length; at += 1) {
    folds[TRADITIONAL.charCodeAt(at)] = SIMPLIFIED.charCodeAt(at);
  }
  for (let unit = 0x21; unit < 0x7f; unit += 1) folds[unit] = unit;
  for (let unit = 0x41; unit <= 0x5a; unit += 1) folds[unit] = unit + 0x20;
  for (let unit = 0xd800; unit < 0xe000; unit += 1) folds[unit] = unit;
  return folds;
}
