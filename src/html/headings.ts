import { headingId, type UsedNames, uniqueName } from './anchors.ts';
import type { OutlineEntry } from './cleaned-body.ts';
import { inlineText, type OutputElement } from './output-tree.ts';
import type { FoundHeading } from './reading.ts';

/** The page's `h1` is the article's title. */
const TOP_LEVEL = 2;
const LOWEST_LEVEL = 6;

/**
 * Removes headings at the start of a body that repeat the article's title, which the page already shows.
 *
 * @returns The remaining headings.
 */
export function dropTitleHeadings(
  blocks: OutputElement[],
  headings: readonly FoundHeading[],
  title: string,
): readonly FoundHeading[] {
  let dropped = 0;
  while (dropped < headings.length) {
    const { element } = headings[dropped]!;
    if (blocks[0] !== element || comparable(inlineText(element.children)) !== comparable(title)) break;
    blocks.shift();
    dropped++;
  }
  // What stood between the title and the text is now the first thing.
  if (dropped > 0 && blocks[0]?.name === 'hr') blocks.shift();
  return headings.slice(dropped);
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/**
 * Gives headings the levels that their order implies, and ids. The first level is 2; a heading below another is exactly
 * one level below it, whatever levels its source skipped; headings of one source level under one parent stay equal.
 */
export function settleHeadings(headings: readonly FoundHeading[]): readonly OutlineEntry[] {
  const open: { readonly sourceLevel: number; readonly level: number }[] = [];
  const used: UsedNames = new Map();
  return headings.map(({ element, sourceLevel }) => {
    while (open.length > 0 && open.at(-1)!.sourceLevel > sourceLevel) open.pop();
    if (open.at(-1)?.sourceLevel !== sourceLevel) open.push({ sourceLevel, level: TOP_LEVEL + open.length });
    const level = Math.min(open.at(-1)!.level, LOWEST_LEVEL);
    element.name = `h${level}` as OutputElement['name'];
    const text = inlineText(element.children);
    const id = uniqueName(headingId(text), used);
    element.attributes.id = id;
    return { level, id, text };
  });
}
