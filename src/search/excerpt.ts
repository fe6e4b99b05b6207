import type { FoldedText } from './fold-text.ts';

/** A stretch of plain text, to be shown as it is or marked. Never HTML. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A stretch of folded text, from `start` on, before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Characters before the first match that an excerpt shows, where there are so many. */
const LEAD = 24;

/** What an excerpt may begin behind, and end before. */
const BREAKS = /[\n。！？!?；;，,、：:]/;

/**
 * The part of a text in which most matches stand, with the matches marked.
 *
 * @param original - The text that `folded` is made of.
 * @param length - In code units, about.
 */
export function makeExcerpt(
  original: string,
  { offsets }: FoldedText,
  matches: readonly Range[],
  length: number,
): Piece[] {
  const marks = mergeRanges(matches.map(({ start, end }) => toOriginal(original, offsets, start, end)));
  const start = skipBlank(original, chooseStart(original, marks, length));
  const end = clip(original, start, length);
  const pieces = cutPieces(original, { start, end }, marks);
  const before = start > 0 && !/[\n。！？!?]\s*$/.test(original.slice(0, start)) ? '…' : '';
  return addEllipses(pieces, before, end < original.trimEnd().length ? '…' : '');
}

/** A whole text, with the matches marked. */
export function markText(original: string, { offsets }: FoldedText, matches: readonly Range[]): Piece[] {
  const marks = mergeRanges(matches.map(({ start, end }) => toOriginal(original, offsets, start, end)));
  return cutPieces(original, { start: 0, end: original.length }, marks);
}

/** Without the space that may stand before the next character. */
function toOriginal(original: string, offsets: Uint32Array, start: number, end: number): Range {
  const from = offsets[start]!;
  return { start: from, end: from + original.slice(from, offsets[end]).trimEnd().length };
}

/** Ascending, without overlaps. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

/** Where most of the text within the length is marked; at a break shortly before, if there is one. */
function chooseStart(original: string, marks: readonly Range[], length: number): number {
  let best = 0;
  let most = 0;
  for (const [index, { start }] of marks.entries()) {
    let marked = 0;
    for (let at = index; at < marks.length && marks[at]!.end <= start + length - LEAD; at += 1) {
      marked += marks[at]!.end - marks[at]!.start;
    }
    if (marked > most) {
      most = marked;
      best = start;
    }
  }
  if (best <= LEAD) return 0;
  for (let at = best; at > best - LEAD * 2 && at > 0; at -= 1) {
    if (BREAKS.test(original[at - 1]!)) return at;
  }
  return avoidHalf(original, best - LEAD);
}

function skipBlank(original: string, start: number): number {
  return start + original.slice(start).search(/\S|$/);
}

/** The end of an excerpt. */
function clip(original: string, start: number, length: number): number {
  const last = original.trimEnd().length;
  return last <= start + length ? last : avoidHalf(original, start + length);
}

/** Steps back from the middle of a surrogate pair. */
function avoidHalf(original: string, at: number): number {
  const unit = original.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}

function cutPieces(original: string, { start, end }: Range, marks: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  const push = (from: number, to: number, isMatch: boolean) => {
    const text = original.slice(from, to).replace(/\s+/g, ' ');
    if (text !== '') pieces.push({ text, isMatch });
  };
  let at = start;
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    push(at, Math.max(at, mark.start), false);
    push(Math.max(at, mark.start), Math.min(end, mark.end), true);
    at = Math.min(end, mark.end);
  }
  push(at, end, false);
  return pieces;
}

function addEllipses(pieces: readonly Piece[], before: string, after: string): Piece[] {
  return [
    ...(before === '' ? [] : [{ text: before, isMatch: false }]),
    ...pieces,
    ...(after === '' ? [] : [{ text: after, isMatch: false }]),
  ];
}
