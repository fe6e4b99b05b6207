import { hash } from 'node:crypto';
import { isArticleFile, isArticleFolder } from '../content/article-file.ts';

/** In bytes of UTF-8: file systems allow 255; an ending, a digest and the mark of a temporary file must fit too. */
const LONGEST_NAME = 180;

/** What file systems forbid in a name, and what hides in one: controls, separators, direction marks, private use. */
const UNFIT =
  /[\0-\x1f\x7f-\x9f<>:"/\\|?*\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ue000-\uf8ff]|\p{Cs}/gu;

/** Devices on Windows, whatever follows a dot. Source: learn.microsoft.com/windows/win32/fileio/naming-a-file. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name for a file or folder, made from a title: NFC, what file systems forbid becomes `_`, and what would hide a file
 * (a dot or `_` in front) is left off. The same on every system.
 *
 * @returns At most 180 bytes of UTF-8; "" when nothing of the title is left.
 */
export function nameFromTitle(title: string): string {
  const safe = title
    .normalize('NFC')
    .replace(UNFIT, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[._\s]+/, '');
  let name = '';
  let bytes = 0;
  for (const character of safe) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST_NAME) break;
    name += character;
  }
  return name.replace(/[.\s]+$/, '').replace(DEVICE, '$&-');
}

export interface ArticleFileWish {
  readonly title: string;
  /** Names of folders, from the outermost. */
  readonly folders: readonly string[];
  /** What no other article has: its guid or address. */
  readonly identity: string;
}

/**
 * Chooses the file of a new article: `A/B/C/title.md`, or with a digest of its identity behind the title where another
 * article has that name (in whatever case), so that the same article gets the same name in whatever order it comes.
 *
 * @param isTaken - Told a path in folded form: see `foldFilePath`.
 * @returns Relative to the articles folder, with forward slashes.
 */
export function chooseArticleFile(wish: ArticleFileWish, isTaken: (folded: string) => boolean): string {
  const folders = wish.folders
    .map(nameFromTitle)
    .filter((name) => name !== '' && isArticleFolder(name))
    .map((name) => `${name}/`)
    .join('');
  const title = nameFromTitle(wish.title);
  const digest = hash('sha256', wish.identity, 'hex');
  const plain = `${folders}${title}.md`;
  // A title such as "x.11ty.js" would make a name that stands for a program.
  if (title !== '' && isArticleFile(plain) && !isTaken(foldFilePath(plain))) return plain;
  const stem = title === '' || !isArticleFile(plain) ? 'article' : title;
  for (let length = 8; ; length += 4) {
    const file = `${folders}${stem}-${digest.slice(0, length)}.md`;
    if (!isTaken(foldFilePath(file)) || length > digest.length) return file;
  }
}

/** Paths that fold alike may be one file: Windows and macOS ignore case, macOS the Unicode form too. */
export function foldFilePath(file: string): string {
  return file.normalize('NFC').toLowerCase();
}
