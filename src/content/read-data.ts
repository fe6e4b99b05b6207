import type { JsonValue } from './article.ts';
import { quoteValue } from './collect-diagnostics.ts';
import { type FrontMatterEntry, type FrontMatterNode, isNull, type TextNode } from './front-matter-node.ts';
import type { ReadingContext } from './read-text.ts';

/** Lists and maps in one another. */
const MAX_DEPTH = 16;

/** Setting `__proto__` changes what an object is; the others are looked up by code that checks what it is. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The values of keys that mean nothing, as JSON: numbers, booleans and null where they are written without quotes (YAML's
 * core schema), else text. What is too deep, or named like a part of JavaScript, is left out with a warning.
 */
export function readData(
  entries: readonly FrontMatterEntry[],
  context: ReadingContext,
): Record<string, JsonValue> {
  const data: Record<string, JsonValue> = {};
  for (const { key, start, value } of entries) {
    if (RESERVED.has(key)) {
      context.report('reserved-key', start, `The key ${quoteValue(key)} means something to JavaScript.`);
    } else if (isDeep(value, 1)) {
      context.report(
        'deep-data',
        start,
        `The value of ${quoteValue(key)} is nested more than ${MAX_DEPTH} deep.`,
      );
    } else {
      data[key] = jsonOf(value, context);
    }
  }
  return data;
}

function isDeep(node: FrontMatterNode, depth: number): boolean {
  if (node.kind === 'text') return false;
  if (depth > MAX_DEPTH) return true;
  const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return children.some((child) => isDeep(child, depth + 1));
}

function jsonOf(node: FrontMatterNode, context: ReadingContext): JsonValue {
  if (node.kind === 'list') return node.items.map((item) => jsonOf(item, context));
  if (node.kind === 'map') return readData(node.entries, context);
  return scalarOf(node);
}

/** Halves of surrogate pairs can not be stored as UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** YAML 1.2's core schema, 10.3.2. */
function scalarOf(node: TextNode): JsonValue {
  if (!node.plain) return wellFormed(node.text);
  if (isNull(node)) return null;
  if (/^(?:true|True|TRUE)$/.test(node.text)) return true;
  if (/^(?:false|False|FALSE)$/.test(node.text)) return false;
  // Numbers that a double can not hold stay text: an id of twenty digits must not change.
  if (/^[-+]?(?:\d{1,15}|\d{0,15}\.\d{1,15}|\d{1,15}\.)(?:[eE][-+]?\d{1,2})?$/.test(node.text))
    return Number(node.text);
  return wellFormed(node.text);
}
