import type { FrontMatterNode } from './front-matter-node.ts';
import { MAX_DEPTH, MAX_KEYS, MAX_NODES, readYaml, type YamlReading } from './read-yaml.ts';

/** What a piece of JSON says; `exact` is false when it only read as YAML, which forgives commas and comments. */
export type JsonReading = YamlReading & { readonly exact: boolean };

/**
 * Reads JSON front matter. Hexo leaves out the outer braces, so they can be missing.
 *
 * @param base - Where `source` begins in the file's text. Values have the place of the one behind their top-level key.
 */
export function readJson(source: string, base: number): JsonReading {
  const trimmed = source.trim();
  if (trimmed === '') return { kind: 'empty', exact: true };
  const braced = trimmed.startsWith('{') ? source : `{${source}}`;
  const shift = braced === source ? base : base - 1;
  let value: unknown;
  try {
    value = JSON.parse(braced);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    return { ...readYaml(braced, shift), exact: false };
  }
  const tooMany = Object.keys(value as object).length > MAX_KEYS;
  const budget = { nodes: tooMany ? MAX_NODES : 0 };
  const node = nodeOf(value, { source: braced, base: shift, at: 0, depth: 0, budget });
  if (budget.nodes <= MAX_NODES) return { kind: 'node', node, exact: true };
  const message = `The front matter has more than ${MAX_KEYS} keys or ${MAX_NODES} values.`;
  return { kind: 'limit', rule: 'front-matter-too-large', offset: base, message, exact: true };
}

interface Place {
  readonly source: string;
  readonly base: number;
  /** Of the value behind the top-level key, in `source`. */
  readonly at: number;
  readonly depth: number;
  readonly budget: { nodes: number };
}

/** `JSON.parse` drops all but the last of equal keys and knows no places: keys are looked up in the text. */
function nodeOf(value: unknown, place: Place): FrontMatterNode {
  const span = { start: place.base + place.at, end: place.base + place.at };
  const isTooMuch = ++place.budget.nodes > MAX_NODES || place.depth > MAX_DEPTH;
  const inner = { ...place, depth: place.depth + 1 };
  if (Array.isArray(value)) {
    return { kind: 'list', items: isTooMuch ? [] : value.map((item) => nodeOf(item, inner)), ...span };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = isTooMuch ? [] : Object.entries(value);
    return {
      kind: 'map',
      entries: entries.map(([key, item]) => {
        const { start, at } =
          place.depth === 0 ? findKey(place.source, key) : { start: place.at, at: place.at };
        return { key, start: place.base + start, value: nodeOf(item, { ...inner, at }) };
      }),
      ...span,
    };
  }
  return {
    kind: 'text',
    text: value === null ? '' : String(value),
    plain: typeof value !== 'string',
    ...span,
  };
}

/** Where a key and its value stand. A text can not look like a key: quotation marks in it are escaped. */
function findKey(source: string, key: string): { readonly start: number; readonly at: number } {
  const name = JSON.stringify(key);
  const found = new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*:\\s*`).exec(source);
  return found === null ? { start: 0, at: 0 } : { start: found.index, at: found.index + found[0].length };
}
