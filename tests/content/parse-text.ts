import type { Article } from '../../src/content/article.ts';
import { type ParsedArticle, parseArticle } from '../../src/content/parse-article.ts';

export interface TextOptions {
  readonly path?: string;
  readonly fallbackDate?: number;
  readonly timeZone?: string;
  readonly dateless?: boolean;
}

/** Parses an article from text (UTF-8) or bytes, as the build does. */
export function parseText(text: string | Uint8Array, options: TextOptions = {}): ParsedArticle {
  const { path = 'name.md', timeZone = 'Asia/Shanghai', fallbackDate, dateless = false } = options;
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return parseArticle(
    {
      path,
      file: `articles/${path}`,
      bytes,
      dateless,
      ...(fallbackDate === undefined ? {} : { fallbackDate }),
    },
    { timeZone, limits: { fileBytes: 8 * 1024 * 1024 } },
  );
}

/** The article of a text that must be published. */
export function publish(text: string | Uint8Array, options: TextOptions = {}): Article {
  const parsed = parseText(text, options);
  if (!parsed.ok) throw new Error(`Quarantined: ${JSON.stringify(parsed.diagnostics)}`);
  return parsed.article;
}

/** The article of a front matter to which a date is added, with a body. */
export function publishKeys(keys: string): Article {
  return publish(`---\n${keys}\ndate: 2024-03-01\n---\n正文\n`);
}

/** `line:column rule` of each diagnostic. */
export function findings(text: string | Uint8Array, options: TextOptions = {}): readonly string[] {
  return parseText(text, options).diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}
