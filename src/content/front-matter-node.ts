/** A value of a front matter with the place where it stands: offsets into the file's text, in UTF-16 code units. */
export type FrontMatterNode = TextNode | ListNode | MapNode;

/**
 * A scalar. It is always text here: what a `title: 007` or an `abbrlink: 1e10` says must not become a number first.
 * Whoever wants a number or a boolean reads it out of a plain (unquoted) text.
 */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  /** Written without quotes: `true` may then be meant as the boolean, and an empty text as null. */
  readonly plain: boolean;
  readonly start: number;
  readonly end: number;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly FrontMatterNode[];
  readonly start: number;
  readonly end: number;
}

export interface MapNode {
  readonly kind: 'map';
  /** In the order of the file. Keys can be there more than once. */
  readonly entries: readonly FrontMatterEntry[];
  readonly start: number;
  readonly end: number;
}

export interface FrontMatterEntry {
  readonly key: string;
  /** Where the key stands. */
  readonly start: number;
  readonly value: FrontMatterNode;
}

/** Whether a value says that there is none: `title:`, `title: null`, `title: ~`. An empty text in quotes is a text. */
export function isNull(node: FrontMatterNode): boolean {
  return node.kind === 'text' && node.plain && /^(?:|~|null|Null|NULL)$/.test(node.text);
}

/** Values in a value, itself included. */
export function countNodes(node: FrontMatterNode): number {
  if (node.kind === 'text') return 1;
  const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return children.reduce((sum, child) => sum + countNodes(child), 1);
}
