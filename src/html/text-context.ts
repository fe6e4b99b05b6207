import type { Wrapper, Wrappers } from './inline-run.ts';
import type { OutputAttributes } from './output-tree.ts';
import type { Presentation } from './read-presentation.ts';

/** What the place in the source says about the text that stands there. */
export interface TextContext {
  readonly wrappers: Wrappers;
  readonly align?: 'center' | 'right' | undefined;
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
  /** How many containers (quotes, lists, tables, …) are around it. */
  readonly nesting?: number;
}

/**
 * Containers deeper than this are unwrapped. So the output nests far less deep than the limits allow the input to, and
 * can be cleaned again; and no honest text nests as deep.
 */
const DEEPEST_NESTING = 12;

/** Whether one more container may be opened. */
export function canNest({ nesting = 0 }: TextContext): boolean {
  return nesting < DEEPEST_NESTING;
}

/** The context inside of one more container. */
export function nested(context: TextContext): TextContext {
  return { ...context, nesting: (context.nesting ?? 0) + 1 };
}

/** Chains of wrappers are cut here: they are written anew in each paragraph they span, and no text needs more. */
const MOST_WRAPPERS = 16;

/** The context inside of a formatting element. The same element in itself says nothing new, except for spans. */
export function wrapped(
  context: TextContext,
  name: Wrapper['name'],
  attributes: OutputAttributes = {},
): TextContext {
  const { wrappers } = context;
  if (wrappers.length >= MOST_WRAPPERS) return context;
  const isRepeated = wrappers.some(
    (wrapper) => wrapper.name === name && (name !== 'span' || sameAttributes(wrapper.attributes, attributes)),
  );
  return isRepeated ? context : { ...context, wrappers: [...wrappers, { name, attributes }] };
}

function sameAttributes(a: OutputAttributes, b: OutputAttributes): boolean {
  return a.class === b.class && a.lang === b.lang && a.dir === b.dir;
}

/** Whether text here stands in an element of one of these names. */
export function isInside(context: TextContext, ...names: readonly Wrapper['name'][]): boolean {
  return context.wrappers.some(({ name }) => names.includes(name));
}

/** The context inside of a block that says how its text stands. */
export function blockContext(context: TextContext, { align, lang, dir }: Presentation): TextContext {
  if (align === undefined && lang === undefined && dir === undefined) return context;
  return {
    ...context,
    align: align === undefined ? context.align : align === 'start' ? undefined : align,
    lang: lang ?? context.lang,
    dir: dir ?? context.dir,
  };
}

/** The attributes of a block whose text stands in a context. */
export function contextAttributes({ align, lang, dir }: TextContext): OutputAttributes {
  const attributes: OutputAttributes = {};
  if (align !== undefined) attributes.class = `align-${align}`;
  if (lang !== undefined) attributes.lang = lang;
  if (dir !== undefined) attributes.dir = dir;
  return attributes;
}
