import type { BodyFormat } from './article.ts';

/** What a path below the articles folder is, by its name alone. */
export type SourcePathClass =
  | { readonly kind: 'article'; readonly format: BodyFormat }
  /** In a folder that is never entered, or a hidden file. */
  | { readonly kind: 'hidden' }
  /** Configuration or data of a generator. Eleventy would run it. */
  | { readonly kind: 'generator-file' }
  /** Anything else: pictures, styles, programs. */
  | { readonly kind: 'other' };

const formats: Readonly<Record<string, BodyFormat>> = Object.freeze({
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
});

/** `x.11tydata.md`, `x.11ty.html`: by these names Eleventy runs code. */
const GENERATOR_FILE = /\.11ty(?:data)?\./i;

/**
 * Says what a file is from its path. Every `.md`, `.markdown` and `.html` is an article, a `README.md` too, except
 * - in a folder whose name begins with `.` or `_` (as in Hexo and Eleventy: drafts, data, partials), or `node_modules`;
 * - when its own name begins with `.`. One that begins with `_` is an article: scrapers put `_` for a quotation mark.
 *
 * @param path - Relative to the articles folder, with forward slashes.
 */
export function classifySourcePath(path: string): SourcePathClass {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (name.startsWith('.') || (slash >= 0 && !holdsArticles(path.slice(0, slash)))) return { kind: 'hidden' };
  if (GENERATOR_FILE.test(name)) return { kind: 'generator-file' };
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1).toLowerCase();
  const format = dot > 0 && Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  return format === undefined ? { kind: 'other' } : { kind: 'article', format };
}

/** Whether a file is an article by its path, relative to the articles folder, with forward slashes. */
export function isArticleFile(path: string): boolean {
  return classifySourcePath(path).kind === 'article';
}

/** A memory of a pure function: files are listed folder by folder. */
let asked = { folder: '', answer: true };

function holdsArticles(folder: string): boolean {
  if (folder !== asked.folder) asked = { folder, answer: isArticleFolder(folder) };
  return asked.answer;
}

/** Whether a folder can hold articles, by its path, relative to the articles folder, with forward slashes. */
export function isArticleFolder(path: string): boolean {
  return !path
    .split('/')
    .some((name) => name.startsWith('.') || name.startsWith('_') || name === 'node_modules');
}
