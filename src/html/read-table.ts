import { uniqueName } from './anchors.ts';
import { Flow } from './flow.ts';
import {
  createElement,
  inlineText,
  isBlock,
  type OutputAttributes,
  type OutputElement,
} from './output-tree.ts';
import type { SourceElement } from './parse-body.ts';
import { noteId, readTight } from './read-list.ts';
import { readPresentation } from './read-presentation.ts';
import { attributeOf, type ElementReader, hasClass, isElement, type Reading } from './reading.ts';
import { replayInline } from './replay-inline.ts';
import { blockContext, nested, type TextContext } from './text-context.ts';

type SectionName = 'thead' | 'tbody' | 'tfoot';

interface SourceRow {
  readonly section: SectionName;
  readonly sectionElement: SourceElement;
  readonly cells: readonly SourceElement[];
}

/** Line numbers that highlighters put in a column of their own. */
const GUTTER = /(?:^|\s)(?:gutter|linenos?|line-numbers|lineno|hljs-ln-numbers|blob-num)(?=\s|$)/i;

/** Spans beyond this make a browser lay out millions of cells for a few bytes of source. */
const WIDEST_SPAN = 100;

/**
 * A table in a box in which it can scroll. The box can be focused, since only then can it be scrolled by keyboard, and so
 * needs a name. A table with one cell in each row and no header orders nothing: it is layout, and is unwrapped.
 */
export const readTable: ElementReader = (element, flow, context, reading) => {
  flow.endParagraph();
  const rows = sourceRows(element);
  const captions = element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'caption');
  if (isLayout(rows)) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        noteId(cell, reading);
        reading.readInto(cell.childNodes, flow, context);
        flow.endParagraph();
      }
    }
    for (const caption of captions) readAsParagraph(caption, flow, context, reading);
    return;
  }
  const line = new Flow('line', reading.hooks);
  for (const caption of captions) reading.readInto(caption.childNodes, line, { wrappers: context.wrappers });
  const title = line.finish();
  const table = createElement('table', {}, title.length > 0 ? [createElement('caption', {}, title)] : []);
  addRows(table, rows, context, reading);
  const sections = table.children.filter((child) => typeof child === 'object' && child.name !== 'caption');
  const cells = singleCells(sections as OutputElement[]);
  if (cells === undefined) {
    flow.addBlock(scrollBox(table, inlineText(title), reading));
  } else {
    for (const cell of cells) unwrapCell(cell, flow, context);
    replayInline(title, flow, { ...context, wrappers: [] });
    flow.endParagraph();
  }
  flow.addBlocks(line.hoisted);
};

function readAsParagraph(element: SourceElement, flow: Flow, context: TextContext, reading: Reading): void {
  reading.readInto(element.childNodes, flow, context);
  flow.endParagraph();
}

/** The cells of a table in which no row has a second one, once empty rows are gone; undefined for any other table. */
function singleCells(sections: readonly OutputElement[]): readonly OutputElement[] | undefined {
  const rows = sections.flatMap(({ children }) => children as OutputElement[]);
  const cells = rows.map(({ children }) => children as OutputElement[]);
  const isSingle = cells.every((row) => row.length === 1 && row[0]?.name === 'td');
  return isSingle ? cells.flat() : undefined;
}

/** Puts the content of a finished cell where its table would have stood. */
function unwrapCell(cell: OutputElement, flow: Flow, context: TextContext): void {
  for (const node of cell.children) {
    if (typeof node === 'object' && isBlock(node)) {
      flow.addBlock(node);
    } else {
      replayInline([node], flow, { ...context, wrappers: [] });
    }
    if (typeof node === 'object' && node.name === '') flow.endParagraph();
  }
  flow.endParagraph();
}

function scrollBox(table: OutputElement, title: string, reading: Reading): OutputElement {
  const { tableLabels, labels } = reading;
  const name = title.trim().slice(0, 80) || `${labels.table} ${tableLabels.size + 1}`;
  const label = uniqueName(name.toWellFormed(), tableLabels);
  // A section with a name is a region.
  return createElement('section', { class: 'table-scroll', tabindex: '0', 'aria-label': label }, [table]);
}

function sourceRows(table: SourceElement): readonly SourceRow[] {
  const rows: SourceRow[] = [];
  for (const section of table.childNodes) {
    if (!isElement(section) || !/^(?:thead|tbody|tfoot)$/.test(section.tagName)) continue;
    for (const row of section.childNodes) {
      if (!isElement(row) || row.tagName !== 'tr') continue;
      const cells = row.childNodes
        .filter(isElement)
        .filter((cell) => /^t[dh]$/.test(cell.tagName) && !hasClass(cell, GUTTER));
      rows.push({ section: section.tagName as SectionName, sectionElement: section, cells });
    }
  }
  return rows;
}

function isLayout(rows: readonly SourceRow[]): boolean {
  return rows.every(({ cells }) => cells.length <= 1 && cells[0]?.tagName !== 'th');
}

/** A row of empty cells shows nothing. Sections without rows go too. */
function addRows(
  table: OutputElement,
  rows: readonly SourceRow[],
  context: TextContext,
  reading: Reading,
): void {
  let section: OutputElement | undefined;
  let source: SourceElement | undefined;
  for (const { section: name, sectionElement, cells } of rows) {
    const row = createElement('tr');
    const isHeading = name === 'thead' || cells.every(({ tagName }) => tagName === 'th');
    for (const cell of cells) row.children.push(readCell(cell, isHeading ? 'col' : 'row', context, reading));
    if (row.children.every((cell) => typeof cell === 'object' && cell.children.length === 0)) continue;
    if (section === undefined || source !== sectionElement) {
      section = createElement(name);
      source = sectionElement;
      table.children.push(section);
    }
    section.children.push(row);
  }
}

/** @param scope - What a header cell heads, unless it says so itself. */
function readCell(
  source: SourceElement,
  scope: 'col' | 'row',
  context: TextContext,
  reading: Reading,
): OutputElement {
  const cell = createElement(source.tagName as 'td' | 'th', cellAttributes(source, scope));
  noteId(source, reading);
  const presentation = readPresentation(source);
  const inner = blockContext({ ...nested(context), align: undefined }, presentation);
  if (!presentation.hidden) readTight(cell, source.childNodes, inner, reading);
  return cell;
}

function cellAttributes(source: SourceElement, defaultScope: 'col' | 'row'): OutputAttributes {
  const attributes: OutputAttributes = {};
  for (const name of ['colspan', 'rowspan'] as const) {
    const value = attributeOf(source, name);
    const span = value !== undefined && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : 1;
    if (span > 1) attributes[name] = String(Math.min(span, WIDEST_SPAN));
  }
  if (source.tagName === 'th') {
    const scope = attributeOf(source, 'scope')?.toLowerCase() ?? '';
    attributes.scope = /^(?:col|row|colgroup|rowgroup)$/.test(scope) ? scope : defaultScope;
  }
  return attributes;
}
