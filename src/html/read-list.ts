import { Flow } from './flow.ts';
import { createElement, type OutputAttributes, type OutputElement } from './output-tree.ts';
import type { SourceElement, SourceNode } from './parse-body.ts';
import { readPresentation } from './read-presentation.ts';
import { attributeOf, type ElementReader, isElement, type Reading } from './reading.ts';
import { blockContext, nested, type TextContext } from './text-context.ts';

/** Lists hold items alone: what stands between items becomes an item, a list between items belongs to the one before. */
export const readList: ElementReader = (element, flow, context, reading) => {
  flow.endParagraph();
  const items: OutputElement[] = [];
  for (const { source, nodes } of groupItems(element)) addItem(items, nodes, context, reading, source);
  if (items.length === 0) return;
  const isOrdered = element.tagName === 'ol';
  flow.addBlock(createElement(isOrdered ? 'ol' : 'ul', isOrdered ? orderedAttributes(element) : {}, items));
};

/** An item outside of a list: it joins the list that such items before it have made. */
export const readStrayItem: ElementReader = (element, flow, context, reading) => {
  flow.endParagraph();
  const items: OutputElement[] = [];
  addItem(items, element.childNodes, context, reading, element);
  if (items.length > 0) flow.addToLastList(items);
};

interface ItemGroup {
  /** Absent for what stands between items. */
  readonly source?: SourceElement;
  readonly nodes: SourceNode[];
}

function groupItems(list: SourceElement): readonly ItemGroup[] {
  const groups: ItemGroup[] = [];
  for (const child of list.childNodes) {
    const last = groups.at(-1);
    if (isElement(child) && child.tagName === 'li')
      groups.push({ source: child, nodes: [...child.childNodes] });
    else if (last !== undefined && (last.source === undefined || isList(child))) last.nodes.push(child);
    else if (isElement(child) || hasText(child)) groups.push({ nodes: [child] });
  }
  return groups;
}

function isList(node: SourceNode): boolean {
  return isElement(node) && /^(?:ul|ol|menu|dir)$/.test(node.tagName);
}

function hasText(node: SourceNode): boolean {
  return 'value' in node && /\S/.test(node.value);
}

function addItem(
  items: OutputElement[],
  nodes: readonly SourceNode[],
  context: TextContext,
  reading: Reading,
  source?: SourceElement,
): void {
  const item = createElement('li');
  let inner = context;
  if (source !== undefined) {
    const presentation = readPresentation(source);
    if (presentation.hidden) {
      reading.notes.add('hidden-content-removed', '<li');
      return;
    }
    noteId(source, reading);
    inner = blockContext(context, presentation);
    const value = integer(attributeOf(source, 'value'));
    if (value !== undefined) item.attributes.value = value;
  }
  readTight(item, nodes, nested(inner), reading);
  if (item.children.length > 0) items.push(item);
}

/**
 * Fills an item, description or cell. It takes the ids that wait before anything in it can: so an id that stands on it stays on
 * it, whether its first block is text or not.
 */
export function readTight(
  part: OutputElement,
  nodes: readonly SourceNode[],
  context: TextContext,
  reading: Reading,
): Flow {
  const flow = new Flow('tight', reading.hooks, part);
  reading.anchors.claim(part);
  reading.readInto(nodes, flow, context);
  part.children = flow.finish();
  if (part.children.length === 0) reading.anchors.release(part);
  return flow;
}

function orderedAttributes(element: SourceElement): OutputAttributes {
  const attributes: OutputAttributes = {};
  const start = integer(attributeOf(element, 'start'));
  if (start !== undefined && start !== '1') attributes.start = start;
  if (attributeOf(element, 'reversed') !== undefined) attributes.reversed = '';
  const type = attributeOf(element, 'type')?.trim();
  if (type !== undefined && /^[aAiI]$/.test(type)) attributes.type = type;
  return attributes;
}

function integer(value: string | undefined): string | undefined {
  return value !== undefined && /^\s*-?\d{1,6}\s*$/.test(value) ? String(Number(value)) : undefined;
}

/** Items are read by their list, not by the reader of all elements, which notes ids. */
export function noteId(element: SourceElement, reading: Reading): void {
  const id = attributeOf(element, 'id');
  if (id !== undefined) reading.anchors.note(id);
}

/** Terms are text, descriptions are anything; what stands between them becomes a description. */
export const readDefinitions: ElementReader = (element, flow, context, reading) => {
  flow.endParagraph();
  const list = createElement('dl');
  const hoisted: OutputElement[] = [];
  for (const node of definitionNodes(element)) {
    const isTerm = isElement(node) && node.tagName === 'dt';
    const isPart = isElement(node) && (isTerm || node.tagName === 'dd');
    const part = createElement(isTerm ? 'dt' : 'dd');
    if (isPart) noteId(node, reading);
    const innerContext = nested(isPart ? blockContext(context, readPresentation(node)) : context);
    const read = isTerm ? readLine : readTight;
    hoisted.push(...read(part, isPart ? node.childNodes : [node], innerContext, reading).hoisted);
    if (part.children.length === 0) continue;
    if (isTerm) reading.anchors.claim(part);
    list.children.push(part);
  }
  if (list.children.length > 0) flow.addBlock(list);
  flow.addBlocks(hoisted);
};

function readLine(
  part: OutputElement,
  nodes: readonly SourceNode[],
  context: TextContext,
  reading: Reading,
): Flow {
  const flow = new Flow('line', reading.hooks);
  reading.readInto(nodes, flow, context);
  part.children = flow.finish();
  return flow;
}

/** HTML lets groups of a definition list stand in a `div`. */
function definitionNodes(element: SourceElement): readonly SourceNode[] {
  return element.childNodes.flatMap((node) =>
    isElement(node) && node.tagName === 'div' ? node.childNodes : [node],
  );
}
