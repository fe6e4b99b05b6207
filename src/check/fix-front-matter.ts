import { stringify } from 'yaml';
import type { Article } from '../content/article.ts';
import { type ArticleKey, findArticleKey } from '../content/article-keys.ts';
import { readFrontMatter } from '../content/front-matter.ts';
import type { FrontMatterEntry } from '../content/front-matter-node.ts';
import { splitFrontMatter } from '../content/split-front-matter.ts';
import { lineAt } from '../content/text-lines.ts';
import type { Repair } from './finding.ts';

/** What can be written as it is read, without asking anybody. */
export const REWRITABLE: ReadonlySet<string> = new Set([
  'unquoted-text',
  'unbalanced-quotes',
  'broken-line',
  'irregular-key',
  'irregular-list',
  'html-entity',
  'hidden-character',
  'leading-dash',
  'empty-name',
  'key-spelling',
  'duplicate-key',
  'missing-fence',
  'unclosed-front-matter',
]);

/**
 * Ways to write a front matter as it is read anyway: an entry in plain YAML, a key without its doubles, a fence that is
 * missing. They are proposals, one by one: whoever makes one has to see that the article is read as before.
 *
 * @param text - Of the file.
 */
export function proposeRewrites(text: string, article: Article): readonly (readonly Repair[])[] {
  const block = splitFrontMatter(text);
  const read = readFrontMatter(text, () => {});
  if (block.kind !== 'front-matter' || block.language === 'json' || !read.ok) return [];
  const end = Math.min(block.end, read.bodyStart);
  const proposals: (readonly Repair[])[] = [];
  if (block.missing === 'opening')
    proposals.push([
      insert(block.start, '---\n'),
      ...(lineAt(text, block.end).text.startsWith('---') ? [] : [insert(block.end, '---\n')]),
    ]);
  else if (block.missing === 'closing' || end < block.end) proposals.push([insert(end, '---\n')]);
  const { entries } = read;
  for (const [index, entry] of entries.entries()) {
    const start = lineStart(text, entry.start);
    const next = entries[index + 1];
    const stop = next === undefined ? end : lineStart(text, next.start);
    if (start < block.start || stop <= start) continue;
    const later = entries.slice(index + 1).some(({ key }) => key === entry.key);
    const written = later ? '' : writeEntry(entry, article);
    if (written !== undefined) proposals.push([{ start, end: stop, text: written }]);
  }
  return proposals;
}

function insert(at: number, text: string): Repair {
  return { start: at, end: at, text };
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** An entry as YAML that needs no repair; undefined where its value is not for us to write. */
function writeEntry(entry: FrontMatterEntry, article: Article): string | undefined {
  const key = findArticleKey(entry.key);
  if (key === undefined) return undefined;
  const name = entry.key.toLowerCase() === key ? key : entry.key;
  const value = readableValue(key, entry, article);
  if (value === undefined) return undefined;
  return stringify({ [name]: value }, { lineWidth: 0, singleQuote: true });
}

function readableValue(key: ArticleKey, { value }: FrontMatterEntry, article: Article): unknown {
  switch (key) {
    case 'title':
      return article.title;
    case 'excerpt':
    case 'description':
      return article.excerpt;
    case 'tags':
      return article.tags;
    case 'author':
      return article.authors.length === 1 ? article.authors[0] : article.authors;
    case 'categories':
      return article.categories.length === 1 ? article.categories[0] : article.categories;
    default:
      return value.kind === 'text' ? value.text.trim() : undefined;
  }
}
