/** A place in a text as editors name it. */
export interface Location {
  /** 1-based. Lines end in LF, CR LF or CR. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

const LINE_END = /\r\n|\n|\r/g;

/**
 * The line and column of a place in a text. It reads the text from the beginning, since most articles have nothing to
 * be reported: no table of lines is kept.
 *
 * @param offset - In UTF-16 code units from 0; beyond the end it means the end.
 */
export function locateOffset(text: string, offset: number): Location {
  const end = Math.min(Math.max(offset, 0), text.length);
  let line = 1;
  let start = 0;
  for (const match of text.slice(0, end).matchAll(LINE_END)) {
    const next = match.index + match[0].length;
    // A place between CR and LF is still in the line that they end.
    if (next === end && match[0] === '\r' && text[end] === '\n') break;
    line++;
    start = next;
  }
  return { line, column: end - start + 1 };
}
