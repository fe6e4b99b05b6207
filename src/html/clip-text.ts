/**
 * Text in which one UTF-16 code unit is one grapheme, so that nothing has to be segmented: no surrogates, no joiners, no
 * variation selectors, no combining marks (Latin, Cyrillic, Hebrew, Arabic, Indic, Thai and their kin begin at U+0300).
 */
const SIMPLE =
  /^[\t\n -~\xa0-\u02ff\u0370-\u0482\u1e00-\u200a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u23f9\u2460-\u25f9\u2e80-\u3029\u3030-\u3098\u309b-\ud7a3\uf900-\ufaff\uff01-\uffef]*$/;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Where a cut looks natural: after a sentence, else after a clause or a word. */
const SENTENCE_ENDS = '。！？!?…；;';
const WORD_ENDS = ' ，,、：:）)」』”';

/**
 * The beginning of a text, at most `length` graphemes with the ellipsis that shows the cut. It is cut after a sentence,
 * clause or word where one ends in its last third, and never inside of what a reader takes for one character.
 *
 * @param length - At least 2.
 */
export function clipText(text: string, length: number): string {
  const end = graphemeOffset(text, length);
  if (end >= text.length) return text;
  const cut = text.slice(0, graphemeOffset(text, length - 1));
  const sentence = lastOf(cut, SENTENCE_ENDS, Math.ceil(cut.length * 0.6));
  if (sentence > 0) return cut.slice(0, sentence);
  const word = lastOf(cut, WORD_ENDS, Math.ceil(cut.length * 0.7));
  const isInsideWord = /[\p{L}\p{N}]$/u.test(cut) && /^[a-z\d]/i.test(text.slice(cut.length));
  const kept = isInsideWord && word > 0 ? cut.slice(0, word) : cut;
  return `${kept.replace(/[\s，,、：:；;]{1,9}$/, '')}…`;
}

/** The offset after the first `count` graphemes, in UTF-16 code units; the length of a text that has no more. */
function graphemeOffset(text: string, count: number): number {
  if (text.length <= count) return text.length;
  // No grapheme worth showing is longer: the segmenter need not see the rest.
  const head = text.slice(0, count * 16);
  if (SIMPLE.test(head.slice(0, count + 1))) return count;
  let seen = 0;
  for (const { index } of segmenter.segment(head)) {
    if (seen++ === count) return index;
  }
  return head.length;
}

/** The offset after the last character of a set that stands at `from` or later; 0 when there is none. */
function lastOf(text: string, set: string, from: number): number {
  for (let index = text.length - 1; index >= from; index--) if (set.includes(text[index]!)) return index + 1;
  return 0;
}
