import type { Article } from '../content/article.ts';
import type { CleanedBody } from '../html/cleaned-body.ts';
import type { ArticleSummary } from './article-summary.ts';
import { estimateReadingMinutes } from './reading-time.ts';
import { chooseThumbnail } from './thumbnail.ts';

/** An excerpt stands on many pages; a longer one is not. In code points. */
const MAX_EXCERPT = 500;

/**
 * What the site keeps of an article once its body is cleaned. The body itself stays behind, under its digest.
 *
 * @param bodyDigest - Names the cleaned body in the store, and changes when anything shown of it does.
 */
export function summarizeArticle(
  article: Article,
  body: Pick<CleanedBody, 'excerpt' | 'count' | 'images' | 'projects'>,
  bodyDigest: string,
): ArticleSummary {
  const {
    body: _body,
    bodyLine: _bodyLine,
    format: _format,
    data: _data,
    thumbnail: named,
    excerpt,
    ...kept
  } = article;
  const thumbnail = chooseThumbnail(named, body.images);
  return {
    ...kept,
    ...(thumbnail && { thumbnail }),
    excerpt: cutExcerpt(excerpt || body.excerpt),
    readingMinutes: estimateReadingMinutes(body.count),
    wordCount: body.count.characters + body.count.words,
    projects: body.projects,
    bodyDigest,
  };
}

function cutExcerpt(text: string): string {
  if (text.length <= MAX_EXCERPT) return text;
  const characters = Array.from(text.slice(0, 2 * MAX_EXCERPT + 2));
  return characters.length > MAX_EXCERPT ? `${characters.slice(0, MAX_EXCERPT).join('')}…` : text;
}
