import { InlineRun, type Wrappers } from './inline-run.ts';
import { collapseSpaces } from './normalize-text.ts';
import { createElement, type OutputElement, type OutputNode } from './output-tree.ts';
import { contextAttributes, type TextContext } from './text-context.ts';

/**
 * - `root`: the body itself; the only place of headings.
 * - `blocks`: a container of blocks (quote, details, footnotes).
 * - `figure`: as `blocks`, but images stand bare.
 * - `tight`: a container in which a lone paragraph is written without its `p`, and images stay in the text (item, cell).
 * - `line`: a place for text alone (heading, caption, term, summary): blocks become lines, and what cannot be text is
 *   handed to the parent.
 */
export type FlowKind = 'root' | 'blocks' | 'figure' | 'tight' | 'line';

/** What a flow needs of the body it belongs to. */
export interface FlowHooks {
  /** Called with each element that text has just been put in: it takes the ids that links of the body point to. */
  readonly claimAnchors: (element: OutputElement) => void;
  /** Called with the content of each paragraph that holds project-links. */
  readonly settleProjects: (content: OutputNode[]) => void;
}

interface PendingImage {
  readonly element: OutputElement;
  readonly wrappers: Wrappers;
  readonly isLarge: boolean;
  spaceAfter: boolean;
}

/**
 * Collects the content of one container, in order, as blocks. Whatever order text, breaks, images and blocks come in,
 * what comes out has one shape: paragraphs hold text, blocks never stand in paragraphs, two line breaks end a paragraph,
 * and a line of nothing but images is a figure.
 */
export class Flow {
  readonly kind: FlowKind;
  /** Blocks that had no place in a `line`, for its parent to put after it. */
  readonly hoisted: OutputElement[] = [];
  readonly #hooks: FlowHooks;
  /** Takes the ids of paragraphs; absent: each takes its own. */
  readonly #owner: OutputElement | undefined;
  readonly #blocks: OutputElement[] = [];
  #run: InlineRun | undefined;
  #runContext: TextContext | undefined;
  #images: PendingImage[] = [];

  constructor(kind: FlowKind, hooks: FlowHooks, owner?: OutputElement) {
    this.kind = kind;
    this.#hooks = hooks;
    this.#owner = owner;
  }

  /** The last block, if it is a figure: a caption that follows belongs to it. */
  get lastFigure(): OutputElement | undefined {
    const last = this.#blocks.at(-1);
    return last?.name === 'figure' ? last : undefined;
  }

