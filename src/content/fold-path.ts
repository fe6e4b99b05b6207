/**
 * A path as the most forgiving file system sees it: paths that fold alike may be one file somewhere (Windows and macOS
 * ignore case, macOS the Unicode form too), so the site never holds two of them.
 */
export function foldPath(path: string): string {
  // The whole of printable ASCII is already in every normal form.
  if (/^[ -~]*$/.test(path)) return path.toLowerCase();
  // Upper case first, so that ß and ss, ſ and s, ς and σ fold alike; NFKC, so that full-width letters do too.
  return path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
