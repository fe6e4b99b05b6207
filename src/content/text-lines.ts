/** A line of a text. Offsets are in UTF-16 code units. */
export interface TextLine {
  /** Without its end: LF, CR LF or CR. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the next line begins; the end of the text behind the last one. */
  readonly next: number;
}

/** The line that begins at an offset; an empty one at the end of the text. */
export function lineAt(text: string, start: number): TextLine {
  LINE_END.lastIndex = start;
  const match = LINE_END.exec(text);
  const end = match === null ? text.length : match.index;
  const next = match === null ? text.length : LINE_END.lastIndex;
  return { text: text.slice(start, end), start, end, next };
}

const LINE_END = /\r\n|\n|\r/g;

/** The lines between two offsets. */
export function linesBetween(text: string, start: number, end: number): TextLine[] {
  const lines: TextLine[] = [];
  for (let at = start; at < end; ) {
    const line = lineAt(text, at);
    lines.push(line.end <= end ? line : { ...line, text: text.slice(at, end), end, next: end });
    at = line.next;
  }
  return lines;
}
