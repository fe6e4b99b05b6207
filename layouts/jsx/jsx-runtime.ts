/**
 * What the compiler turns JSX into: elements become HTML at once, as strings, and texts are escaped on their way in. Pages
 * are rendered once and thrown away, so there is no tree to keep; see docs/decisions/007-jsx.md.
 *
 * Attributes are written as HTML and SVG spell them (`class`, `for`, `viewBox`). `undefined`, `null` and `false` leave one
 * out; `true` and `""` give its name alone, but `aria-` ones take both booleans as words.
 */
import type { JSX as Preact } from 'preact';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import { flatten } from './flatten.ts';
import { type Children, Markup } from './markup.ts';

type Component = (props: never) => Markup | null;

/** Elements that have no end tag: https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

interface Props {
  readonly [attribute: string]: unknown;
}

/** An element of HTML or SVG, or what a component makes of its props. */
export function jsx(type: string | Component, props: Props): Markup {
  if (typeof type !== 'string') return type(props as never) ?? NOTHING;
  let html = `<${type}`;
  let content = '';
  for (const name in props) {
    const value = props[name];
    if (name === 'children') content += renderChildren(value as Children);
    else if (name === 'dangerouslySetInnerHTML') content += (value as { __html: SafeHtml }).__html;
    else html += renderAttribute(name, value);
  }
  if (VOID_ELEMENTS.has(type)) return new Markup(`${html}>`);
  // On its own, since V8 copies what is short, and makes a tree of what is long that has to be laid out later.
  const end = `</${type}>`;
  return new Markup(`${html}>${content}${end}`);
}

export { jsx as jsxs };

/** Children without an element around them. */
export function Fragment({ children }: { readonly children?: Children }): Markup {
  return children instanceof Markup ? children : new Markup(renderChildren(children));
}

const NOTHING = new Markup('');

function renderChildren(children: Children): string {
  if (children instanceof Markup) return children.html;
  if (typeof children === 'string') return escapeText(children);
  if (typeof children === 'number') return `${children}`;
  if (!isList(children)) return '';
  let html = '';
  for (const child of children) html += renderChildren(child);
  return html;
}

function isList(children: Children): children is readonly Children[] {
  return Array.isArray(children);
}

function renderAttribute(name: string, value: unknown): string {
  if (typeof value === 'string') return renderText(name, value);
  if (typeof value === 'number') return ` ${name}="${value}"`;
  if (typeof value !== 'boolean') return '';
  if (name.startsWith('aria-')) return ` ${name}="${value}"`;
  return value ? ` ${name}` : '';
}

function renderText(name: string, value: string): string {
  if (value === '') return ` ${name}`;
  const known = constants.get(name);
  if (known === undefined) return ` ${name}="${escapeText(value)}"`;
  let text = known.get(value);
  if (text === undefined) {
    text = flatten(` ${name}="${escapeText(value)}"`);
    if (known.size < MAX_CONSTANTS) known.set(value, text);
  }
  return text;
}

/** Attributes whose values are the layouts' own, as they are written, by value: most of a page's attributes. */
const constants: ReadonlyMap<string, Map<string, string>> = new Map(
  ['class', 'd', 'decoding', 'focusable', 'loading', 'referrerpolicy', 'rel', 'viewBox'].map((name) => [
    name,
    new Map(),
  ]),
);
const MAX_CONSTANTS = 500;

const SPECIAL = /["&<]/;
const ALL_SPECIAL = /["&<]/g;

/** For texts and for values in double quotes alike. */
function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, escapeCharacter) : text;
}

function escapeCharacter(character: string): string {
  return character === '<' ? '&lt;' : character === '&' ? '&amp;' : '&quot;';
}

/** The types of elements and their attributes are those of preact. */
export namespace JSX {
  export type Element = Markup;
  export type ElementType = keyof IntrinsicElements | Component;
  export interface ElementChildrenAttribute {
    readonly children: unknown;
  }
  export interface IntrinsicAttributes {
    readonly key?: string | number | undefined;
  }
  export type IntrinsicElements = {
    readonly [Name in keyof Preact.IntrinsicElements]: Attributes<Preact.IntrinsicElements[Name]>;
  };

  type Attributes<All> = All extends unknown
    ? Omit<All, 'children' | 'dangerouslySetInnerHTML' | 'className' | 'htmlFor' | 'ref'> & {
        readonly children?: Children;
        readonly dangerouslySetInnerHTML?: { readonly __html: SafeHtml };
      }
    : never;
}
