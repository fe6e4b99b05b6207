import { type MarkdownToken, parseMarkdown } from '../html/render-markdown.ts';
import type { PartCollector } from './body-parts.ts';
import { createHtmlPartReader, type HtmlPartReader } from './read-html-parts.ts';

/**
 * Takes Markdown apart as it is rendered. markdown-it says in which lines a block stands, but not where in them a link
 * begins: that is looked for, from where the part before it ended.
 *
 * @param bodyStart - Where the body stands in the file.
 */
export function readMarkdownParts(body: string, bodyStart: number, collector: PartCollector): void {
  const lines = lineStarts(body);
  const html = createHtmlPartReader(collector);
  const place = new Place(body, bodyStart);
  for (const token of parseMarkdown(body)) {
    if (token.map !== null && token.nesting >= 0)
      place.moveTo(lines[token.map[0]] ?? body.length, lines[token.map[1]] ?? body.length);
    readBlock(token, place, collector, html);
  }
  html.end();
}

function readBlock(token: MarkdownToken, place: Place, collector: PartCollector, html: HtmlPartReader): void {
  switch (token.type) {
    case 'heading_open':
      collector.open(token.tag, {}, place.here);
      break;
    case 'heading_close':
      collector.close(token.tag, place.here);
      break;
    case 'html_block':
      html.read(token.content, place.find(token.content).start);
      break;
    case 'fence':
    case 'code_block': {
      collector.open('pre', {}, place.here);
      const { start, isExact } = place.find(token.content);
      collector.text(token.content, start, { isExact, isLiteral: true });
      collector.close('pre', place.here);
      break;
    }
    case 'inline':
      readInlines(token.children ?? [], place, collector, html);
      break;
  }
}

/** Texts that stand side by side are one, as they are for a reader. */
function readInlines(
  tokens: readonly MarkdownToken[],
  place: Place,
  collector: PartCollector,
  html: HtmlPartReader,
): void {
  let run: MarkdownToken[] = [];
  const endRun = () => {
    if (run.length > 0) readText(run, place, collector);
    run = [];
  };
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'text_special') {
      if (token.content !== '') run.push(token);
      continue;
    }
    endRun();
    readInline(token, place, collector, html);
  }
  endRun();
}

function readText(tokens: readonly MarkdownToken[], place: Place, collector: PartCollector): void {
  const meaning = tokens.map(({ content }) => content).join('');
  const written = tokens
    .map(({ type, content, markup }) => (type === 'text_special' ? markup : content))
    .join('');
  const { start, isExact } = place.find(written);
  collector.text(isExact ? written : meaning, start, { isExact, meaning });
}

function readInline(
  token: MarkdownToken,
  place: Place,
  collector: PartCollector,
  html: HtmlPartReader,
): void {
  switch (token.type) {
    case 'code_inline': {
      collector.open('code', {}, place.here);
      const { start, isExact } = place.find(token.content);
      collector.text(token.content, start, { isExact, isLiteral: true });
      collector.close('code', place.here);
      break;
    }
    case 'html_inline':
      html.read(token.content, place.find(token.content).start);
      break;
    case 'image': {
      const { start } = place.find('![');
      const alt = token.content;
      place.find(alt);
      place.leaveLabel();
      // `![](…)` says nothing about the picture; only HTML can say that there is nothing to say.
      collector.open('img', { src: attributeOf(token, 'src'), ...(alt.trim() === '' ? {} : { alt }) }, start);
      break;
    }
    case 'link_open':
      openLink(token, place, collector);
      break;
    case 'link_close':
      if (token.markup === 'autolink') place.find('>');
      else if (token.markup !== 'linkify') place.leaveLabel();
      collector.close('a', place.here);
      break;
  }
}

function openLink(token: MarkdownToken, place: Place, collector: PartCollector): void {
  const href = attributeOf(token, 'href');
  if (token.markup === 'linkify') {
    collector.openBareLink(href, place.peek(/https?:\/\//i));
    return;
  }
  const { start } = place.find(token.markup === 'autolink' ? '<' : '[');
  collector.open('a', { href }, start);
}

function attributeOf(token: MarkdownToken, name: string): string {
  return String(token.attrGet(name) ?? '');
}

/** `(address "title")`, with parentheses in it that match; `[name]`. No text can be read in two ways, so that it takes linear time. */
const TARGET = /^(?:\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|\[[^\]]*\])/s;
const LONGEST_TARGET = 4000;

/** How far a body was read, and where what comes next in it stands. */
class Place {
  readonly #body: string;
  readonly #bodyStart: number;
  #at = 0;
  #end = 0;

  constructor(body: string, bodyStart: number) {
    this.#body = body;
    this.#bodyStart = bodyStart;
    this.#end = body.length;
  }

  /** Goes to a block: lists and quotes come before what is in them, so that it may be a step back. */
  moveTo(start: number, end: number): void {
    this.#at = start;
    this.#end = end;
  }

  /** In the file. */
  get here(): number {
    return this.#bodyStart + this.#at;
  }

  /** Looks for a text in the block, and goes behind it; inexact: it does not stand there as such. */
  find(text: string): { readonly start: number; readonly isExact: boolean } {
    const distance = this.#body.slice(this.#at, this.#end).indexOf(text);
    if (distance === -1) return { start: this.here, isExact: false };
    const start = this.here + distance;
    this.#at += distance + text.length;
    return { start, isExact: true };
  }

  /** Goes behind the label of a link or picture, and behind the address or the name of one that follows it. */
  leaveLabel(): void {
    this.find(']');
    const rest = this.#body.slice(this.#at, Math.min(this.#end, this.#at + LONGEST_TARGET));
    this.#at += TARGET.exec(rest)?.[0].length ?? 0;
  }

  /** Where something stands that comes next; here, if it is not there. */
  peek(pattern: RegExp): number {
    const at = this.#body.slice(this.#at, this.#end).search(pattern);
    return this.here + Math.max(0, at);
  }
}

/** Where each line begins, in code units; markdown-it counts CR LF and CR as line ends too. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
