import { VOID_ELEMENTS } from './output-policy.ts';
import { isTransparent, type OutputAttributes, type OutputElement, type OutputNode } from './output-tree.ts';

/**
 * Writes a body as HTML in its normal form, the one that a browser would write for the same tree (WHATWG "serialising
 * HTML fragments"), blocks of the body itself each on a line of its own.
 *
 * @returns undefined if the HTML were longer than `longest`, in UTF-16 code units: a long link around many paragraphs is
 *   written once a paragraph, and could make a small source a huge page.
 */
export function serializeBlocks(blocks: readonly OutputElement[], longest: number): string | undefined {
  let html = '';
  for (const block of blocks) {
    html += html === '' ? serializeElement(block) : `\n${serializeElement(block)}`;
    if (html.length > longest) return undefined;
  }
  return html;
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
