/** Every front-matter key that means something. All others are data. */
export const articleKeys = [
  'title',
  'date',
  'updated',
  'categories',
  'tags',
  'author',
  'thumbnail',
  'headimg',
  'excerpt',
  'description',
  'source',
  'lang',
  'slug',
  'permalink',
  'abbrlink',
  'aliases',
  'draft',
  'published',
  'comments',
  'toc',
  'pinned',
] as const;

export type ArticleKey = (typeof articleKeys)[number];

/** Other names of keys, which other generators use. The key itself wins over them. */
const synonyms: Readonly<Record<string, ArticleKey>> = Object.freeze({
  // Hexo reads the singular where the plural is missing.
  category: 'categories',
  tag: 'tags',
  authors: 'author',
  // What Hexo's themes call a pinned post; a number is its rank.
  sticky: 'pinned',
  top: 'pinned',
  alias: 'aliases',
});

const known = new Map<string, ArticleKey>([
  ...articleKeys.map((key): [string, ArticleKey] => [key, key]),
  ...Object.entries(synonyms),
]);

/** Keys whose value is a sentence or more, and may be broken over lines. */
export const textKeys: ReadonlySet<string> = new Set(['title', 'excerpt', 'description']);

/** Keys whose value is a list. */
export const listKeys: ReadonlySet<string> = new Set([
  'categories',
  'category',
  'tags',
  'tag',
  'authors',
  'aliases',
]);

/**
 * The key that a name stands for, synonyms and capital letters included.
 *
 * @returns undefined for a name that means nothing.
 */
export function findArticleKey(name: string): ArticleKey | undefined {
  return known.get(name) ?? known.get(name.toLowerCase());
}

/** All names that mean something, synonyms included. */
export const articleKeyNames: readonly string[] = [...known.keys()];
