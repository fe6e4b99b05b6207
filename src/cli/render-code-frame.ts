import { linesBetween } from '../content/text-lines.ts';

/** A row of a code frame. */
export interface FrameRow {
  readonly text: string;
  /** The line that the diagnostic is about, or the mark below it. */
  readonly isPlace: boolean;
}

/** Lines shown before the place. After it, the mark is enough. */
const BEFORE = 2;
/** Columns of a terminal, as far as lines are shown. */
const WIDTH = 100;

/**
 * The lines of a file around a place, numbered, with a mark below the column. Long lines are cut around the place; wide
 * (Chinese, Japanese, Korean) characters count as the two columns that terminals give them.
 *
 * @param line - 1-based.
 * @param column - 1-based, in UTF-16 code units.
 * @returns No rows where the file has no such line.
 */
export function renderCodeFrame(source: string, line: number, column: number): readonly FrameRow[] {
  // Columns count from behind a byte order mark.
  const text = source.replace(/^\ufeff+/, '');
  const lines = linesBetween(text, 0, text.length);
  const place = lines[line - 1];
  if (place === undefined) return [];
  const gutter = String(line).length;
  const rows = lines.slice(Math.max(0, line - 1 - BEFORE), line - 1).map((before, index, shown) => {
    const number = line - shown.length + index;
    return { text: `${String(number).padStart(gutter)} | ${cutAround(before.text, 0).text}`, isPlace: false };
  });
  const cut = cutAround(place.text, column - 1);
  const mark = ' '.repeat(widthOf(cut.text.slice(0, cut.at)));
  return [
    ...rows,
    { text: `${line} | ${cut.text}`, isPlace: true },
    { text: `${' '.repeat(gutter)} | ${mark}^`, isPlace: true },
  ];
}

/** The part of a line that fits, with the place in it, and where that then is. Tabs become spaces. */
function cutAround(text: string, at: number): { readonly text: string; readonly at: number } {
  const from = at < WIDTH * 0.6 ? 0 : wholeCharacter(text, at - Math.floor(WIDTH * 0.3));
  let to = from;
  for (let width = 0; to < text.length && width < WIDTH; to++) width += widthOf(text[to]!);
  const start = from > 0 ? '…' : '';
  const shown = text.slice(from, wholeCharacter(text, to)).replaceAll('\t', ' ');
  const end = to < text.length ? '…' : '';
  return { text: start + shown + end, at: Math.min(at - from, shown.length) + start.length };
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}

/** Columns of a terminal: two for East Asian wide and full-width characters (UAX #11), by their blocks. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
