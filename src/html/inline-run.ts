import { collapseSpaces } from './normalize-text.ts';
import { type OutputName, VOID_ELEMENTS } from './output-policy.ts';
import {
  createElement,
  type OutputAttributes,
  type OutputElement,
  type OutputNode,
  type ProjectMark,
} from './output-tree.ts';

/**
 * A formatting element that text stands in (`strong`, `a`, …). One wrapper can be written several times: it is closed at
 * the end of each paragraph and opened again in the next. Its attributes are shared by all of them.
 */
export interface Wrapper {
  readonly name: OutputName;
  readonly attributes: OutputAttributes;
  readonly project?: ProjectMark;
}

export type Wrappers = readonly Wrapper[];

/**
 * One run of inline content on its way to become a paragraph, a heading, a cell. It takes text, images and line breaks,
 * each with the wrappers around it from the outside in, and makes a tree of them that is well nested, has no empty
 * elements, no space or break at its ends, and no space twice. White space goes into the outermost element that it can.
 */
export class InlineRun {
  readonly #root = createElement('');
  /** The elements that are open, from the outside in, one for each of `#wrappers`. */
  readonly #path: OutputElement[] = [];
  #wrappers: Wrappers = [];
  /** A space that is written once something follows it, and the wrappers around it. */
  #space: Wrappers | undefined;
  #breaks = 0;
  #breakWrappers: Wrappers = [];
  #empty = true;
  #hasProjects = false;

  get isEmpty(): boolean {
    return this.#empty;
  }

  get hasProjects(): boolean {
    return this.#hasProjects;
  }

  /** Line breaks since the last content. */
  get breaks(): number {
    return this.#breaks;
  }

  /** Whether what comes next begins a line. */
  get isAtLineStart(): boolean {
    return this.#empty || this.#breaks > 0;
  }

  addText(text: string, wrappers: Wrappers): void {
    let value = collapseSpaces(text);
    if (this.isAtLineStart) {
      // Full-width and no-break spaces too: they are how sources indent.
      value = value.trimStart();
    } else if (value.startsWith(' ')) {
      this.addSpace(wrappers);
      value = value.slice(1);
    }
    if (value === '') return;
    const endsWithSpace = value.endsWith(' ');
    if (endsWithSpace) value = value.slice(0, -1);
    this.#open(wrappers);
    const { children } = this.#deepest();
    const last = children.length - 1;
    if (typeof children[last] === 'string') children[last] += value;
    else children.push(value);
    if (endsWithSpace) this.#space = wrappers;
  }

  addSpace(wrappers: Wrappers): void {
    if (this.isAtLineStart) return;
    this.#space = this.#space === undefined ? wrappers : commonPrefix(this.#space, wrappers);
  }

  addElement(element: OutputElement, wrappers: Wrappers): void {
    this.#open(wrappers);
    this.#deepest().children.push(element);
  }

  addBreak(wrappers: Wrappers): void {
    if (this.#empty) return;
    this.#space = undefined;
    this.#breakWrappers = this.#breaks === 0 ? wrappers : commonPrefix(this.#breakWrappers, wrappers);
    this.#breaks++;
  }

  /** Ends the run. */
  finish(): OutputNode[] {
    trimEnd(this.#root);
    return this.#root.children;
  }

  #deepest(): OutputElement {
    return this.#path.at(-1) ?? this.#root;
  }

  /** Writes the break or space that is due, then opens and closes elements until just `wrappers` are open. */
  #open(wrappers: Wrappers): void {
    if (this.#breaks > 0) {
      this.#trimLine();
      this.#openExactly(commonPrefix(this.#breakWrappers, wrappers));
      this.#deepest().children.push(createElement('br'));
    } else if (this.#space !== undefined) {
      this.#openExactly(commonPrefix(this.#space, wrappers));
      const { children } = this.#deepest();
      const last = children.length - 1;
      if (typeof children[last] === 'string') children[last] += ' ';
      else children.push(' ');
    }
    this.#breaks = 0;
    this.#space = undefined;
    this.#openExactly(wrappers);
    this.#empty = false;
  }

  #openExactly(wrappers: Wrappers): void {
    if (wrappers === this.#wrappers) return;
    const kept = commonLength(this.#wrappers, wrappers);
    this.#path.length = kept;
    for (let index = kept; index < wrappers.length; index++) {
      const wrapper = wrappers[index]!;
      const element = createElement(wrapper.name, wrapper.attributes);
      if (wrapper.project !== undefined) {
        element.project = wrapper.project;
        this.#hasProjects = true;
      }
      this.#deepest().children.push(element);
      this.#path.push(element);
    }
    this.#wrappers = wrappers;
  }

  /** Removes trailing no-break and full-width spaces of a line, and the elements that held nothing else. */
  #trimLine(): void {
    trimEnd(this.#root);
    while (this.#path.length > 0 && this.#deepest().children.length === 0) {
      this.#path.pop();
      this.#wrappers = this.#wrappers.slice(0, this.#path.length);
    }
  }
}

function trimEnd(element: OutputElement): void {
  const { children } = element;
  while (children.length > 0) {
    const last = children.at(-1)!;
    if (typeof last === 'string') {
      const trimmed = last.trimEnd();
      if (trimmed !== '') {
        children[children.length - 1] = trimmed;
        return;
      }
    } else if (last.name !== 'br') {
      if (VOID_ELEMENTS.has(last.name)) return;
      trimEnd(last);
      if (last.children.length > 0) return;
    }
    children.pop();
  }
}

function commonLength(a: Wrappers, b: Wrappers): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a[length] === b[length]) length++;
  return length;
}

function commonPrefix(a: Wrappers, b: Wrappers): Wrappers {
  if (a === b) return a;
  const length = commonLength(a, b);
  return length === a.length ? a : a.slice(0, length);
}
