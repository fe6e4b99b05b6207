import type { InterfaceLabels } from './interface-labels.ts';
import type { OutputElement, OutputNode } from './output-tree.ts';

/** What the address of a picture ends in. */
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|bmp|svg|avif)(?:[?#!]|$)/i;

/**
 * Gives a name to links that hold nothing but pictures without a description: a screen reader would read their address out,
 * letter by letter. The first picture is described by what the link does (WCAG 2.2, technique H30). A picture that stands
 * outside of links keeps its empty description: it says nothing that the text does not.
 */
export function nameBareLinks(blocks: readonly OutputElement[], labels: InterfaceLabels): void {
  for (const block of blocks) visit(block, labels);
}

function visit(element: OutputElement, labels: InterfaceLabels): void {
  const { href } = element.attributes;
  if (element.name === 'a' && href !== undefined) {
    const picture = findNamelessPicture(element.children);
    if (picture !== undefined)
      picture.attributes.alt = PICTURE_FILE.test(href) ? labels.pictureLink : labels.link;
    return;
  }
  for (const child of element.children) if (typeof child !== 'string') visit(child, labels);
}

/** @returns The first picture, when nothing here has a name. */
function findNamelessPicture(nodes: readonly OutputNode[]): OutputElement | undefined {
  let first: OutputElement | undefined;
  for (const node of nodes) {
    if (typeof node === 'string') {
      if (node.trim() !== '') return undefined;
    } else if (node.name === 'img') {
      if (node.attributes.alt !== '') return undefined;
      first ??= node;
    } else if (node.children.length > 0) {
      const inner = findNamelessPicture(node.children);
      if (inner === undefined) return undefined;
      first ??= inner;
    }
  }
  return first;
}
