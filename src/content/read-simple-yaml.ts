import type { FrontMatterEntry, MapNode, TextNode } from './front-matter-node.ts';

/** Characters that end lines, do not show, or are spaces other than the one that YAML knows. */
const STRANGE = String.raw`\0-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff`;
/** Text in one line that is the same to YAML as it looks: no `: `, no ` #`. */
const PLAIN = String.raw`[A-Za-z0-9\u4e00-\u9fff](?:[^${STRANGE}:#]|:(?=[!-~\u4e00-\u9fff])|(?<=[!-~\u4e00-\u9fff])#)*`;
const VALUE = String.raw`(?:'([^'${STRANGE}]*)'|"([^"\\${STRANGE}]*)"|(${PLAIN}))`;
const END = String.raw` *(?:\r?\n|$)`;

const KEY_LINE = new RegExp(String.raw`([A-Za-z_][\w-]{0,60}):(?: +${VALUE})?${END}`, 'y');
const ITEM_LINE = new RegExp(`( *)- +${VALUE}${END}`, 'y');
const BLANK_LINE = / *\r?\n/y;

/**
 * Reads the YAML that scrapers write, and most people: keys with one-line values, and lists of such values. It is a tenth
 * of the work of the real parser, which has to read everything else; where both read, they agree.
 *
 * @param base - Where `source` begins in the file's text.
 * @returns undefined where there is anything else in it, or nothing.
 */
export function readSimpleYaml(source: string, base: number): MapNode | undefined {
  const entries: FrontMatterEntry[] = [];
  let start = 0;
  let end = 0;
  for (let at = 0; at < source.length; ) {
    const blank = matchAt(BLANK_LINE, source, at);
    if (blank !== undefined) {
      at = BLANK_LINE.lastIndex;
      continue;
    }
    const line = matchAt(KEY_LINE, source, at);
    if (line === undefined) return undefined;
    const keyEnd = at + line[1]!.length + 1;
    const next = KEY_LINE.lastIndex;
    if (entries.length === 0) start = at;
    const list = hasValue(line, 2) ? undefined : readList(source, next, base);
    const value = list?.node ?? textNode(line, 2, at, base);
    // YAML puts the place of a missing value behind the spaces of its line.
    const emptyAt = base + at + line[0].replace(/\r?\n$/, '').length;
    entries.push({ key: line[1]!, start: base + at, value: value ?? emptyNode(emptyAt) });
    end = value?.end ?? base + keyEnd;
    at = list?.next ?? next;
  }
  if (entries.length === 0) return undefined;
  return { kind: 'map', entries, start: base + start, end };
}

interface ReadList {
  readonly node: Extract<FrontMatterEntry['value'], { kind: 'list' }>;
  readonly next: number;
}

/** The items that follow a key, all with the same indent; undefined where none does. */
function readList(source: string, from: number, base: number): ReadList | undefined {
  const items: TextNode[] = [];
  let indent: number | undefined;
  let start = from;
  let at = from;
  for (;;) {
    const blank = matchAt(BLANK_LINE, source, at);
    const line = blank === undefined && at < source.length ? matchAt(ITEM_LINE, source, at) : undefined;
    // A deeper or shallower item is for the real parser, which no line of ours matches then.
    if (line === undefined || (indent !== undefined && line[1]!.length !== indent)) break;
    indent ??= line[1]!.length;
    if (items.length === 0) start = at + indent;
    items.push(textNode(line, 2, at, base)!);
    at = ITEM_LINE.lastIndex;
  }
  const last = items.at(-1);
  return last === undefined
    ? undefined
    : { node: { kind: 'list', items, start: base + start, end: last.end }, next: at };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

function hasValue(line: RegExpExecArray, group: number): boolean {
  return line[group] !== undefined || line[group + 1] !== undefined || line[group + 2] !== undefined;
}

/** The value in three groups from `group` on: single-quoted, double-quoted, plain. */
function textNode(line: RegExpExecArray, group: number, at: number, base: number): TextNode | undefined {
  const quoted = line[group] ?? line[group + 1];
  const plain = line[group + 2];
  const written = line[0].trimEnd();
  const end = base + at + written.length;
  if (quoted !== undefined)
    return { kind: 'text', text: quoted, plain: false, start: end - quoted.length - 2, end };
  if (plain === undefined) return undefined;
  const text = plain.trimEnd();
  return { kind: 'text', text, plain: true, start: end - text.length, end };
}

function emptyNode(at: number): TextNode {
  return { kind: 'text', text: '', plain: true, start: at, end: at };
}
