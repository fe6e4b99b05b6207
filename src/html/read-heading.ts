import { Flow } from './flow.ts';
import { createElement, inlineText } from './output-tree.ts';
import type { ElementReader } from './reading.ts';
import { replayInline } from './replay-inline.ts';
import { contextAttributes, wrapped } from './text-context.ts';

/**
 * A heading of the body itself becomes a heading, its level to be settled when all are known (headings.ts). Inside of
 * anything else (an item, a cell, a quote) it heads nothing that an outline could list: its text is a strong paragraph.
 */
export const readHeading: ElementReader = (element, flow, context, reading) => {
  if (flow.kind !== 'root') {
    flow.endParagraph();
    reading.readInto(element.childNodes, flow, wrapped(context, 'strong'));
    flow.endParagraph();
    return;
  }
  flow.endParagraph();
  const line = new Flow('line', reading.headingHooks);
  const links = context.wrappers.filter(({ name }) => name === 'a');
  reading.readInto(element.childNodes, line, { ...context, wrappers: links });
  const children = line.finish();
  if (inlineText(children).trim() === '') {
    replayInline(children, flow, { ...context, wrappers: [] });
    flow.endParagraph();
  } else {
    const heading = createElement('h2', contextAttributes(context), children);
    reading.anchors.claim(heading);
    reading.headings.push({ element: heading, sourceLevel: Number(element.tagName[1]) });
    flow.addBlock(heading);
    reading.beginSection();
  }
  flow.addBlocks(line.hoisted);
};
