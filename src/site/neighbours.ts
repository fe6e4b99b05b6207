import type { Category, SiteArticle } from './site.ts';
import { listLineage } from './taxonomy.ts';

/** The articles before and after one, by date. */
export interface Neighbours {
  /** The next older. */
  readonly previous?: SiteArticle;
  /** The next newer. */
  readonly next?: SiteArticle;
}

/**
 * For each article, its neighbours in the deepest category of its first path; in the whole site when it has none.
 *
 * @param articles - Newest first.
 * @returns One pair for each article, in the same order.
 */
export function findNeighbours(articles: readonly SiteArticle[]): readonly Neighbours[] {
  /** How many articles of each category have gone by: since both are newest first, the index of the present one. */
  const passed = new Map<Category, number>();
  return articles.map((article, position) => {
    const category = article.categories[0];
    const list = category?.articles ?? articles;
    const at = category === undefined ? position : (passed.get(category) ?? 0);
    for (const entered of listLineage(article)) {
      passed.set(entered, (passed.get(entered) ?? 0) + 1);
    }
    const previous = list[at + 1];
    const next = list[at - 1];
    return { ...(previous && { previous }), ...(next && { next }) };
  });
}
