import type { Category, Site, SiteArticle } from './site.ts';
import { walkCategories } from './walk-categories.ts';

/** The articles before and after one, by date. */
export interface Neighbours {
  /** The next older. */
  readonly previous?: SiteArticle;
  /** The next newer. */
  readonly next?: SiteArticle;
}

/** The neighbours of each article in the deepest category of its first path; in the whole site when it has none. */
export class NeighbourTable {
  readonly #articles: readonly SiteArticle[];
  /** By position: the neighbours' positions, or -1. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** By position: the list whose neighbours they are. */
  readonly #homes: readonly (Category | undefined)[];

  constructor({ articles, categories }: Pick<Site, 'articles' | 'categories'>) {
    this.#articles = articles;
    this.#next = new Int32Array(articles.length).fill(-1);
    this.#previous = new Int32Array(articles.length).fill(-1);
    this.#homes = articles.map((article) => article.categories[0]);
    this.#enter(articles, undefined);
    for (const category of walkCategories(categories)) this.#enter(category.articles, category);
  }

  of({ position }: SiteArticle): Neighbours {
    const previous = this.#articles[this.#previous[position]!];
    const next = this.#articles[this.#next[position]!];
    return { ...(previous && { previous }), ...(next && { next }) };
  }

  nextOf({ position }: SiteArticle): SiteArticle | undefined {
    return this.#articles[this.#next[position]!];
  }

  /** Notes who stands beside those articles of a list whose list it is. */
  #enter(list: readonly SiteArticle[], category: Category | undefined): void {
    let newer = -1;
    for (const { position } of list) {
      if (newer !== -1 && this.#homes[newer] === category) this.#previous[newer] = position;
      if (newer !== -1 && this.#homes[position] === category) this.#next[position] = newer;
      newer = position;
    }
  }
}
