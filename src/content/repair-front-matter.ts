import { findArticleKey, listKeys, textKeys } from './article-keys.ts';
import type { Report } from './collect-diagnostics.ts';
import { quoteValue } from './collect-diagnostics.ts';
import {
  countNodes,
  type FrontMatterEntry,
  type FrontMatterNode,
  type TextNode,
} from './front-matter-node.ts';
import { joinLines } from './join-lines.ts';
import { MAX_KEYS, MAX_NODES, readYaml, type YamlReading } from './read-yaml.ts';
import { type Segment, splitSegments } from './split-segments.ts';
import type { TextLine } from './text-lines.ts';
import { unquoteText } from './unquote-text.ts';

/** What was read of a front matter that is not valid YAML. */
export type RepairReading =
  | { readonly kind: 'entries'; readonly entries: readonly FrontMatterEntry[] }
  | Extract<YamlReading, { kind: 'limit' }>;

/**
 * Reads a front matter that strict YAML rejects, as a person would: key by key. Each key whose lines are valid YAML on
 * their own is read as that; of the others, what they say is taken as text or as a list, with one warning each.
 *
 * @returns No entries where no key was found.
 */
export function repairFrontMatter(text: string, start: number, end: number, report: Report): RepairReading {
  const { segments, stray } = splitSegments(text, start, end);
  if (segments.length > MAX_KEYS) {
    const message = `The front matter has more than ${MAX_KEYS} keys.`;
    return { kind: 'limit', rule: 'front-matter-too-large', offset: start, message };
  }
  if (segments.length > 0) for (const line of stray) reportUnreadable(line, report);
  const entries: FrontMatterEntry[] = [];
  let nodes = 0;
  for (const segment of segments) {
    const value = readSegment(text, segment, report);
    if (value.kind === 'limit') return value;
    // Each key is within the limit of a whole front matter; all of them together have to be.
    nodes += countNodes(value);
    if (nodes > MAX_NODES) {
      const message = `The front matter has more than ${MAX_NODES} values.`;
      return { kind: 'limit', rule: 'front-matter-too-large', offset: segment.keyStart, message };
    }
    entries.push({ key: segment.key, start: segment.keyStart, value });
  }
  return { kind: 'entries', entries };
}

function readSegment(
  text: string,
  segment: Segment,
  report: Report,
): FrontMatterNode | Extract<YamlReading, { kind: 'limit' }> {
  if (segment.irregular) {
    report(
      'irregular-key',
      segment.keyStart,
      `The key ${quoteValue(segment.key)} is not written as "${segment.key}: ".`,
    );
  }
  const strict = segment.irregular ? undefined : readStrictly(text, segment);
  if (strict?.kind === 'limit') return strict;
  if (strict?.kind === 'node' && strict.node.kind === 'map' && strict.node.entries.length === 1) {
    return strict.node.entries[0]!.value;
  }
  if (segment.inline === '' && isList(segment)) return readItems(segment, report);
  const isListKey = listKeys.has(segment.key.toLowerCase());
  if (isListKey && segment.inline.startsWith('[')) return readFlowList(segment, report);
  return readText(segment, report);
}

function readStrictly(text: string, segment: Segment): YamlReading {
  return readYaml(lineFeedsOnly(text.slice(segment.start, segment.end)), segment.start);
}

/** YAML's lines end in LF or CR LF. Offsets stay. */
export function lineFeedsOnly(source: string): string {
  return source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
}

/** The mark of an item. One without a space behind it is an item where its key has no value. */
const ITEM = /^[ \t]*-[ \t]*/;

function isList({ rest }: Segment): boolean {
  const first = rest.find((line) => line.text.trim() !== '');
  return first !== undefined && /^[ \t]*-/.test(first.text);
}

