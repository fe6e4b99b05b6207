import { quoteValue } from './collect-diagnostics.ts';
import { type FrontMatterNode, isNull, type ListNode } from './front-matter-node.ts';
import { readCategoryName } from './read-names.ts';
import type { ReadingContext } from './read-text.ts';

const MAX_PATHS = 64;
const MAX_DEPTH = 16;
/** In UTF-16 code units. */
const MAX_NAME = 200;

/**
 * Reads categories as Hexo means them: a list is ONE path from parent to child; where a list holds lists, each of its items
 * is a path; a text is a path of one name. An item that YAML takes for a list because a name begins with a dash
 * (` -  - 新闻`) is a name.
 *
 * @returns Paths from parent to child, each with a name at least, no path twice.
 */
export function readCategories(
  node: FrontMatterNode,
  context: ReadingContext,
): readonly (readonly string[])[] {
  const paths = new Map<string, readonly string[]>();
  for (const items of pathsOf(node, context)) {
    const names = items.flatMap((item) => readCategory(item, context));
    checkPath(names, node.start, context);
    if (names.length > 0) paths.set(names.join('\0'), names);
  }
  if (paths.size > MAX_PATHS) {
    context.report(
      'too-many-values',
      node.start,
      `There are ${paths.size} category paths; the limit is ${MAX_PATHS}.`,
    );
  }
  return [...paths.values()];
}

/** The items of each path. */
function pathsOf(node: FrontMatterNode, context: ReadingContext): readonly (readonly FrontMatterNode[])[] {
  if (node.kind !== 'list') return isNull(node) || isEmptyText(node) ? [] : [[node]];
  const items = node.items.map((item) => (isDashedName(item, node, context) ? item.items[0]! : item));
  if (!items.some((item) => item.kind === 'list')) return [items];
  return items.map((item) => (item.kind === 'list' ? flatten(item) : [item]));
}

function isEmptyText(node: FrontMatterNode): boolean {
  return node.kind === 'text' && node.text.trim() === '';
}

/** ` -  - 新闻` in a list of names: a list of one name, written as a block, beside names. */
function isDashedName(
  item: FrontMatterNode,
  list: ListNode,
  { text, report }: ReadingContext,
): item is ListNode {
  if (item.kind !== 'list' || item.items.length !== 1 || item.items[0]!.kind === 'list') return false;
  if (text[item.start] !== '-' || !list.items.some(({ kind }) => kind !== 'list')) return false;
  report(
    'leading-dash',
    item.start,
    `The category ${quoteValue(text.slice(item.start, item.end).trim())} begins with a dash.`,
  );
  return true;
}

/** Lists in a path add nothing to it. */
function flatten(list: ListNode): readonly FrontMatterNode[] {
  return list.items.flatMap((item) => (item.kind === 'list' ? flatten(item) : [item]));
}

/** The name of one level, or none with a warning. `- 快讯: 通车` is a map to YAML, but a name here. */
function readCategory(node: FrontMatterNode, context: ReadingContext): readonly string[] {
  const raw =
    node.kind === 'text' ? (isNull(node) ? '' : node.text) : context.text.slice(node.start, node.end);
  if (node.kind === 'map') reportMap(node, raw, context);
  const name = readCategoryName(raw, node.start, context);
  if (name !== '') return [name];
  context.report('empty-name', node.start, 'A category without a name.');
  return [];
}

function reportMap({ start }: FrontMatterNode, raw: string, { report }: ReadingContext): void {
  const written = quoteValue(raw);
  if (raw.startsWith('{'))
    report('wrong-type', start, `A category is a map, not a name; ${written} is read as a name.`);
  else
    report(
      'unquoted-text',
      start,
      `The category ${written} needs quotes in YAML; it is read as it is written.`,
    );
}

function checkPath(names: readonly string[], offset: number, { report }: ReadingContext): void {
  if (names.length > MAX_DEPTH) {
    report('too-many-values', offset, `A category is ${names.length} deep; the limit is ${MAX_DEPTH}.`);
  }
  const long = names.find((name) => name.length > MAX_NAME);
  if (long !== undefined) {
    report(
      'too-many-values',
      offset,
      `The category ${quoteValue(long)} has ${long.length} characters; the limit is ${MAX_NAME}.`,
    );
  }
}
