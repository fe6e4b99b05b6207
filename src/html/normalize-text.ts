/**
 * What never belongs in running text: controls but tab and line ends (XML 1.0 allows none of them), DEL and C1, zero width
 * space and byte order mark (noise that scrapers and copy guards leave), direction embeddings, overrides and isolates
 * (U+202A-E, U+2066-9: "Trojan Source"; marks stay, and `dir`, `bdi` and `bdo` do the same in the open), noncharacters, and lone surrogates, which are not valid in UTF-8.
 */
const FORBIDDEN =
  /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]|\p{Cs}/gu;
/** A quick look for text that may hold any of it, or another line end than a line feed. */
const SUSPECT =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]/;

/** Removes what never belongs in text, and makes every line and page end a line feed. Other white space is left alone. */
export function removeForbidden(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(FORBIDDEN, '').replace(/\r\n?|\f/g, '\n');
}

/** HTML's own white space, and the two line separators of Unicode, which are line ends to JavaScript. */
const SPACES = /[ \t\n\f\r\u2028\u2029]+/g;
const NEEDS_COLLAPSING = /[\t\n\f\r\u2028\u2029]| {2}/;

/** Scripts written without spaces, and their punctuation. Not hangul, which has spaces. */
const WIDE = '\\u2e80-\\u312f\\u3190-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60';
/** A line end inside of Chinese or Japanese, which no reader takes for a space (CSS Text 4, segment break rules). */
const BREAK_IN_WIDE = new RegExp(`(?<=[${WIDE}])[ \\t]*\\n[ \\t\\n]*(?=[${WIDE}])`, 'g');

/** White space as a browser shows it: runs of it are one space, except that a line break between Han is none at all. */
export function collapseSpaces(text: string): string {
  if (!NEEDS_COLLAPSING.test(text)) return text;
  const joined = text.includes('\n') ? text.replace(BREAK_IN_WIDE, '') : text;
  return joined.replace(SPACES, ' ');
}

/** A value of an attribute that people read: one line, nothing hidden, at most `length` UTF-16 code units. */
export function attributeText(raw: string, length: number): string {
  const text = collapseSpaces(removeForbidden(raw)).trim();
  if (text.length <= length) return text;
  const end = /[\ud800-\udbff]/.test(text[length - 1] ?? '') ? length - 1 : length;
  return text.slice(0, end).trimEnd();
}
