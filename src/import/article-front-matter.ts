import { hash } from 'node:crypto';
import type { ImportedArticle } from './imported-article.ts';

/** The key under which a file says what was imported into it: the digest of its imported keys and its body. */
export const IMPORTED_KEY = 'imported';

/** What the importer writes when an article is new, and leaves to the author from then on: where it is filed and found. */
export const CREATION_KEYS = ['categories', 'aliases', 'draft', 'pinned'] as const;

/** What the importer keeps in step with the source, as long as nobody edits it. In the order of the file. */
export const FOLLOWED_KEYS = [
  'title',
  'date',
  'updated',
  'tags',
  'author',
  'thumbnail',
  'excerpt',
  'lang',
  'source',
  'guid',
  'feed',
] as const;

export type FollowedKey = (typeof FOLLOWED_KEYS)[number];

/** A value as YAML and JSON hold it. */
export type FieldValue = string | readonly string[] | undefined;

/** The followed keys of an article; undefined for those it does not have. */
export function followedFields(article: ImportedArticle): Readonly<Record<FollowedKey, FieldValue>> {
  return {
    title: article.title,
    date: isoOf(article.date),
    updated: isoOf(article.updated),
    tags: article.tags.length > 0 ? article.tags : undefined,
    author: article.authors.length > 1 ? article.authors : article.authors[0],
    thumbnail: article.thumbnail,
    excerpt: article.excerpt,
    lang: article.lang,
    source: article.source,
    guid: article.guid,
    feed: article.feed,
  };
}

function isoOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

/**
 * What the file's followed keys and body were when they were last written by an import. While it fits them, nobody has
 * edited them. Line ends do not count: git changes them.
 */
export function digestImported(fields: Readonly<Record<string, unknown>>, body: string): string {
  const values = FOLLOWED_KEYS.map((key) => fields[key] ?? null);
  const text = JSON.stringify([values, body.replaceAll('\r\n', '\n').trim()]);
  return hash('sha256', text, 'hex').slice(0, 16);
}
