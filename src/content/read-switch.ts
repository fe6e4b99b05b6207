import { quoteValue } from './collect-diagnostics.ts';
import { type FrontMatterNode, isNull } from './front-matter-node.ts';
import type { ReadingContext } from './read-text.ts';

/** YAML 1.1 (Hexo, Jekyll) and 1.2, and numbers as programs write them. */
const ON = /^(?:true|yes|on|y|[1-9]\d{0,8})$/i;
const OFF = /^(?:false|no|off|n|0)$/i;

/**
 * Reads a value that is on or off, in quotes or not. A positive number is on.
 *
 * @returns undefined where there is no value; with a warning where it is neither.
 */
export function readSwitch(
  node: FrontMatterNode,
  key: string,
  { text, report }: ReadingContext,
): boolean | undefined {
  if (isNull(node)) return undefined;
  const written = node.kind === 'text' ? node.text.trim() : '';
  if (ON.test(written)) return true;
  if (OFF.test(written)) return false;
  report(
    'wrong-type',
    node.start,
    `${quoteValue(key)} is neither true nor false, but ${quoteValue(text.slice(node.start, node.end))}.`,
  );
  return undefined;
}
