import { html as htmlNames } from 'parse5';
import { ELEMENT_ROLES, type ElementRole, INLINE_NAMES } from './element-roles.ts';
import { Flow } from './flow.ts';
import { attributeText, removeForbidden } from './normalize-text.ts';
import { createElement, type OutputAttributes, type OutputElement } from './output-tree.ts';
import type { SourceElement, SourceNode } from './parse-body.ts';
import { readPreformatted } from './read-code.ts';
import { readDetails, readQuote, readSection } from './read-container.ts';
import { readEmbed } from './read-embed.ts';
import { readCaptionClass, readFigcaption, readFigure } from './read-figure.ts';
import { readHeading } from './read-heading.ts';
import { readImage, readPicture } from './read-image.ts';
import { readLink } from './read-link.ts';
import { readDefinitions, readList, readStrayItem } from './read-list.ts';
import { readAudio, readVideo } from './read-media.ts';
import { type Presentation, readPresentation } from './read-presentation.ts';
import { readButton, readControl, readForeign, readPlugIn, readScript } from './read-removed.ts';
import { readTable } from './read-table.ts';
import { attributeOf, type ElementReader, hasClass, isElement, isText, type Reading } from './reading.ts';
import { blockContext, canNest, type TextContext, wrapped } from './text-context.ts';

const readContent: ElementReader = (element, flow, context, reading) => {
  readNodes(element.childNodes, flow, context, reading);
};

const readBlock: ElementReader = (element, flow, context, reading) => {
  if (readCaptionClass(element, flow, context, reading)) return;
  const [only] = element.childNodes;
  if (element.childNodes.length === 1 && only !== undefined && isText(only)) {
    flow.addTextBlock(removeForbidden(only.value), context);
    return;
  }
  flow.endParagraph();
  readNodes(element.childNodes, flow, context, reading);
  flow.endParagraph();
};

const READERS: { readonly [role in ElementRole]: ElementReader } = {
  script: readScript,
  control: readControl,
  gone: () => {},
  'plug-in': readPlugIn,
  button: readButton,
  block: readBlock,
  paragraph: readBlock,
  heading: readHeading,
  list: readList,
  item: readStrayItem,
  definitions: readDefinitions,
  term: readBlock,
  description: readBlock,
  quote: readQuote,
  details: readDetails,
  summary: readBlock,
  section: readSection,
  figure: readFigure,
  figcaption: readFigcaption,
  table: readTable,
  preformatted: readPreformatted,
  rule: (element, flow) => {
    // The footnotes below it have a section of their own.
    if (!hasClass(element, /(?:^|\s)footnotes-sep(?:\s|$)/)) flow.addBlock(createElement('hr'));
  },
  break: (_element, flow, context) => flow.addBreak(context),
  image: readImage,
  picture: readPicture,
  video: readVideo,
  audio: readAudio,
  iframe: readEmbed,
  link: readLink,
  'ruby-part': (element, flow, context, reading) => {
    const isInRuby = context.wrappers.at(-1)?.name === 'ruby';
    const inner = isInRuby ? wrapped(context, element.tagName as 'rt' | 'rp') : context;
    readNodes(element.childNodes, flow, inner, reading);
  },
  inline: readContent,
};

/** Reads a whole body: what comes out is flow content in the one shape that `Flow` gives it. */
export function readBody(nodes: readonly SourceNode[], reading: Omit<Reading, 'readInto'>): OutputElement[] {
  const whole: Reading = {
    ...reading,
    readInto: (inner, flow, context) => readNodes(inner, flow, context, whole),
  };
  const root = new Flow('root', whole.hooks);
  readNodes(nodes, root, { wrappers: [] }, whole);
  return root.finish() as OutputElement[];
}

function readNodes(nodes: readonly SourceNode[], flow: Flow, context: TextContext, reading: Reading): void {
  for (const node of nodes) {
    if (isElement(node)) readElement(node, flow, context, reading);
    else if (isText(node)) flow.addText(removeForbidden(node.value), context);
  }
}

