import type { OutputName } from './output-policy.ts';

/** What a wrapper around a project-link's text knows of the project, until it is judged. */
export interface ProjectMark {
  /** Letters, digits, `-` and `_`. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Absolute http(s) URL of the source's page about the project. */
  readonly href?: string;
  readonly logo?: string;
  /** `judge`: found by the source's blind matcher; `settled`: written by an author, or judged before. */
  readonly verdict: 'judge' | 'settled';
}

/** In the order in which they are written. The names are always ours, so that a plain object is safe. */
export type OutputAttributes = { [name: string]: string };

/**
 * An element of the cleaned body. The tree is built from nothing, node by node: no node of the parsed source is ever
 * moved into it. A fragment (name `""`) is written as its children alone.
 */
export interface OutputElement {
  name: OutputName | '';
  attributes: OutputAttributes;
  children: OutputNode[];
  project?: ProjectMark;
}

/** Text is plain, not escaped. */
export type OutputNode = string | OutputElement;

export function createElement(
  name: OutputName | '',
  attributes: OutputAttributes = {},
  children: OutputNode[] = [],
): OutputElement {
  return { name, attributes, children };
}

/** A link that lost its target is written as its children alone. */
export function isTransparent(element: OutputElement): boolean {
  return element.name === '' || (element.name === 'a' && element.attributes.href === undefined);
}

/** The text of inline nodes, a line break as a space. */
export function inlineText(nodes: readonly OutputNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (typeof node === 'string') text += node;
    else if (node.name === 'br') text += ' ';
    else if (node.name !== 'rp') text += inlineText(node.children);
  }
  return text;
}

/** Elements whose children are blocks, rows or cells, or a mix of text and blocks. */
const CONTAINERS: ReadonlySet<string> = new Set(
  'blockquote ul ol li dl dd figure details section table thead tbody tfoot'.split(' '),
);

/** Elements that do not stand in a line of text, besides containers. */
const OTHER_BLOCKS: ReadonlySet<string> = new Set(
  'p h2 h3 h4 h5 h6 dt pre hr figcaption summary caption tr video audio iframe'.split(' '),
);

export function isContainer({ name }: OutputElement): boolean {
  return CONTAINERS.has(name);
}

export function isBlock({ name }: OutputElement): boolean {
  return CONTAINERS.has(name) || OTHER_BLOCKS.has(name);
}
