import { stringify } from 'yaml';
import { createLocalClock } from '../site/site-calendar.ts';

export interface NewArticle {
  readonly title: string;
  /** Parent to child. */
  readonly categories: readonly string[];
  readonly draft: boolean;
  /** UTC instant, ms. */
  readonly date: number;
  /** IANA name, of the site: its dates are read in it. */
  readonly timeZone: string;
}

/** The text of a new article's file: front matter that `check` passes, and a place to write. */
export function scaffoldArticle({ title, categories, draft, date, timeZone }: NewArticle): string {
  const local = new Date(createLocalClock(timeZone)(date)).toISOString();
  const frontMatter = stringify({
    title,
    date: `${local.slice(0, 10)} ${local.slice(11, 16)}`,
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