function readElement(element: SourceElement, flow: Flow, context: TextContext, reading: Reading): void {
  if (element.namespaceURI !== htmlNames.NS.HTML) {
    readForeign(element, flow, context, reading);
    return;
  }
  const role = roleOf(element, flow, context);
  if (element.attrs.length === 0 && element.tagName !== 'center') {
    READERS[role](element, flow, inlineContext(element, role, context), reading);
    return;
  }
  for (const { name, value } of element.attrs) {
    if (name === 'id' || (name === 'name' && role === 'link')) reading.anchors.note(value);
    else if (name.startsWith('on') && name.length > 3) reading.notes.add('active-content-removed', name);
  }
  const presentation = readPresentation(element);
  if (presentation.hidden) {
    reading.notes.add('hidden-content-removed', attributeOf(element, 'style'));
    return;
  }
  const inner = presentedContext(element, role, inlineContext(element, role, context), presentation);
  READERS[role](element, flow, inner, reading);
}

/** In a place for text alone, and very deep in others, whatever structures text is as good as a block. */
const STRUCTURES: ReadonlySet<ElementRole> = new Set<ElementRole>([
  'paragraph',
  'heading',
  'list',
  'item',
  'definitions',
  'quote',
  'details',
  'section',
  'figure',
  'figcaption',
  'table',
]);

function roleOf(element: SourceElement, flow: Flow, context: TextContext): ElementRole {
  const role = ELEMENT_ROLES.get(element.tagName) ?? 'inline';
  return (flow.kind === 'line' || !canNest(context)) && STRUCTURES.has(role) ? 'block' : role;
}

const DATE_TIME = /^[\dTZPYMWDHS:.+ -]{4,40}$/;

/** The context of what is in an inline element; of any other element, the context itself. */
function inlineContext(element: SourceElement, role: ElementRole, context: TextContext): TextContext {
  if (role !== 'inline' || !Object.hasOwn(INLINE_NAMES, element.tagName)) return context;
  const name = INLINE_NAMES[element.tagName as keyof typeof INLINE_NAMES];
  const attributes = inlineAttributes(element, name);
  // What a machine cannot read as a time is no better than text.
  if (name === 'time' && !DATE_TIME.test(attributes.datetime ?? '')) return context;
  return wrapped(context, name, attributes);
}

function inlineAttributes(element: SourceElement, name: string): OutputAttributes {
  const attributes: OutputAttributes = {};
  if (element.attrs.length === 0) return attributes;
  if (name === 'abbr') {
    const title = attributeText(attributeOf(element, 'title') ?? '', 300);
    if (title !== '') attributes.title = title;
  } else if (name === 'time') {
    attributes.datetime = attributeOf(element, 'datetime')?.trim() ?? '';
  } else if (name === 'bdo' || name === 'bdi') {
    const dir = attributeOf(element, 'dir')?.toLowerCase();
    if (dir === 'ltr' || dir === 'rtl') attributes.dir = dir;
  } else if (name === 'sup' && hasClass(element, /(?:^|\s)footnote-ref(?:\s|$)/)) {
    attributes.class = 'footnote-ref';
  }
  return attributes;
}

const SPAN_LIKE: ReadonlySet<string> = new Set(['span', 'font']);

function presentedContext(
  element: SourceElement,
  role: ElementRole,
  context: TextContext,
  presentation: Presentation,
): TextContext {
  const { bold, italic, struck, accent, lang, dir } = presentation;
  const isInline = role === 'inline';
  let result = isInline ? context : blockContext(context, presentation);
  if (isInline && SPAN_LIKE.has(element.tagName) && (accent || lang !== undefined || dir !== undefined)) {
    result = wrapped(result, 'span', {
      ...(accent ? { class: 'accent' } : {}),
      ...(lang === undefined ? {} : { lang }),
      ...(dir === undefined ? {} : { dir }),
    });
  }
  if (bold && role !== 'heading' && element.tagName !== 'th') result = wrapped(result, 'strong');
  if (italic) result = wrapped(result, 'em');
  if (struck) result = wrapped(result, 's');
  return result;
}
