import type { Page, SiteChrome } from '../src/site/page.ts';

/** What a search engine or a share card says of a page, plain text; "" when there is nothing better than the title. */
export function describePage(page: Page, chrome: SiteChrome): string {
  switch (page.kind) {
    case 'home':
      return chrome.description;
    case 'article':
    case 'standalone':
      return page.excerpt;
    case 'category':
      return page.description ?? describeByTitles(page.articles);
    case 'list':
    case 'project':
      return describeByTitles(page.articles);
    default:
      return '';
  }
}

/** The newest headlines say more of a list than its name does. */
function describeByTitles(articles: readonly { readonly title: string }[]): string {
  return articles
    .slice(0, 3)
    .map(({ title }) => title)
    .join(' / ');
}
