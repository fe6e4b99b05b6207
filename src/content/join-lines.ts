/** Han, kana, hangul and the punctuation that goes with them: no space stands between two of these. */
const NO_SPACE = /[\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uffef]/;

/** Joins the lines of a text as a reader would: with a space, but without one where scripts that have none meet. */
export function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  let last = '';
  for (const line of lines) {
    const next = line.trim();
    if (next === '') continue;
    if (last !== '' && !(NO_SPACE.test(last) && NO_SPACE.test(next[0]!))) parts.push(' ');
    parts.push(next);
    last = next.at(-1)!;
  }
  return parts.join('');
}
