/**
 * Characters that never stand in a path of ours: what breaks a path, hides in it, or shows it as another. Written as
 * ranges, since `\p{Cf}` and its kin grow with each Unicode version and the same site must come out of every Node.
 */
const UNSAFE_RANGES = [
  '\\0-\\x1f\\x7f-\\x9f', // controls: NUL ends a C string, CR and LF end a header line
  '/\\\\:*?"<>|', // separators, drive letters, wildcards: refused by Windows
  '%#', // percent-encoding, which some server would decode once more, and fragments
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\uffa0', // invisible letters and marks
  '\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2', // format characters of Arabic and Syriac
  '\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff', // zero width (HFS+ ignores them), line ends, bidi controls
  '\\ufdd0-\\ufdef\\ufff0-\\uffff\\ud800-\\udfff', // noncharacters, specials, lone surrogates: not valid UTF-8
  '\\ue000-\\uf8ff', // private use: looks different everywhere
  '\\u{110bd}\\u{110cd}\\u{13430}-\\u{1343f}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}', // format characters
  '\\u{e0000}-\\u{10ffff}', // tags, variation selectors supplement, private planes
].join('');

/** Matches one character that has no place in a path. */
export const unsafeCharacter: RegExp = new RegExp(`[${UNSAFE_RANGES}]`, 'u');

/** Matches a run of them, everywhere. For `replace` only: a global expression keeps state in `test`. */
export const unsafeCharacters: RegExp = new RegExp(`[${UNSAFE_RANGES}]+`, 'gu');

/**
 * Whether Windows takes a name for a device, whatever its extension.
 *
 * Source: learn.microsoft.com/windows/win32/fileio/naming-a-file, "Naming Conventions".
 */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/iu.test(name);
}
