import type { SiteArticle } from './site.ts';

/** How far down the list a lead with a picture is looked for. */
const MAX_PASSED_OVER = 5;

/** The newest article that has a picture, among the newest few; else the newest of all. */
export function chooseLead(articles: readonly SiteArticle[]): SiteArticle | undefined {
  return articles.slice(0, MAX_PASSED_OVER).find(({ card }) => card.thumbnail !== undefined) ?? articles[0];
}
