import { stringify } from 'yaml';
import { splitFrontMatter } from '../content/split-front-matter.ts';

/** Values to be set, by key. */
export type FrontMatterEdits = Readonly<Record<string, string | boolean | readonly string[]>>;

/**
 * Sets keys of a file's front matter, and leaves every other character of it as it is: the author's order, comments and
 * quotes, and what only our repair can read. Missing fences are put in.
 *
 * @returns undefined when the front matter is JSON or in a language that is not read.
 */
export function editFrontMatter(text: string, edits: FrontMatterEdits): string | undefined {
  if (Object.keys(edits).length === 0) return text;
  const block = splitFrontMatter(text);
  if (block.kind === 'refused') return undefined;
  const added = stringify(edits, { lineWidth: 0 });
  if (block.kind === 'no-front-matter') return `---\n${added}---\n\n${text.replace(/^\ufeff/, '')}`;
  if (block.language === 'json') return undefined;
  const present = text.slice(block.start, block.end);
  const rest = withoutKeys(present, Object.keys(edits));
  const head = block.missing === 'opening' ? '---\n' : text.slice(0, block.start);
  const separator = rest === '' || rest.endsWith('\n') ? '' : '\n';
  const tail = block.missing === undefined ? text.slice(block.end) : `---\n${text.slice(block.bodyStart)}`;
  return head + rest + separator + added + tail;
}

/** The lines of a block without those of some keys: the key's own, and what is indented or listed below it. */
function withoutKeys(block: string, keys: readonly string[]): string {
  const names = keys.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const ofKey = new RegExp(`^(["']?)(?:${names})\\1[ \\t]*:(?:\\s|$)`, 'i');
  let isDropped = false;
  const lines = block.split(/(?<=\n)/).filter((line) => {
    const goesOn = /^(?:[ \t]+\S|-(?:\s|$)|[}\]])/.test(line);
    if (!goesOn) isDropped = ofKey.test(line);
    return !isDropped;
  });
  return lines.join('');
}
