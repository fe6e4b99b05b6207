import { Flow } from './flow.ts';
import { createElement, type OutputElement } from './output-tree.ts';
import { type ElementReader, hasClass, isElement } from './reading.ts';
import { replayInline } from './replay-inline.ts';
import { nested } from './text-context.ts';

const FOOTNOTES = /(?:^|\s)footnotes(?:\s|$)/;

export const readQuote: ElementReader = (element, flow, context, reading) => {
  const inner = new Flow('blocks', reading.hooks);
  flow.endParagraph();
  reading.readInto(element.childNodes, inner, nested(context));
  const blocks = inner.finish();
  if (blocks.length > 0) flow.addBlock(createElement('blockquote', {}, blocks));
};

/** A fold with a summary and something in it. Without either, it is unwrapped. */
export const readDetails: ElementReader = (element, flow, context, reading) => {
  flow.endParagraph();
  const summary = element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'summary');
  const rest = element.childNodes.filter((node) => node !== summary);
  const line = new Flow('line', reading.hooks);
  if (summary !== undefined) reading.readInto(summary.childNodes, line, context);
  const title = line.finish();
  if (title.length === 0 && flow.kind !== 'line') {
    // Read where it stands: an item takes the ids of its own paragraphs, so these must not be another flow's.
    flow.addBlocks(line.hoisted);
    reading.readInto(rest, flow, nested(context));
    flow.endParagraph();
    return;
  }
  const inner = new Flow('blocks', reading.hooks);
  inner.addBlocks(line.hoisted);
  reading.readInto(rest, inner, nested(context));
  const blocks = inner.finish() as OutputElement[];
  if (title.length > 0 && blocks.length > 0) {
    flow.addBlock(createElement('details', {}, [createElement('summary', {}, title), ...blocks]));
    return;
  }
  replayInline(title, flow, { ...context, wrappers: [] });
  flow.endParagraph();
  flow.addBlocks(blocks);
};

/** The notes at the end of a Markdown body keep their section; any other is unwrapped. */
export const readSection: ElementReader = (element, flow, context, reading) => {
  flow.endParagraph();
  if (flow.kind !== 'root' || !hasClass(element, FOOTNOTES)) {
    reading.readInto(element.childNodes, flow, context);
    flow.endParagraph();
    return;
  }
  const inner = new Flow('blocks', reading.hooks);
  reading.readInto(element.childNodes, inner, nested(context));
  const blocks = inner.finish();
  if (blocks.length > 0) {
    flow.addBlock(createElement('section', { class: 'footnotes', role: 'doc-endnotes' }, blocks));
  }
};
