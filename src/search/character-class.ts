/**
 * What a UTF-16 code unit of folded text is to the index:
 *
 * - `SEPARATOR`: punctuation, symbols, spaces. Nothing is indexed across it.
 * - `LETTER`: of a script that puts spaces between words. Words are indexed whole.
 * - `DIGIT`: 0 to 9. Indexed in pairs, as ideographs are, but a space between two of them counts.
 * - `IDEOGRAPH`: of a script without spaces between words (Han, kana, hangul, Thai and its neighbours), or half of a
 *   character outside the Basic Multilingual Plane. Indexed in pairs.
 */
export const CharacterClass = Object.freeze({ SEPARATOR: 0, LETTER: 1, DIGIT: 2, IDEOGRAPH: 3 });

/** First and last code units of the scripts that are indexed in pairs, ascending. */
const IDEOGRAPH_RANGES: readonly (readonly [first: number, last: number])[] = Object.freeze([
  [0x0e01, 0x0e4e], // Thai
  [0x0e81, 0x0ede], // Lao
  [0x1000, 0x109f], // Myanmar
  [0x1100, 0x11ff], // Hangul jamo
  [0x1780, 0x17d3], // Khmer
  [0x3005, 0x3007], // 々〆〇
  [0x3041, 0x309f], // hiragana
  [0x30a1, 0x30fa], // katakana
  [0x30fc, 0x30ff], // its length and iteration marks
  [0x3105, 0x312f], // bopomofo
  [0x3131, 0x318e], // hangul letters
  [0x31a0, 0x31bf], // bopomofo
  [0x31f0, 0x31ff], // katakana
  [0x3400, 0x4dbf], // Han, extension A
  [0x4e00, 0x9fff], // Han
  [0xac00, 0xd7fb], // hangul
  [0xd800, 0xdfff], // surrogates: Han beyond the BMP, and emoji
  [0xf900, 0xfaff], // Han, compatibility
]);

const LETTER_OR_MARK = /[\p{L}\p{N}\p{M}]/u;

/** Not asked for yet. */
const UNKNOWN = 255;

const CLASSES = prepareClasses();

/** The class of a UTF-16 code unit, one of `CharacterClass`. */
export function classOf(unit: number): number {
  const known = CLASSES[unit]!;
  if (known !== UNKNOWN) return known;
  const isLetter = LETTER_OR_MARK.test(String.fromCharCode(unit));
  const found = isLetter ? CharacterClass.LETTER : CharacterClass.SEPARATOR;
  CLASSES[unit] = found;
  return found;
}

/** A table of all code units: the scripts above are in it from the start, the rest is asked of Unicode when it is met. */
function prepareClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(UNKNOWN);
  classes.fill(CharacterClass.SEPARATOR, 0x3000, 0xa000);
  for (const [first, last] of IDEOGRAPH_RANGES) classes.fill(CharacterClass.IDEOGRAPH, first, last + 1);
  classes.fill(CharacterClass.DIGIT, 0x30, 0x3a);
  return classes;
}
