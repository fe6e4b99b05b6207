import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { groupByMonth } from './archive.ts';
import { orderNewestFirst, sortFirstPublished } from './article-order.ts';
import type { ArticleSummary } from './article-summary.ts';
import { createPermalinkFiller } from './fill-permalink.ts';
import { assignPermalinks } from './permalink.ts';
import { measureThumbnail, type PictureSizes } from './picture-sizes.ts';
import { PlacedArticle } from './placed-article.ts';
import { findUnknownProjects } from './project-diagnostics.ts';
import { indexProjects } from './projects.ts';
import type { Site } from './site.ts';
import type { StandaloneSummary } from './standalone-summary.ts';
import { assignStandaloneUrls } from './standalone-url.ts';
import { buildCategoryTree } from './taxonomy.ts';
import { enterTerms, indexTerms } from './term.ts';
import { createUrlClaims } from './url-claims.ts';

export interface ArrangeOptions {
  /** UTC instant, ms: articles after it are marked as future. Absent: none is. */
  readonly now?: number;
  /** URLs of files that the output holds besides the site's own, such as passthrough copies. */
  readonly reservedUrls?: Iterable<string>;
  /** Of the pictures that are the site's own. Default: none is known. */
  readonly pictureSizes?: PictureSizes;
  /** What precedes a source path in diagnostics, e.g. `articles/`. Default: nothing. */
  readonly articlesLabel?: string;
  /** The same for standalone pages. Default: `pages/`. */
  readonly pagesLabel?: string;
}

const NO_SIZES: PictureSizes = { find: () => undefined };

/**
 * Puts every article in its place: URL, categories, archive, terms, projects. The order of the input is of no account; what
 * is to be left out (drafts, future articles) has been.
 *
 * @param summaries - Source paths are unique.
 */
export function arrangeSite(
  summaries: readonly ArticleSummary[],
  standalone: readonly StandaloneSummary[],
  config: SiteConfig,
  options: ArrangeOptions = {},
): Site {
  const { now = Number.POSITIVE_INFINITY, reservedUrls, articlesLabel = '', pagesLabel = 'pages/' } = options;
  const { pictureSizes = NO_SIZES } = options;
  const claims = createUrlClaims(reservedUrls);
  const pages = assignStandaloneUrls(standalone, claims);
  const measured =
    pictureSizes === NO_SIZES
      ? summaries
      : summaries.map((summary) => measureThumbnail(summary, pictureSizes));
  const firstPublished = sortFirstPublished(measured);
  const filler = createPermalinkFiller(config.permalink, config.timeZone);
  const { urls, redirects, diagnostics } = assignPermalinks(firstPublished, claims, filler);
  const tree = buildCategoryTree(firstPublished, config.categories);
  const tags = indexTerms(
    firstPublished.map((summary) => summary.tags),
    '/tags/',
  );
  const authors = indexTerms(
    firstPublished.map((summary) => summary.authors),
    '/authors/',
    config.authors,
  );
  const projects = indexProjects(firstPublished, config.projects);

  const articles: PlacedArticle[] = [];
  for (const place of orderNewestFirst(firstPublished)) {
    const summary = firstPublished[place]!;
    const article = new PlacedArticle({
      summary,
      url: urls[place]!,
      future: summary.date > now,
      position: articles.length,
      categories: tree.find(summary),
      tags: tags.find(summary.tags),
      authors: authors.find(summary.authors),
      projects: projects.find(summary),
    });
    articles.push(article);
    tree.enter(article);
    enterTerms(article);
    projects.enter(article);
  }
  projects.complete();
  return {
    config,
    articles,
    categories: tree.top,
    months: groupByMonth(articles, config.timeZone),
    tags: tags.terms,
    authors: authors.terms,
    projects: projects.projects,
    standalone: pages.pages,
    redirects: [...pages.redirects, ...redirects, ...projects.redirects],
    pictureSizes,
    findProject: projects.findById,
    movedProjects: projects.moved,
    diagnostics: [
      ...label(pages.diagnostics, pagesLabel),
      ...label(diagnostics, articlesLabel),
      ...label(findUnknownProjects(standalone, projects), pagesLabel),
      ...label(projects.isWritten ? findUnknownProjects(firstPublished, projects) : [], articlesLabel),
    ],
  };
}

function label(diagnostics: readonly Diagnostic[], prefix: string): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, file: prefix + diagnostic.file }));
}
