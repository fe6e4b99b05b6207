import type { Anchors, UsedNames } from './anchors.ts';
import type { BodyImage } from './cleaned-body.ts';
import type { Flow, FlowHooks } from './flow.ts';
import type { InterfaceLabels } from './interface-labels.ts';
import type { OutputElement } from './output-tree.ts';
import type { SourceElement, SourceNode, SourceText } from './parse-body.ts';
import type { RemovalNotes } from './removal-notes.ts';
import type { UrlResolver } from './resolve-url.ts';
import type { TextContext } from './text-context.ts';

/** A heading with the level that its source gave it, 1 to 6. */
export interface FoundHeading {
  readonly element: OutputElement;
  readonly sourceLevel: number;
}

/** What the readers of one body share. */
export interface Reading {
  readonly urls: UrlResolver;
  readonly anchors: Anchors;
  readonly notes: RemovalNotes;
  readonly labels: InterfaceLabels;
  readonly embedHosts: ReadonlySet<string>;
  /** `/projects/` with the site's base path. */
  readonly projectsPath: string;
  readonly hooks: FlowHooks;
  /** As `hooks`, for headings: project-links in them become text. */
  readonly headingHooks: FlowHooks;
  /** Called where a heading begins a new section: project-links are kept once a section. */
  readonly beginSection: () => void;
  /** Headings of the body found so far, in document order. */
  readonly headings: FoundHeading[];
  /** Labels of tables given so far: no two tables of a page may be called the same. */
  readonly tableLabels: UsedNames;
  /** Whether `site.yaml` lets no picture through from an address; absent: it lets through all. */
  readonly deniesImage?: ((src: string) => boolean) | undefined;
  /** Pictures found so far, in document order. */
  readonly images: BodyImage[];
  /** Reads nodes into a flow: how a reader of one element reads what is in it. */
  readonly readInto: (nodes: readonly SourceNode[], flow: Flow, context: TextContext) => void;
}

/** Reads one element of the source into a flow. */
export type ElementReader = (
  element: SourceElement,
  flow: Flow,
  context: TextContext,
  reading: Reading,
) => void;

export function attributeOf(element: SourceElement, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}

export function isElement(node: SourceNode): node is SourceElement {
  return 'tagName' in node;
}

export function isText(node: SourceNode): node is SourceText {
  return node.nodeName === '#text';
}

export function hasClass(element: SourceElement, pattern: RegExp): boolean {
  const value = attributeOf(element, 'class');
  return value !== undefined && value.length < 2000 && pattern.test(value);
}
