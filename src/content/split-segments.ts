import { findArticleKey, textKeys } from './article-keys.ts';
import { linesBetween, type TextLine } from './text-lines.ts';

/** One top-level key of a front matter with the lines that belong to it. Offsets are into the file's text. */
export interface Segment {
  readonly key: string;
  readonly keyStart: number;
  /** What stands behind the colon, trimmed. */
  readonly inline: string;
  /** Where `inline` begins. */
  readonly inlineStart: number;
  /** The lines after the first, without those that are blank at the end. */
  readonly rest: readonly TextLine[];
  /** Of all its lines. */
  readonly start: number;
  readonly end: number;
  /** The key is indented, or its colon is full-width or has no space behind it. */
  readonly irregular: boolean;
}

export interface Segments {
  readonly segments: readonly Segment[];
  /** Lines before the first key that are neither blank nor comments. */
  readonly stray: readonly TextLine[];
}

/** `key: value` at the beginning of a line; the name may be quoted, as in JSON. */
const REGULAR_KEY = /^(["']?)([\p{L}_][\p{L}\p{N}_.-]{0,63})\1[ \t]*:(?=[ \t]|$)/u;

/** A known key with an indent, a full-width colon, or no space. */
const IRREGULAR_KEY = /^[ \t]*(["']?)([A-Za-z]{3,12})\1[ \t]*[:：]/;

/**
 * Divides a front matter that is not valid YAML at its keys, line by line, as a reader would. A line that could be a key
 * is not one inside of a quoted text that is still open, unless the key is known.
 */
export function splitSegments(text: string, start: number, end: number): Segments {
  const segments: Segment[] = [];
  const stray: TextLine[] = [];
  let open: OpenSegment | undefined;
  for (const line of linesBetween(text, start, end)) {
    const begun = beginSegment(line, open);
    if (begun !== undefined) {
      if (open !== undefined) segments.push(closeSegment(open));
      open = begun;
    } else if (open !== undefined) {
      open.rest.push(line);
    } else if (!/^\s*(?:#|$)/.test(line.text)) {
      stray.push(line);
    }
  }
  if (open !== undefined) segments.push(closeSegment(open));
  return { segments, stray };
}

interface OpenSegment extends Omit<Segment, 'end'> {
  readonly rest: TextLine[];
  readonly firstLine: TextLine;
}

function beginSegment(line: TextLine, open: OpenSegment | undefined): OpenSegment | undefined {
  const regular = REGULAR_KEY.exec(line.text);
  const match = regular ?? IRREGULAR_KEY.exec(line.text);
  if (match === null) return undefined;
  const key = match[2]!;
  const isKnown = findArticleKey(key) !== undefined;
  if (!isKnown && (regular === null || isStillText(open, key))) return undefined;
  // An indented "title:" below "seo:" is a key of seo.
  if (
    regular === null &&
    /^[ \t]/.test(line.text) &&
    open !== undefined &&
    (open.inline === '' || open.rest.length > 0)
  ) {
    return undefined;
  }
  const inline = line.text.slice(match[0].length);
  const indent = line.text.length - line.text.trimStart().length;
  return {
    key,
    keyStart: line.start + indent,
    inline: inline.trim(),
    inlineStart: line.start + match[0].length + (inline.length - inline.trimStart().length),
    rest: [],
    start: line.start,
    firstLine: line,
    irregular: regular === null,
  };
}

/** Whether a line that could be an unknown key is more likely the next line of a text. */
function isStillText(open: OpenSegment | undefined, key: string): boolean {
  if (open === undefined) return false;
  if (hasOpenQuote(open)) return true;
  // In "title: 一座桥", a next line "记者: 小王" is text; "layout: post" is a key.
  return textKeys.has(open.key) && !/^[\w.-]+$/.test(key);
}

function hasOpenQuote({ inline, rest }: OpenSegment): boolean {
  const quote = inline[0];
  if (quote !== '"' && quote !== "'") return false;
  const last = rest.at(-1)?.text.trimEnd() ?? inline;
  return !last.endsWith(quote) || (rest.length === 0 && inline.length === 1);
}

function closeSegment(open: OpenSegment): Segment {
  const { firstLine, ...segment } = open;
  const rest = [...open.rest];
  while (rest.length > 0 && rest.at(-1)!.text.trim() === '') rest.pop();
  return { ...segment, rest, end: (rest.at(-1) ?? firstLine).next };
}