/** Reads the items of a list one by one; a line that is none belongs to the item before it. */
function readItems(segment: Segment, report: Report): FrontMatterNode {
  const items: { readonly at: number; readonly lines: string[] }[] = [];
  for (const { text, start } of segment.rest) {
    if (/^\s*(?:#|$)/.test(text)) continue;
    const mark = ITEM.exec(text)?.[0];
    if (mark !== undefined || items.length === 0) items.push({ at: start + (mark ?? '').length, lines: [] });
    items.at(-1)!.lines.push(text.slice((mark ?? '').length));
  }
  report(
    'irregular-list',
    segment.keyStart,
    `The list of ${quoteValue(segment.key)} is not valid YAML; its items are read.`,
  );
  return {
    kind: 'list',
    items: items.map(({ at, lines }) => readItem(joinLines(lines), at, report)),
    start: segment.inlineStart,
    end: segment.end,
  };
}

function readItem(written: string, at: number, report: Report): FrontMatterNode {
  const strict = readYaml(written, at);
  if (strict.kind === 'empty') return { kind: 'text', text: '', plain: true, start: at, end: at };
  if (strict.kind === 'node' && strict.node.kind !== 'map') return strict.node;
  const text = unquoteText(written);
  if (text !== written)
    report('unbalanced-quotes', at, `The quotes around ${quoteValue(written)} do not match.`);
  return { kind: 'text', text, plain: false, start: at, end: at + written.length };
}

/** A list in brackets that is not closed, or whose items need quotes. */
function readFlowList(segment: Segment, report: Report): FrontMatterNode {
  report(
    'irregular-list',
    segment.inlineStart,
    `The list ${quoteValue(segment.inline)} is not valid YAML; its items are read.`,
  );
  const written = joinLines([segment.inline, ...segment.rest.map((line) => line.text)]);
  const names = written.replace(/[[\]]/g, '').split(/[,，、]/);
  const span = { start: segment.inlineStart, end: segment.end };
  const items = names
    .map((name) => unquoteText(name))
    .filter((name) => name !== '')
    .map((name): TextNode => ({ kind: 'text', text: name, plain: false, ...span }));
  return { kind: 'list', items, ...span };
}

/** Reads a value as text, with what follows it on other lines. */
function readText(segment: Segment, report: Report): FrontMatterNode {
  const { inline, inlineStart, key } = segment;
  const more = segment.rest.filter((line) => line.text.trim() !== '' && !/^#/.test(line.text));
  const isBlock = /^[|>][+-]?\d?$/.test(inline) && more.length > 0;
  const isQuoted = /^["']/.test(inline);
  // A text goes on in the next line; a date or a switch does not.
  const takesMore = isBlock || isQuoted || inline === '' || takesLines(key);
  if (!takesMore && more.length > 0) {
    for (const line of more) reportUnreadable(line, report);
    const strict = readYaml(inline, inlineStart);
    if (strict.kind === 'node') return strict.node;
  }
  const lines = takesMore ? more.map((line) => line.text) : [];
  const written = joinLines(isBlock ? lines : [inline, ...lines]);
  const text = unquoteText(written.replace(/^(["'].*["']),$/s, '$1'));
  if (text !== written) {
    report(
      'unbalanced-quotes',
      inlineStart,
      `The quotes around ${quoteValue(written)} do not match; it is read as ${quoteValue(text)}.`,
    );
  } else if (lines.length > 0) {
    report(
      'broken-line',
      inlineStart,
      `The value of ${quoteValue(key)} goes on in the next line; it is read as ${quoteValue(text)}.`,
    );
  } else if (!segment.irregular || /[:#&*!|>@%`[\]{}]/.test(text)) {
    report(
      'unquoted-text',
      inlineStart,
      `${quoteValue(text)} needs quotes in YAML; it is read as it is written.`,
    );
  }
  // "draft：true" keeps its meaning.
  const plain = segment.irregular && text === inline && /^[\w~]*$/.test(text);
  return { kind: 'text', text, plain, start: inlineStart, end: segment.end };
}

/** Whether the lines after a key's value can belong to it: those of texts, and of keys that are only data. */
function takesLines(key: string): boolean {
  const known = findArticleKey(key);
  return known === undefined || textKeys.has(known);
}

function reportUnreadable(line: TextLine, report: Report): void {
  const indent = line.text.length - line.text.trimStart().length;
  report(
    'unreadable-line',
    line.start + indent,
    `The line ${quoteValue(line.text.trim())} belongs to no key.`,
  );
}
