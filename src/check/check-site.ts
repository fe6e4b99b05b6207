import type { SiteConfig } from '../content/site-config.ts';
import { checkCategories } from './check-categories.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkInternalLinks, type LinkTargets } from './check-internal-links.ts';
import type { CheckedArticle, SiteFinding } from './checked-article.ts';

export interface SiteToCheck {
  /** In order of publication, so that what is there twice is said of the later one. */
  readonly articles: readonly CheckedArticle[];
  readonly pages: readonly CheckedArticle[];
  readonly config: SiteConfig;
  readonly targets: LinkTargets;
}

/** What can be said of the articles only when all are known. */
export function checkSite({ articles, pages, config, targets }: SiteToCheck): readonly SiteFinding[] {
  return [
    ...checkCategories(articles, config.categories),
    ...checkDuplicates(articles),
    ...articles.flatMap(checkThumbnail),
    ...checkInternalLinks([...articles, ...pages], config, targets),
  ];
}

function checkThumbnail({ file, summary, facts }: CheckedArticle): readonly SiteFinding[] {
  if (summary.thumbnail !== undefined) return [];
  return [{ rule: 'missing-thumbnail', file, ...facts.titleAt, message: 'There is no picture for cards.' }];
}
