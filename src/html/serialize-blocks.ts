import { VOID_ELEMENTS } from './output-policy.ts';
import { isTransparent, type OutputAttributes, type OutputElement, type OutputNode } from './output-tree.ts';

/**
 * Writes the blocks of a body as HTML in its normal form, the one that a browser would write for the same tree (WHATWG
 * "serialising HTML fragments"). Neither text nor attributes hold a bare `<` or `>`.
 *
 * @returns One string a block; undefined if together they were longer than `longest`, in UTF-16 code units: a long link
 *   around many paragraphs is written once a paragraph, and could make a small source a huge page.
 */
export function serializeBlocks(
  blocks: readonly OutputElement[],
  longest: number,
): readonly string[] | undefined {
  const written: string[] = [];
  let length = 0;
  for (const block of blocks) {
    const html = serializeElement(block);
    length += html.length;
    if (length > longest) return undefined;
    written.push(html);
  }
  return written;
}

function serializeNodes(nodes: readonly OutputNode[]): string {
  let html = '';
  for (const node of nodes) html += typeof node === 'string' ? escapeText(node) : serializeElement(node);
  return html;
}

function serializeElement(element: OutputElement): string {
  if (isTransparent(element)) return serializeNodes(element.children);
  const { name, attributes } = element;
  const start = `<${name}${serializeAttributes(attributes)}>`;
  return VOID_ELEMENTS.has(name) ? start : `${start}${serializeNodes(element.children)}</${name}>`;
}

function serializeAttributes(attributes: OutputAttributes): string {
  let html = '';
  for (const name in attributes) html += ` ${name}="${escapeAttribute(attributes[name]!)}"`;
  return html;
}

function escapeText(text: string): string {
  if (!/[&<>\xa0]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\xa0', '&nbsp;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
