import { stringify } from 'yaml';

export interface NewArticle {
  readonly title: string;
  /** Parent to child. */
  readonly categories: readonly string[];
  readonly draft: boolean;
  readonly date: Date;
}

/** The text of a new article's file: front matter that `check` passes, and a place to write. */
export function scaffoldArticle({ title, categories, draft, date }: NewArticle): string {
  const frontMatter = stringify({
    title,
    date: date.toISOString(),
    ...(categories.length > 0 ? { categories } : {}),
    tags: [],
    ...(draft ? { draft: true } : {}),
  });
  return `---\n${frontMatter}---\n\n`;
}

/** In bytes of UTF-8: file systems allow 255, and the ending and a number must fit too. */
const LONGEST_NAME = 200;

/**
 * A name for a file or folder from a title: what file systems forbid, and what hides a file, becomes `_`.
 *
 * @returns Never empty, at most 200 bytes of UTF-8.
 */
export function nameArticleFile(title: string): string {
  const safe = title
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_')
    .replace(/^[.\s_]+|[.\s]+$/g, '');
  let name = '';
  let bytes = 0;
  for (const character of safe) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST_NAME) break;
    name += character;
  }
  return name.trim() === '' ? 'article' : name.trim();
}
