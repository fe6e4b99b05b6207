import { html as htmlNames } from 'parse5';
import { ELEMENT_ROLES } from './element-roles.ts';
import { removeForbidden } from './normalize-text.ts';
import { LANGUAGE_CLASS } from './output-policy.ts';
import { createElement, type OutputAttributes } from './output-tree.ts';
import type { SourceElement, SourceNode } from './parse-body.ts';
import { attributeOf, type ElementReader, hasClass, isElement, isText } from './reading.ts';

/** Buttons and line numbers that highlighters put inside of the code. */
const CODE_FURNITURE =
  /(?:^|\s)(?:copy-code-btn|copy-btn|code-copy|copy-button|btn-copy|line-numbers-rows|hljs-ln-numbers|lineno|linenos|line-number|gutter|code-block-extension-header)(?=\s|$)/i;

/** Classes by which highlighters say that a `pre` is code. */
const CODE_CLASS =
  /(?:^|\s)(?:prettyprint|prettyprinted|brush:|hljs|highlight|code|syntaxhighlighter|codehilite|shiki)/i;

const LANGUAGE = /(?:^|\s)(?:language|lang|brush:)[-\s]?\s{0,3}([a-z0-9][a-z0-9+#.-]{0,23})(?=[\s;]|$)/i;

/**
 * Preformatted text, as text: every colour that a highlighter put into it goes. A `<br>` is a line end, alone or before
 * one. Line ends at the start go, since parsers would drop the first of them.
 */
export const readPreformatted: ElementReader = (element, flow, _context, reading) => {
  const lines = new PlainLines();
  collect(element.childNodes, lines);
  const text = lines.toString();
  flow.endParagraph();
  if (text === '') return;
  const code = singleCode(element);
  const language = languageOf(code) ?? languageOf(element);
  const isCode = code !== undefined || language !== undefined || hasClass(element, CODE_CLASS);
  const attributes: OutputAttributes = language === undefined ? {} : { class: `language-${language}` };
  const block = createElement('pre', {}, isCode ? [createElement('code', attributes, [text])] : [text]);
  reading.anchors.claim(block);
  flow.addBlock(block);
};

function languageOf(element: SourceElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const classes = attributeOf(element, 'class') ?? '';
  const stated = attributeOf(element, 'data-lang') ?? attributeOf(element, 'data-language');
  const name = (classes.length < 1000 ? LANGUAGE.exec(classes)?.[1] : undefined) ?? stated?.trim();
  const lower = name?.toLowerCase();
  return lower !== undefined && LANGUAGE_CLASS.test(`language-${lower}`) ? lower : undefined;
}

/** The `code` that holds all of a `pre`. */
function singleCode(element: SourceElement): SourceElement | undefined {
  return element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'code');
}

/** Elements whose ends are line ends, in highlighters that put each line in a block. */
const LINE_BLOCKS: ReadonlySet<string> = new Set(['div', 'p', 'li', 'tr']);

class PlainLines {
  #text = '';
  #skipsNewline = false;

  add(text: string): void {
    this.#text += this.#skipsNewline && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.#skipsNewline = false;
  }

  /** A line end that counts as one with the line feed after it. */
  addBreak(): void {
    this.#text += '\n';
    this.#skipsNewline = true;
  }

  endBlock(): void {
    if (this.#text !== '' && !this.#text.endsWith('\n')) this.addBreak();
  }

  toString(): string {
    return this.#text.slice(startOfFirstLine(this.#text)).trimEnd();
  }
}

/** Where the first line begins that is not blank; a pattern for it would overflow on a body of line feeds. */
function startOfFirstLine(text: string): number {
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (character === '\n') start = index + 1;
    else if (!/\s/.test(character)) break;
  }
  return start;
}

function collect(nodes: readonly SourceNode[], lines: PlainLines): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      if (isText(node)) lines.add(removeForbidden(node.value));
    } else if (node.namespaceURI === htmlNames.NS.HTML) {
      collectElement(node, lines);
    }
  }
}

const NOT_TEXT: ReadonlySet<string | undefined> = new Set([
  'script',
  'control',
  'button',
  'gone',
  'image',
  'iframe',
  'video',
  'audio',
]);

function collectElement(element: SourceElement, lines: PlainLines): void {
  if (element.tagName === 'br') {
    lines.addBreak();
    return;
  }
  if (NOT_TEXT.has(ELEMENT_ROLES.get(element.tagName)) || hasClass(element, CODE_FURNITURE)) return;
  const isBlock = LINE_BLOCKS.has(element.tagName);
  if (isBlock) lines.endBlock();
  collect(element.childNodes, lines);
  if (isBlock) lines.endBlock();
}
