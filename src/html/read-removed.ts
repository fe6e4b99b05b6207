import { html as htmlNames } from 'parse5';
import { ELEMENT_ROLES, type ElementRole } from './element-roles.ts';
import type { SourceNode } from './parse-body.ts';
import { type ElementReader, isElement } from './reading.ts';

/** Readers of what is not published, and of what is shown in its place. */

export const readScript: ElementReader = (_element, _flow, _context, reading) => {
  reading.notes.add('active-content-removed', '<script');
};

export const readControl: ElementReader = (element, _flow, _context, reading) => {
  reading.notes.add('form-removed', `<${element.tagName}`);
};

/** A plug-in that does not run shows what it holds: its content, like that of any box. */
export const readPlugIn: ElementReader = (element, flow, context, reading) => {
  reading.notes.add('active-content-removed', `<${element.tagName}`);
  flow.endParagraph();
  reading.readInto(element.childNodes, flow, context);
  flow.endParagraph();
};

/** What a button says in a few words is of no use without it. More than that is text in a button that nobody closed. */
const LONGEST_BUTTON = 60;

export const readButton: ElementReader = (element, flow, context, reading) => {
  reading.notes.add('form-removed', '<button');
  if (textLength(element.childNodes, LONGEST_BUTTON) <= LONGEST_BUTTON) return;
  reading.readInto(element.childNodes, flow, context);
};

/** The length of the text of nodes, counted no further than just above a limit. */
function textLength(nodes: readonly SourceNode[], limit: number): number {
  let length = 0;
  for (const node of nodes) {
    if (isElement(node)) length += textLength(node.childNodes, limit - length);
    else if ('value' in node) length += node.value.trim().length;
    if (length > limit) break;
  }
  return length;
}

/** Roles of HTML elements that stand for themselves wherever a parser has put them. */
const SELF_STANDING: ReadonlySet<ElementRole | undefined> = new Set<ElementRole>([
  'block',
  'paragraph',
  'heading',
  'list',
  'definitions',
  'quote',
  'figure',
  'table',
  'preformatted',
]);

/** Their content is for machines: no browser shows it. */
const UNSEEN: ReadonlySet<string> = new Set(['desc', 'title', 'metadata']);

/**
 * SVG and MathML go with all they hold, but for whole HTML blocks: where somebody forgot to close an `svg` or `math`, the
 * rest of the article stands inside of it, and browsers show it.
 */
export const readForeign: ElementReader = (element, flow, context, reading) => {
  reading.notes.add('vector-content-removed', `<${element.tagName}`);
  const visit = (nodes: readonly SourceNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      const isHtml = node.namespaceURI === htmlNames.NS.HTML;
      if (isHtml && SELF_STANDING.has(ELEMENT_ROLES.get(node.tagName)))
        reading.readInto([node], flow, context);
      else if (isHtml || !UNSEEN.has(node.tagName)) visit(node.childNodes);
    }
  };
  visit(element.childNodes);
};
