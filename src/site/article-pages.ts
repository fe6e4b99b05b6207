import {
  findProjectTargets,
  identifyProject,
  listNamedProjects,
  type NamedProject,
  showProject,
} from './article-projects.ts';
import type { ArticleSummary } from './article-summary.ts';
import { findNeighbours, type Neighbours } from './neighbours.ts';
import type { ArticlePage, ProjectTargets } from './page.ts';
import type { PagePlan } from './page-plan.ts';
import { type BodyPictureSizes, measureBodyPictures } from './picture-sizes.ts';
import { namingsOf } from './project-naming.ts';
import { findRelated } from './related.ts';
import { listTitledArticles } from './share-image.ts';
import type { Site, SiteArticle } from './site.ts';

/** The page of every article, newest first. */
export function planArticlePages(site: Site): readonly PagePlan[] {
  const { articles } = site;
  const projects = listNamedProjects(site);
  const related = findRelated(articles);
  const neighbours = findNeighbours(articles);
  const titled = new Set(listTitledArticles(site));
  return articles.map(
    (article, position) =>
      new PlannedArticle(article, {
        related: related[position]!,
        neighbours: neighbours[position]!,
        projects: projects[position]!,
        targets: findProjectTargets(namingsOf(article.summary), site.movedProjects),
        hasShareImage: titled.has(article),
        pictureSizes: measureBodyPictures(
          article.summary.ownPictures,
          site.pictureSizes,
          site.config.basePath,
        ),
      }),
  );
}

class PlannedArticle implements PagePlan {
  readonly kind = 'article';
  readonly url: string;
  readonly #article: SiteArticle;
  readonly #surroundings: Surroundings;

  constructor(article: SiteArticle, surroundings: Surroundings) {
    this.url = article.url;
    this.#article = article;
    this.#surroundings = surroundings;
  }

  /** What its summary says is in the identity of the article, and so is what the pages of others show of them. */
  identify(): string {
    const { identity, future, categories, tags, authors } = this.#article;
    const { related, neighbours, projects, targets, hasShareImage, pictureSizes } = this.#surroundings;
    const identityOf = (one: { readonly identity: string }): string => one.identity;
    return [
      identity,
      future,
      hasShareImage,
      JSON.stringify([targets, pictureSizes]),
      ...categories.map(identityOf),
      'tags',
      ...tags.map(identityOf),
      'authors',
      ...authors.map(identityOf),
      'projects',
      ...projects.map(identifyProject),
      'related',
      ...related.map(identityOf),
      'neighbours',
      neighbours.previous?.identity,
      neighbours.next?.identity,
    ].join('\n');
  }

  make(): ArticlePage {
    return makeArticlePage(this.#article, this.#surroundings);
  }
}

/** What the page of an article shows of its summary as it is, by the same names in both. */
export const OWN_FIELDS = [
  'title',
  'date',
  'updated',
  'lang',
  'thumbnail',
  'excerpt',
  'sourceUrl',
  'readingMinutes',
  'wordCount',
  'toc',
  'comments',
  'draft',
  'bodyDigest',
] as const satisfies readonly (keyof ArticleSummary & keyof ArticlePage)[];

/** What an article's page shows of other articles. */
interface Surroundings {
  readonly related: readonly SiteArticle[];
  readonly neighbours: Neighbours;
  readonly projects: readonly NamedProject[];
  readonly targets: ProjectTargets;
  readonly hasShareImage: boolean;
  readonly pictureSizes: BodyPictureSizes | undefined;
}

function makeArticlePage(article: SiteArticle, surroundings: Surroundings): ArticlePage {
  const { related, projects, targets, pictureSizes } = surroundings;
  const { previous, next } = surroundings.neighbours;
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
    ...(surroundings.hasShareImage && { hasShareImage: true }),
    excerpt: summary.excerpt,
    ...(sourceUrl !== undefined && { sourceUrl }),
    readingMinutes: summary.readingMinutes,
    wordCount: summary.wordCount,
    ...(toc !== undefined && { toc }),
    comments: summary.comments,
    draft: summary.draft,
    future: article.future,
    projects: projects.map(showProject),
    ...targets,
    related: related.map(({ card }) => card.toJSON()),
    ...(previous && { previous: previous.link }),
    ...(next && { next: next.link }),
    bodyDigest: summary.bodyDigest,
    ...(pictureSizes && { pictureSizes }),
  };
}
