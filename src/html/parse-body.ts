import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as htmlNames, parseFragment } from 'parse5';
import type { Limits } from '../content/site-config.ts';
import type { LimitRule } from './body-rules.ts';
import { parseTidyMarkup } from './parse-tidy-markup.ts';

export type SourceElement = DefaultTreeAdapterTypes.Element;
export type SourceText = DefaultTreeAdapterTypes.TextNode;
export type SourceNode = DefaultTreeAdapterTypes.ChildNode;

/** A limit that a body exceeds. */
export interface LimitFault {
  readonly rule:
    | 'body-too-deep'
    | 'body-too-many-elements'
    | 'body-too-many-attributes'
    | 'body-too-many-images';
  readonly limit: number;
  /** Where in the HTML the first element over the limit begins, 0-based, in UTF-16 code units. */
  readonly offset: number;
}

export type ParsedBody =
  | {
      readonly ok: true;
      readonly nodes: readonly SourceNode[];
      /** What links of the body point to inside of it: `x` for `<a href="#x">`, percent-decoded. */
      readonly anchors: ReadonlySet<string>;
    }
  | { readonly ok: false; readonly fault: LimitFault };

/** Nothing sensible nests deeper (browsers stop at 512), and the passes over the tree are recursive. */
const DEEPEST = 500;

/** Leaves the parser: parse5 has no other way to stop. It never gets out of this file. */
class LimitReached extends Error {
  constructor(
    readonly rule: LimitRule,
    readonly limit: number,
  ) {
    super(rule);
  }
}

/**
 * Makes a parser that reads HTML as a browser does (WHATWG tree construction, parse5), and gives up on a body as soon as
 * it exceeds a limit. Elements are counted as they come to stand in the tree: misnested formatting elements that a browser
 * would multiply count as often as they are multiplied. What needs no repair is read without parse5: four times as fast.
 */
export function createBodyParser(limits: Limits): (html: string) => ParsedBody {
  const deepest = Math.min(limits.depth, DEEPEST);
  const tidyLimits = { ...limits, depth: deepest };
  let elements = 0;
  let images = 0;
  let depth = 0;
  let anchors = new Set<string>();
  /** Set while a body that failed is parsed again to find out where. */
  let locating = false;
  let offset = 0;
  let pending: LimitReached | undefined;

  function fail(rule: LimitRule, limit: number): void {
    const fault = new LimitReached(rule, limit);
    if (!locating) throw fault;
    pending = fault;
  }

  const adapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      if (++elements > limits.elements) fail('body-too-many-elements', limits.elements);
      if (attributes.length > limits.attributes) fail('body-too-many-attributes', limits.attributes);
      if (tagName === 'img' && ++images > limits.images) fail('body-too-many-images', limits.images);
      if (tagName === 'a') collectAnchor(attributes, anchors);
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    onItemPush() {
      if (++depth > deepest) throw new LimitReached('body-too-deep', deepest);
    },
    onItemPop() {
      depth--;
    },
    setNodeSourceCodeLocation(_node, location) {
      if (!location) return;
      offset = location.startOffset;
      if (pending !== undefined) throw pending;
    },
  };

  function parse(html: string, locate: boolean): DefaultTreeAdapterTypes.DocumentFragment {
    locating = locate;
    pending = undefined;
    // parse5 makes two elements of its own to stand a fragment in, and opens one of them.
    elements = -2;
    images = 0;
    depth = -1;
    offset = 0;
    anchors = new Set();
    // The body stands in a flow container of the page; without a context, parse5 would take it for a template's content.
    const context = defaultTreeAdapter.createElement('div', htmlNames.NS.HTML, []);
    return parseFragment(context, html, { treeAdapter: adapter, sourceCodeLocationInfo: locate });
  }

  function parseTidy(html: string): readonly SourceNode[] | undefined {
    anchors = new Set();
    return parseTidyMarkup(html, tidyLimits, (attributes) => collectAnchor(attributes, anchors));
  }

  return (html) => {
    const tidy = parseTidy(html);
    if (tidy !== undefined) return { ok: true, nodes: tidy, anchors };
    try {
      return { ok: true, nodes: parse(html, false).childNodes, anchors };
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
    }
    // Locations slow the parser down by half: they are asked for only when there is something to locate.
    try {
      parse(html, true);
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      return { ok: false, fault: { rule: error.rule, limit: error.limit, offset } };
    }
    throw new Error('A body exceeded a limit when parsed once, and not when parsed again.');
  };
}

function collectAnchor(attributes: readonly { name: string; value: string }[], anchors: Set<string>): void {
  for (const { name, value } of attributes) {
    if (name !== 'href') continue;
    const target = anchorTarget(value);
    if (target !== undefined) anchors.add(target);
  }
}

/** What a link inside of the page points to: `x` for `#x`; undefined for any other link, and for `#` alone. */
export function anchorTarget(href: string): string | undefined {
  const start = href.trimStart();
  if (start[0] !== '#' || start.length < 2 || start.length > 1000) return undefined;
  const raw = start.slice(1).trimEnd();
  if (raw === '') return undefined;
  try {
    return decodeURIComponent(raw);
  } catch {
    // A stray `%` is no escape: browsers look for the id as it is written.
    return raw;
  }
}
