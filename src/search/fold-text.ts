import { CharacterClass, classOf } from './character-class.ts';
import { expansionOf, Fold, foldCharacter } from './fold-character.ts';

/** A text in the form that is indexed and compared, with the way back. */
export interface FoldedText {
  readonly text: string;
  /**
   * For each code unit of `text`, the index in the original of the character it comes from; one more at the end, the
   * original's length.
   */
  readonly offsets: Uint32Array;
}

/**
 * Folds a text, so that what readers take for the same is the same: full and half width, upper and lower case, letters
 * with and without diacritics, traditional and simplified Chinese. Spaces beside an ideograph disappear, others become
 * one; line ends, which part blocks, become one `\n`. Folding twice changes nothing.
 *
 * The index and the query meet in this form, and only in it.
 */
export function foldText(original: string): string {
  return toText(fold(original, false));
}

/** As `foldText`, as code units: what counts them need not make a string of them first. */
export function foldUnits(original: string): Uint16Array {
  const { units, length } = fold(original, false);
  return units.subarray(0, length);
}

/** As `foldText`, with the place of each character in the original. */
export function foldTextWithOffsets(original: string): FoldedText {
  const folding = fold(original, true);
  const { offsets, length } = folding;
  offsets[length] = original.length;
  return { text: toText(folding), offsets: offsets.subarray(0, length + 1) };
}

/** Folded text as it grows. */
interface Folding {
  units: Uint16Array;
  /** As long as `units`; empty when nobody asks for it. */
  offsets: Uint32Array;
  length: number;
  /** Blank that was met since the last character: `SPACE`, `NEWLINE` or 0. */
  blank: number;
}

/** Characters that join the one before them: hangul vowels and finals, marks of kana, also half-width. */
function isJoin(unit: number): boolean {
  if (unit < 0x1160) return false;
  return unit <= 0x11ff || unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f;
}

/** Planes in which NFKC changes anything: letters of mathematics and in frames, compatibility ideographs. */
const ASTRAL_FORMS = /^[\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f2ff}\u{2f800}-\u{2fa1f}]$/u;

/** Han, of which each character becomes one. */
const FIRST_HAN = 0x4e00;
const END_OF_HAN = 0xa000;

function fold(original: string, hasOffsets: boolean, hasJoins = false): Folding {
  const capacity = original.length + 8;
  const offsets = new Uint32Array(hasOffsets ? capacity : 0);
  const folding: Folding = { units: new Uint16Array(capacity), offsets, length: 0, blank: 0 };
  for (let at = 0; at < original.length; at += 1) {
    const unit = original.charCodeAt(at);
    if (hasJoins || (unit >= 0xd800 && unit < 0xdc00)) {
      const end = findClusterEnd(original, at);
      addCluster(folding, original.slice(at, end), at);
      at = end - 1;
    } else if (unit >= FIRST_HAN && unit < END_OF_HAN && folding.blank === 0) {
      // Most of what there is: one for one, whatever stands before it.
      append(folding, foldCharacter(unit), at);
    } else if (isJoin(unit)) {
      // The one before it is folded already, and alone: so once more, and more slowly.
      return fold(original, hasOffsets, true);
    } else {
      add(folding, unit, at);
    }
  }
  return folding;
}

function findClusterEnd(original: string, start: number): number {
  let end = start + 1;
  if (isHighSurrogate(original.charCodeAt(start)) && isLowSurrogate(original.charCodeAt(end))) end += 1;
  while (end < original.length && isJoin(original.charCodeAt(end))) end += 1;
  return end;
}

/** Adds characters that may become one when they are normalized together. */
function addCluster(folding: Folding, cluster: string, offset: number): void {
  const isAstral = cluster.length === 2 && isLowSurrogate(cluster.charCodeAt(1));
  const units = isAstral && !ASTRAL_FORMS.test(cluster) ? cluster : cluster.normalize('NFKC');
  const isUnchanged = units.length === cluster.length;
  for (let at = 0; at < units.length; at += 1) {
    add(folding, units.charCodeAt(at), isUnchanged ? offset + at : offset);
  }
}

function add(folding: Folding, unit: number, offset: number): void {
  const folded = foldCharacter(unit);
  if (folded > Fold.SPACE) push(folding, folded, offset);
  else if (folded === Fold.NEWLINE) folding.blank = Fold.NEWLINE;
  else if (folded === Fold.SPACE) folding.blank ||= Fold.SPACE;
  else if (folded === Fold.EXPAND) {
    const expansion = expansionOf(unit);
    for (let at = 0; at < expansion.length; at += 1) add(folding, expansion.charCodeAt(at), offset);
  }
}

function push(folding: Folding, unit: number, offset: number): void {
  const { blank, length } = folding;
  if (blank !== 0 && length > 0) {
    const isBesideIdeograph =
      classOf(unit) === CharacterClass.IDEOGRAPH ||
      classOf(folding.units[length - 1]!) === CharacterClass.IDEOGRAPH;
    if (blank === Fold.NEWLINE || !isBesideIdeograph) append(folding, blank, offset);
  }
  folding.blank = 0;
  append(folding, unit, offset);
}

function append(folding: Folding, unit: number, offset: number): void {
  const at = folding.length;
  // One place is kept free for the offset of the end.
  if (at + 1 >= folding.units.length) grow(folding);
  folding.units[at] = unit;
  if (folding.offsets.length > 0) folding.offsets[at] = offset;
  folding.length = at + 1;
}

function grow(folding: Folding): void {
  const { units, offsets } = folding;
  folding.units = new Uint16Array(units.length * 2);
  folding.units.set(units);
  if (offsets.length === 0) return;
  folding.offsets = new Uint32Array(units.length * 2);
  folding.offsets.set(offsets);
}

/** Not by a TextDecoder, which would replace a lone surrogate. In parts, since a call takes only so many arguments. */
function toText({ units, length }: Folding): string {
  let text = '';
  for (let at = 0; at < length; at += 4096) {
    const part = units.subarray(at, Math.min(length, at + 4096));
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
