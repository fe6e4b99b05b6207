import { quoteValue } from './collect-diagnostics.ts';
import type { FrontMatterNode, MapNode } from './front-matter-node.ts';
import { cleanValue, type ReadingContext, readText } from './read-text.ts';

/** More than these are quarantined, never cut. */
export const MAX_NAMES: Readonly<Record<'tags' | 'author' | 'aliases', number>> = Object.freeze({
  tags: 256,
  author: 64,
  aliases: 256,
});

/**
 * Reads a value that is one name or a list of names: tags, authors, aliases. Lists in the list count as part of it;
 * empty names are left out with a warning; a name that is there twice counts once.
 *
 * @param splitAt - Where one text is several names, e.g. at the commas of `tags: 桥梁, 交通`.
 */
export function readNames(
  node: FrontMatterNode,
  key: keyof typeof MAX_NAMES,
  context: ReadingContext,
  splitAt?: RegExp,
): readonly string[] {
  const names = new Set<string>();
  if (node.kind === 'list') collectItems(node.items, key, context, names);
  else for (const name of splitText(readName(node, key, context), splitAt)) names.add(name);
  if (names.size > MAX_NAMES[key]) {
    context.report(
      'too-many-values',
      node.start,
      `There are ${names.size} names in ${quoteValue(key)}; the limit is ${MAX_NAMES[key]}.`,
    );
  }
  return [...names];
}

function collectItems(
  items: readonly FrontMatterNode[],
  key: keyof typeof MAX_NAMES,
  context: ReadingContext,
  names: Set<string>,
): void {
  for (const item of items) {
    if (item.kind === 'list') {
      collectItems(item.items, key, context, names);
      continue;
    }
    const name = readName(item, key, context);
    if (name === '') context.report('empty-name', item.start, `A name in ${quoteValue(key)} is empty.`);
    else names.add(name);
  }
}

/** A name, or the name in a `{name: …, url: …}`. */
function readName(node: FrontMatterNode, key: string, context: ReadingContext): string {
  const named = node.kind === 'map' ? nameEntry(node) : undefined;
  return named === undefined ? readText(node, key, context) : readText(named, key, context);
}

function nameEntry(node: MapNode): FrontMatterNode | undefined {
  return node.entries.find(({ key }) => key === 'name')?.value;
}

function splitText(text: string, splitAt: RegExp | undefined): string[] {
  const names = splitAt === undefined ? [text] : text.split(splitAt);
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** A dash that a scraper put in front of a name: an em dash, or any other with a space behind it. */
const LEADING_DASH = /^(?:[-‐‑‒–−－]+ |[—―]+ ?)+(?=.)/;

/** A name of a category: cleaned, without a leading dash. */
export function readCategoryName(raw: string, offset: number, context: ReadingContext): string {
  const name = cleanValue(raw, offset, 'categories', context);
  const bare = name.replace(LEADING_DASH, '');
  if (bare !== name)
    context.report(
      'leading-dash',
      offset,
      `The category ${quoteValue(name)} begins with a dash; it is read as ${quoteValue(bare)}.`,
    );
  return bare;
}
