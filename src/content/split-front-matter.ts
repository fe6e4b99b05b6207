import { findArticleKey } from './article-keys.ts';
import { lineAt, type TextLine } from './text-lines.ts';

/** Where the parts of a file are: offsets into its text, in UTF-16 code units. */
export type SplitFile =
  | { readonly kind: 'no-front-matter' }
  | FrontMatterBlock
  /** The fence names a language that is never read. */
  | { readonly kind: 'refused'; readonly language: string; readonly start: number };

export interface FrontMatterBlock {
  readonly kind: 'front-matter';
  readonly language: 'yaml' | 'json';
  /** Of what stands between the fences. */
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  /** A fence that is missing; the block ends where the keys do. */
  readonly missing?: 'opening' | 'closing';
}

/** Three or more, and what follows on the line. `;;;` is Hexo's fence for JSON, `+++` Hugo's for TOML. */
const OPENING = /^(-{3,}|;{3,}|\+{3})(.*)$/s;

/** Fences end as they begin; `...` ends a YAML document, and so Jekyll's front matter. */
const CLOSING: Readonly<Record<string, RegExp>> = Object.freeze({
  '-': /^(?:-{3,}|\.{3})[ \t]*$/,
  ';': /^;{3,}[ \t]*$/,
});

/**
 * Finds the front matter of a file. A byte order mark, blank lines and invisible characters before it do not matter, and
 * neither do CR LF or CR. A fence that is missing is made up for where keys show what was meant.
 */
export function splitFrontMatter(text: string): SplitFile {
  let first = lineAt(text, 0);
  while (first.next < text.length && isBlankLine(first)) first = lineAt(text, first.next);
  const fence = OPENING.exec(first.text);
  if (fence === null) return splitUnopened(text, first);
  const mark = fence[1]![0]!;
  const rest = fence[2]!.trim();
  if (mark === '+') return isToml(text, first, rest) ? refuse('toml', first) : { kind: 'no-front-matter' };
  if (mark === ';')
    return rest === '' ? splitFenced(text, first.next, 'json', mark) : { kind: 'no-front-matter' };
  if (rest === '' || rest.startsWith('#')) return splitFenced(text, first.next, 'yaml', mark);
  // "--- title: x": the first key stands behind the fence.
  if (isKnownKeyLine(rest)) return splitFenced(text, first.start + first.text.indexOf(rest), 'yaml', mark);
  return splitNamed(text, first, rest);
}

/** What follows the fence names a language: gray-matter would pick the parser by it, JavaScript's `eval` among them. */
function splitNamed(text: string, first: TextLine, name: string): SplitFile {
  if (/^ya?ml$/i.test(name)) return splitFenced(text, first.next, 'yaml', '-');
  if (/^json[5c]?$/i.test(name)) return splitFenced(text, first.next, 'json', '-');
  return /^[a-z][\w+.-]*$/i.test(name) ? refuse(name, first) : { kind: 'no-front-matter' };
}

function refuse(language: string, line: TextLine): SplitFile {
  return { kind: 'refused', language, start: line.start };
}

function isBlankLine(line: TextLine): boolean {
  return /^[\s\x85\u200b\ufeff]*$/.test(line.text);
}

function isToml(text: string, first: TextLine, rest: string): boolean {
  return rest === '' && /^\s*(?:[\w."'-]+\s*=|\[|#|\+\+\+)/.test(text.slice(first.next, first.next + 200));
}

function splitFenced(text: string, start: number, language: 'yaml' | 'json', mark: string): SplitFile {
  const closing = CLOSING[mark]!;
  for (let at = start; at < text.length; ) {
    const line = lineAt(text, at);
    if (closing.test(line.text))
      return { kind: 'front-matter', language, start, end: at, bodyStart: line.next };
    at = line.next;
  }
  const end = language === 'json' ? text.length : endOfKeys(text, start);
  // A file that begins with a line of --- and no key under it has a rule there, which is Markdown.
  if (end === start) return { kind: 'no-front-matter' };
  return { kind: 'front-matter', language, start, end, bodyStart: end, missing: 'closing' };
}

/** Hexo reads a front matter that has only its second fence; of one that has none, two known keys must show it. */
function splitUnopened(text: string, first: TextLine): SplitFile {
  if (!isKnownKeyLine(first.text)) return { kind: 'no-front-matter' };
  const start = first.start;
  const end = endOfKeys(text, start);
  let after = lineAt(text, end);
  while (after.next < text.length && isBlankLine(after)) after = lineAt(text, after.next);
  const isClosed = CLOSING['-']!.test(after.text);
  if (!isClosed && countKnownKeys(text, start, end) < 2) return { kind: 'no-front-matter' };
  return {
    kind: 'front-matter',
    language: 'yaml',
    start,
    end,
    bodyStart: isClosed ? after.next : end,
    missing: 'opening',
  };
}

/** A known key, a colon (full-width too), and a value or nothing. */
const KEY_LINE = /^\s{0,3}["']?([A-Za-z]{3,12})["']?\s*(?::(?=\s|$)|：)/;

/** Whether a line is one of a front matter for certain: it begins with a key that means something. */
export function isKnownKeyLine(line: string): boolean {
  const name = KEY_LINE.exec(line)?.[1];
  return name !== undefined && findArticleKey(name) !== undefined;
}

function countKnownKeys(text: string, start: number, end: number): number {
  let keys = 0;
  for (let at = start; at < end; at = lineAt(text, at).next) {
    if (isKnownKeyLine(lineAt(text, at).text)) keys++;
  }
  return keys;
}

/** A key of any name, an item of a list, an indented line, a comment: what a front matter is made of. */
const HEADER_LINE =
  /^(?:["']?[\p{L}_][\p{L}\p{N}_. -]{0,40}["']?\s*(?::(?=\s|$)|：)|\s*-\s|\s*-$|[ \t]+[^\s<]|#)/u;

/**
 * Where the keys end that begin at an offset: before the first line that nothing of a front matter looks like, or the
 * blank line before it.
 *
 * @returns `start` itself where no known key is.
 */
export function endOfKeys(text: string, start: number): number {
  let end = start;
  let sawKey = false;
  for (let at = start; at < text.length; ) {
    const line = lineAt(text, at);
    at = line.next;
    if (isBlankLine(line)) {
      // A blank line may stand between keys, but only a known key after it shows that they go on.
      if (!isKnownKeyLine(lineAt(text, at).text)) break;
    } else {
      if (!HEADER_LINE.test(line.text)) break;
      sawKey ||= isKnownKeyLine(line.text);
      end = at;
    }
    if (line.next === line.end) break;
  }
  return sawKey ? end : start;
}
