import { type Document, isMap, parseDocument } from 'yaml';
import { splitFrontMatter } from '../content/split-front-matter.ts';
import {
  digestImported,
  type FieldValue,
  FOLLOWED_KEYS,
  followedFields,
  IMPORTED_KEY,
} from './article-front-matter.ts';
import type { ImportedArticle } from './imported-article.ts';
import { wrapBody } from './render-article-file.ts';

/** What an import does with a file that holds the article already. */
export type ArticleUpdate =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'updated'; readonly text: string }
  /** Somebody has edited what the importer wrote, or wrote it all: it is left alone. */
  | { readonly kind: 'edited' };

export interface UpdateOptions {
  /** Follow the source even where somebody has edited. Default: false. */
  readonly overwrite?: boolean;
}

/**
 * Brings a file in step with its source: title, dates, tags, authors, picture, excerpt, addresses and body. Where it is
 * filed, and every key of the author's own, stays. A file that was edited since it was imported is left alone, and so is
 * one whose source is damaged this time.
 */
export function updateArticleFile(
  text: string,
  article: ImportedArticle,
  { overwrite = false }: UpdateOptions = {},
): ArticleUpdate {
  const file = readFile(text);
  if (file === undefined) return { kind: 'edited' };
  const { document, body, opening } = file;
  const present = document.toJS() as Record<string, unknown>;
  const followed = { ...followedFields(article), ...keptDate(article, present) };
  const wrapped = wrapBody(article.body);
  const digest = digestImported(followed, wrapped);
  if (digest === digestImported(present, body)) return { kind: 'unchanged' };
  const isUntouched = present[IMPORTED_KEY] === digestImported(present, body);
  if (!isUntouched && !overwrite) return { kind: 'edited' };
  if (article.damaged) return { kind: 'unchanged' };
  for (const key of FOLLOWED_KEYS) setField(document, key, followed[key], present[key]);
  document.set(IMPORTED_KEY, digest);
  return {
    kind: 'updated',
    text: `${opening}${document.toString({ lineWidth: 0 })}---\n\n${wrapped}`,
  };
}

interface ArticleFile {
  readonly document: Document.Parsed;
  readonly body: string;
  /** All up to the first key. */
  readonly opening: string;
}

/** The parts of a file that holds sound YAML between two fences; else undefined, since only people write otherwise. */
function readFile(text: string): ArticleFile | undefined {
  const block = splitFrontMatter(text);
  if (block.kind !== 'front-matter' || block.language !== 'yaml' || block.missing !== undefined)
    return undefined;
  const document = parseDocument(text.slice(block.start, block.end), { logLevel: 'error' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  return { document, body: text.slice(block.bodyStart), opening: text.slice(0, block.start) };
}

/** Of a source without dates the day of the first import counts, and is not moved by the next. */
function keptDate(article: ImportedArticle, present: Readonly<Record<string, unknown>>) {
  const { date } = present;
  return article.date === undefined && typeof date === 'string' ? { date } : {};
}

/** Only what differs, so that comments and the way a value is written stay. */
function setField(document: Document.Parsed, key: string, value: FieldValue, present: unknown): void {
  if (value === undefined) document.delete(key);
  else if (JSON.stringify(value) !== JSON.stringify(present))
    document.set(key, typeof value === 'string' ? value : [...value]);
}
