import { stringify } from 'yaml';
import { detectBodyFormat } from '../content/detect-body-format.ts';
import { digestImported, followedFields, IMPORTED_KEY } from './article-front-matter.ts';
import type { ImportedArticle } from './imported-article.ts';

/** What a new article's file says when its source names no date. */
export interface RenderOptions {
  /** UTC instant, ms. */
  readonly now: number;
}

/** The text of a new article's file: front matter that `check` passes, and the body in a wrapper that shows it is HTML. */
export function renderArticleFile(article: ImportedArticle, { now }: RenderOptions): string {
  const { title, date, updated, ...rest } = followedFields({ ...article, date: article.date ?? now });
  const { categories, aliases, draft, pinned } = article;
  const body = wrapBody(article.body);
  const fields = {
    title,
    date,
    updated,
    categories: categories.length > 1 ? categories : categories[0],
    ...rest,
    aliases: aliases.length > 0 ? aliases : undefined,
    draft: draft || undefined,
    pinned: pinned || undefined,
  };
  const frontMatter = stringify(
    { ...withoutUndefined(fields), [IMPORTED_KEY]: digestImported(fields, body) },
    { lineWidth: 0 },
  );
  return `---\n${frontMatter}---\n\n${body}`;
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/**
 * The body, so that a `.md` file is read as HTML: in a `<div>`, which the build takes off again, unless it needs none.
 * Ends in a line feed.
 */
export function wrapBody(html: string): string {
  const body = html.trim();
  if (body === '') return '';
  return detectBodyFormat(body) === 'html' ? `${body}\n` : `<div>\n${body}\n</div>\n`;
}
