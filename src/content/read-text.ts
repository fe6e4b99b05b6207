import { textKeys } from './article-keys.ts';
import { cleanText } from './clean-text.ts';
import { quoteValue, type Report } from './collect-diagnostics.ts';
import { type FrontMatterNode, isNull } from './front-matter-node.ts';

/** What reading a value needs besides the value. */
export interface ReadingContext {
  /** The file's text, which the offsets of nodes are of. */
  readonly text: string;
  readonly report: Report;
}

/**
 * The plain text of a value, in one line, fit to show anywhere. A list or a map is read as it is written, with a warning:
 * `title: [快讯] 通车` without quotes is meant as text.
 *
 * @returns "" where there is none.
 */
export function readText(node: FrontMatterNode, key: string, context: ReadingContext): string {
  return cleanValue(writtenText(node, key, context), node.start, key, context);
}

function writtenText(node: FrontMatterNode, key: string, { text, report }: ReadingContext): string {
  if (isNull(node)) return '';
  if (node.kind !== 'text') {
    // To the end of its line: the range of a map such as `[]:` ends before its colon.
    const written =
      text.slice(node.start, node.end) + (/^[^\r\n]*/.exec(text.slice(node.end))![0].split(' #')[0] ?? '');
    report(
      'wrong-type',
      node.start,
      `${quoteValue(key)} is a ${node.kind}, not a text; ${quoteValue(written)} is read as text.`,
    );
    return written;
  }
  if (node.plain && textKeys.has(key) && COMMENT.test(text.slice(node.end, node.end + 20))) {
    const comment = text.slice(node.end).split(/[\r\n]/, 1)[0]!;
    report(
      'comment-in-text',
      node.end,
      `To YAML, ${quoteValue(comment.trim())} is a comment, and no part of ${quoteValue(key)}.`,
    );
  }
  // Only `readYaml` lets a plain text begin so: with an anchor or a tag that did nothing.
  if (node.plain && /^[&!]/.test(node.text)) {
    report(
      'unquoted-text',
      node.start,
      `${quoteValue(node.text)} needs quotes in YAML; it is read as it is written.`,
    );
  }
  return node.text;
}

const COMMENT = /^[ \t]+#/;

/** Cleans a text that stands at an offset, and says what had to be removed. */
export function cleanValue(raw: string, offset: number, key: string, { report }: ReadingContext): string {
  const { text, hadHidden, hadEntities } = cleanText(raw);
  if (hadEntities)
    report('html-entity', offset, `${quoteValue(key)} holds HTML character references: ${quoteValue(raw)}.`);
  if (hadHidden)
    report(
      'hidden-character',
      offset,
      `${quoteValue(key)} holds characters that do not show: ${quoteValue(raw)}.`,
    );
  return text;
}
