import { findNeighbours, type Neighbours } from './neighbours.ts';
import type { ArticlePage } from './page.ts';
import { findRelated } from './related.ts';
import type { Site, SiteArticle } from './site.ts';

/** The page of every article, newest first. */
export function listArticlePages({ articles }: Site): ArticlePage[] {
  const related = findRelated(articles);
  const neighbours = findNeighbours(articles);
  return articles.map((article, position) =>
    makeArticlePage(article, related[position]!, neighbours[position]!),
  );
}

function makeArticlePage(
  article: SiteArticle,
  related: readonly SiteArticle[],
  { previous, next }: Neighbours,
): ArticlePage {
  const { summary, url } = article;
  const { updated, lang, thumbnail, sourceUrl, toc } = summary;
  return {
    kind: 'article',
    url,
    title: summary.title,
    date: summary.date,
    ...(updated !== undefined && { updated }),
    ...(lang !== undefined && { lang }),
    categories: article.categories.map(({ path }) => path),
    tags: article.tags.map(({ link }) => link),
    authors: article.authors.map(({ link }) => link),
    ...(thumbnail && { thumbnail }),
    excerpt: summary.excerpt,
    ...(sourceUrl !== undefined && { sourceUrl }),
    readingMinutes: summary.readingMinutes,
    wordCount: summary.wordCount,
    ...(toc !== undefined && { toc }),
    comments: summary.comments,
    draft: summary.draft,
    future: article.future,
    projects: article.projects.map(({ card }) => card),
    related: related.map(({ card }) => card),
    ...(previous && { previous: previous.link }),
    ...(next && { next: next.link }),
    bodyDigest: summary.bodyDigest,
  };
}
