import { Flow } from './flow.ts';
import { createElement, inlineText, type OutputElement } from './output-tree.ts';
import type { SourceElement } from './parse-body.ts';
import { type ElementReader, hasClass, type Reading } from './reading.ts';
import { replayInline } from './replay-inline.ts';
import { nested, type TextContext } from './text-context.ts';

/** Classes by which content systems mark the line below a picture. */
const CAPTION_CLASS =
  /(?:^|\s)(?:img-?desc|image-?desc|pic-?desc|photo-?desc|img-?caption|image-?caption|pic-?caption|photo-?caption|wp-caption-text|pgc-img-caption|wp-element-caption|caption|caption-text|figcaption|picture-?desc|img-?title|image-?title|article-img-desc|media-caption)(?=\s|$)/i;

/** Longer text beside a picture is an article, not its caption. */
const LONGEST_CAPTION = 200;

/** What a figure is about, as against what is said of it. */
const EXHIBITS: ReadonlySet<string> = new Set([
  'img',
  'a',
  'video',
  'audio',
  'iframe',
  'pre',
  'section',
  'blockquote',
  'ul',
  'ol',
]);

/** A figure shows its exhibits and one caption. Text that is neither follows it; a figure that shows nothing is unwrapped. */
export const readFigure: ElementReader = (element, flow, context, reading) => {
  if (flow.kind === 'figure') {
    flow.endParagraph();
    reading.readInto(element.childNodes, flow, context);
    flow.endParagraph();
    return;
  }
  flow.endParagraph();
  const inner = new Flow('figure', reading.hooks);
  // A name of the whole is not one of its caption.
  const giveNames = reading.anchors.reserve();
  reading.readInto(element.childNodes, inner, nested(context));
  const blocks = inner.finish() as OutputElement[];
  const exhibits = blocks.filter(({ name }) => EXHIBITS.has(name));
  const rest = blocks.filter(({ name }) => !EXHIBITS.has(name));
  const isShown = exhibits.some(({ name }) => name !== 'blockquote' && name !== 'ul' && name !== 'ol');
  if (!isShown) {
    giveNames(blocks[0]?.name === 'figcaption' ? undefined : blocks[0]);
    for (const block of blocks) addBeside(block, flow, context);
    return;
  }
  const caption = rest.find(({ name }) => name === 'figcaption') ?? impliedCaption(rest);
  const figure = createElement('figure', {}, exhibits);
  if (caption !== undefined) figure.children.push(asCaption(caption));
  giveNames(figure);
  reading.anchors.claim(figure);
  flow.addBlock(figure);
  for (const block of rest) {
    if (block !== caption) addBeside(block, flow, context);
  }
};

/** One short paragraph beside the exhibits says what they are. */
function impliedCaption(rest: readonly OutputElement[]): OutputElement | undefined {
  const [first] = rest;
  const isCaption =
    first?.name === 'p' && rest.length === 1 && inlineText(first.children).length <= LONGEST_CAPTION;
  return isCaption ? first : undefined;
}

function asCaption(block: OutputElement): OutputElement {
  block.name = 'figcaption';
  delete block.attributes.class;
  delete block.attributes.lang;
  delete block.attributes.dir;
  return block;
}

/** A caption of nothing is a paragraph. */
function addBeside(block: OutputElement, flow: Flow, context: TextContext): void {
  if (block.name !== 'figcaption') {
    flow.addBlock(block);
    return;
  }
  replayInline(block.children, flow, { ...context, wrappers: [] });
  flow.endParagraph();
}

/** A caption in its figure, or right after one; anywhere else, its content. */
export const readFigcaption: ElementReader = (element, flow, context, reading) => {
  flow.endParagraph();
  if (takesCaption(flow)) {
    addCaption(element, flow, context, reading);
    return;
  }
  reading.readInto(element.childNodes, flow, context);
  flow.endParagraph();
};

/**
 * Reads an element that its class marks as the caption of the picture before it.
 *
 * @returns Whether it was one, and has been read.
 */
export function readCaptionClass(
  element: SourceElement,
  flow: Flow,
  context: TextContext,
  reading: Reading,
): boolean {
  if (element.attrs.length === 0 || !hasClass(element, CAPTION_CLASS)) return false;
  flow.endParagraph();
  if (!takesCaption(flow)) return false;
  addCaption(element, flow, context, reading);
  return true;
}

function takesCaption(flow: Flow): boolean {
  return flow.kind === 'figure' || (flow.lastFigure !== undefined && !hasCaption(flow.lastFigure));
}

function addCaption(element: SourceElement, flow: Flow, context: TextContext, reading: Reading): void {
  const line = new Flow('line', reading.hooks);
  reading.readInto(element.childNodes, line, context);
  const children = line.finish();
  const caption = createElement('figcaption', {}, children);
  if (children.length > 0 && flow.kind === 'figure') {
    reading.anchors.claim(caption);
    flow.addBlock(caption);
  } else if (children.length > 0) {
    flow.lastFigure?.children.push(caption);
  }
  flow.addBlocks(line.hoisted);
}

function hasCaption(figure: OutputElement): boolean {
  const last = figure.children.at(-1);
  return typeof last === 'object' && last.name === 'figcaption';
}