  addText(text: string, context: TextContext): void {
    if (!/\S/.test(text)) {
      if (text === '') return;
      if (this.#images.length > 0) this.#images.at(-1)!.spaceAfter = true;
      else this.#run?.addSpace(context.wrappers);
      return;
    }
    if (this.#images.length > 0) this.#joinImageLine(context);
    this.#splitAtBreaks();
    this.#openRun(context).addText(text, context.wrappers);
  }

  /** A block of the source that holds nothing but text: the same as text between two ends, and what most blocks are. */
  addTextBlock(text: string, context: TextContext): void {
    this.endParagraph();
    if (this.kind === 'line' || context.wrappers.length > 0) {
      this.addText(text, context);
      this.endParagraph();
      return;
    }
    const content = collapseSpaces(text).trim();
    if (content !== '') this.#addParagraph([content], context);
  }

  /** An inline element without text of its own. */
  addElement(element: OutputElement, context: TextContext): void {
    if (this.#images.length > 0) this.#joinImageLine(context);
    this.#splitAtBreaks();
    this.#openRun(context).addElement(element, context.wrappers);
  }

  addBreak(context: TextContext): void {
    if (this.#images.length > 0) this.#endImageLine();
    else this.#run?.addBreak(context.wrappers);
  }

  /** An image that may become a figure: when it stands on a line of its own, and always when it is large. */
  addImage(element: OutputElement, context: TextContext, size: 'small' | 'large' | 'unknown'): void {
    const isLarge = size === 'large';
    const isInText = this.#images.length === 0 && this.#run !== undefined && !this.#run.isAtLineStart;
    if (this.kind === 'line' || this.kind === 'tight' || size === 'small' || (isInText && !isLarge)) {
      this.addElement(element, context);
      return;
    }
    if (this.#images.length === 0) this.endParagraph();
    this.#images.push({ element, wrappers: context.wrappers, isLarge, spaceAfter: false });
  }

  addBlock(block: OutputElement): void {
    this.endParagraph();
    if (this.kind === 'line') this.hoisted.push(block);
    else if (block.name !== 'hr' || this.#canTakeRule()) this.#blocks.push(block);
  }

  /** Adds items to the list that stands last, or to a new one. */
  addToLastList(items: readonly OutputElement[]): void {
    this.endParagraph();
    const last = this.#blocks.at(-1);
    if (last?.name === 'ul') last.children.push(...items);
    else this.addBlock(createElement('ul', {}, [...items]));
  }

  addBlocks(blocks: readonly OutputElement[]): void {
    for (const block of blocks) this.addBlock(block);
  }

  /** Called wherever a block of the source begins or ends. */
  endParagraph(): void {
    if (this.kind === 'line') {
      if (this.#run?.breaks === 0) this.#run.addBreak([]);
      return;
    }
    this.#endImageLine();
    const run = this.#run;
    if (run === undefined || run.isEmpty) return;
    const context = this.#runContext!;
    this.#run = undefined;
    const content = run.finish();
    if (run.hasProjects) this.#hooks.settleProjects(content);
    this.#addParagraph(content, context);
  }

  #addParagraph(content: OutputNode[], context: TextContext): void {
    const paragraph = createElement('p', contextAttributes(context), content);
    this.#hooks.claimAnchors(this.#owner ?? paragraph);
    this.#blocks.push(paragraph);
  }

  /** Ends the flow. A `line` gives inline nodes, all others give blocks. */
  finish(): OutputNode[] {
    if (this.kind === 'line') {
      const children = this.#run?.finish() ?? [];
      if (this.#run?.hasProjects) this.#hooks.settleProjects(children);
      return children;
    }
    this.endParagraph();
    if (this.#blocks.at(-1)?.name === 'hr') this.#blocks.pop();
    if (this.kind === 'tight') this.#dissolveLoneParagraph();
    return this.#blocks;
  }

  /** A rule parts two blocks: it never comes first, last, or twice. */
  #canTakeRule(): boolean {
    const last = this.#blocks.at(-1);
    return last !== undefined && last.name !== 'hr';
  }

  #openRun(context: TextContext): InlineRun {
    if (this.#run === undefined || this.#run.isEmpty) {
      this.#run ??= new InlineRun();
      this.#runContext = context;
    }
    return this.#run;
  }

  /** Two line breaks are how sources that know no paragraphs end one. */
  #splitAtBreaks(): void {
    if (this.kind !== 'line' && this.#run !== undefined && this.#run.breaks > 1) this.endParagraph();
  }

  /** Text follows the images on their line: they stand in the text, unless they are too large for that. */
  #joinImageLine(context: TextContext): void {
    const images = this.#images;
    if (images.some(({ isLarge }) => isLarge)) {
      this.#endImageLine();
      return;
    }
    this.#images = [];
    const run = this.#openRun(context);
    for (const { element, wrappers, spaceAfter } of images) {
      run.addElement(element, wrappers);
      if (spaceAfter) run.addSpace(wrappers);
    }
  }

  #endImageLine(): void {
    const images = this.#images;
    this.#images = [];
    for (const { element, wrappers } of images) {
      const link = wrappers.find(({ name, project }) => name === 'a' && project === undefined);
      const content = link === undefined ? element : createElement('a', link.attributes, [element]);
      if (this.kind === 'figure') {
        this.#blocks.push(content);
        continue;
      }
      const figure = createElement('figure', {}, [content]);
      this.#hooks.claimAnchors(figure);
      this.#blocks.push(figure);
    }
  }

  /** The one paragraph of an item or cell is its text; its alignment goes to the owner when there is nothing else in it. */
  #dissolveLoneParagraph(): void {
    const paragraphs = this.#blocks.filter(({ name }) => name === 'p');
    const [paragraph] = paragraphs;
    if (paragraph === undefined || paragraphs.length > 1) return;
    const hasAttributes = Object.keys(paragraph.attributes).length > 0;
    if (hasAttributes) {
      if (this.#blocks.length > 1 || this.#owner === undefined) return;
      Object.assign(this.#owner.attributes, paragraph.attributes);
    }
    paragraph.name = '';
    paragraph.attributes = {};
  }
}
