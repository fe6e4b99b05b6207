import type { Article } from '../content/article.ts';
import type { BodyImage, CleanedBody } from '../html/cleaned-body.ts';
import type { ArticleSummary } from './article-summary.ts';
import { withoutBasePath } from './picture-sizes.ts';
import { estimateReadingMinutes } from './reading-time.ts';
import { chooseThumbnail } from './thumbnail.ts';

/** An excerpt stands on many pages; a longer one is not. In code points. */
const MAX_EXCERPT = 500;

/**
 * What the site keeps of an article once its body is cleaned. The body itself stays behind, under its digest.
 *
 * @param bodyDigest - Names the cleaned body in the store, and changes when anything shown of it does.
 * @param basePath - Of the site. Default: `/`.
 */
export function summarizeArticle(
  article: Article,
  body: Pick<CleanedBody, 'excerpt' | 'count' | 'images' | 'projects'>,
  bodyDigest: string,
  basePath = '/',
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
  const thumbnail = chooseThumbnail(
    named && withoutBasePath(named, basePath),
    body.images.map((image) => ({ ...image, src: withoutBasePath(image.src, basePath) })),
  );
  const ownPictures = listUnmeasured(body.images);
  return {
    ...kept,
    ...(thumbnail && { thumbnail }),
    excerpt: cutExcerpt(excerpt || body.excerpt),
    readingMinutes: estimateReadingMinutes(body.count),
    wordCount: body.count.characters + body.count.words,
    projects: body.projects,
    ...(ownPictures.length > 0 && { ownPictures }),
    bodyDigest,
  };
}

function listUnmeasured(images: readonly BodyImage[]): readonly string[] {
  const unmeasured = images.filter(
    ({ src, width, height }) => src.startsWith('/') && (width === undefined || height === undefined),
  );
  return [...new Set(unmeasured.map(({ src }) => src))];
}

function cutExcerpt(text: string): string {
  if (text.length <= MAX_EXCERPT) return text;
  const characters = Array.from(text.slice(0, 2 * MAX_EXCERPT + 2));
  return characters.length > MAX_EXCERPT ? `${characters.slice(0, MAX_EXCERPT).join('')}…` : text;
}
