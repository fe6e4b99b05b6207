import {
  findProjectTargets,
  identifyProject,
  listNamedProjects,
  type NamedProject,
  NO_TARGETS,
  showProject,
} from './article-projects.ts';
import type { ArticleSummary } from './article-summary.ts';
import { type Neighbours, NeighbourTable } from './neighbours.ts';
import type { ArticlePage, ProjectTargets } from './page.ts';
import type { PagePlan } from './page-plan.ts';
import { type BodyPictureSizes, measureBodyPictures } from './picture-sizes.ts';
import { namingsOf } from './project-naming.ts';
import { createRelatedFinder, type RelatedFinder } from './related.ts';
import { listTitledArticles } from './share-image.ts';
import type { Site, SiteArticle } from './site.ts';

/** Tells what the pages of a site's articles show of other articles, of each when it is asked for. */
export class Surroundings {
  readonly #site: Site;
  readonly #titled: ReadonlySet<SiteArticle>;
  readonly #findRelated: RelatedFinder;
  #neighbours: NeighbourTable | undefined;

  constructor(site: Site) {
    this.#site = site;
    this.#titled = new Set(listTitledArticles(site));
    this.#findRelated = createRelatedFinder(site.articles);
  }

  get neighbours(): NeighbourTable {
    this.#neighbours ??= new NeighbourTable(this.#site);
    return this.#neighbours;
  }

  of(article: SiteArticle): ArticleSurroundings {
    return {
      related: this.#findRelated(article),
      neighbours: this.neighbours.of(article),
      projects: listNamedProjects(article),
      targets: this.findTargets(article),
      hasShareImage: this.hasShareImage(article),
      pictureSizes: this.measurePictures(article),
    };
  }

  hasShareImage(article: SiteArticle): boolean {
    return this.#titled.has(article);
  }

  findTargets({ summary, projects }: SiteArticle): ProjectTargets {
    const { movedProjects } = this.#site;
    if (movedProjects.size === 0 || projects.every(({ ids }) => ids.length === 1)) return NO_TARGETS;
    return findProjectTargets(namingsOf(summary), movedProjects);
  }

  measurePictures({ summary }: SiteArticle): BodyPictureSizes | undefined {
    const { pictureSizes, config } = this.#site;
    return measureBodyPictures(summary.ownPictures, pictureSizes, config.basePath);
  }
}

/** The page of an article. */
export class PlannedArticle implements PagePlan {
  readonly kind = 'article';
  readonly url: string;
  readonly #article: SiteArticle;
  readonly #all: Surroundings;
  #own: ArticleSurroundings | undefined;

  constructor(article: SiteArticle, surroundings: Surroundings) {
    this.url = article.url;
    this.#article = article;
    this.#all = surroundings;
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

  get #surroundings(): ArticleSurroundings {
    this.#own ??= this.#all.of(this.#article);
    return this.#own;
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
interface ArticleSurroundings {
  readonly related: readonly SiteArticle[];
  readonly neighbours: Neighbours;
  readonly projects: readonly NamedProject[];
  readonly targets: ProjectTargets;
  readonly hasShareImage: boolean;
  readonly pictureSizes: BodyPictureSizes | undefined;
}

function makeArticlePage(article: SiteArticle, surroundings: ArticleSurroundings): ArticlePage {
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
