import type { Page, SiteChrome } from '../src/site/page.ts';
import { stringsFor } from './strings.ts';

/** Names of an index that fit what search engines show. */
const NAMES = 12;

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
      return page.profile?.bio ?? describeByTitles(page.articles);
    case 'project':
      return describeByTitles(page.articles);
    case 'category-index':
      return describeByNames(
        page.categories.map(({ title }) => title),
        page,
        chrome,
      );
    case 'term-index':
      return describeByNames(
        page.terms.map(({ title }) => title),
        page,
        chrome,
      );
    case 'project-index':
      return describeByNames(
        page.projects.map(({ name }) => name),
        page,
        chrome,
      );
    case 'archive-index': {
      const { year } = stringsFor(chrome.language);
      return describeByNames(
        page.years.map((known) => year(known.year)),
        page,
        chrome,
      );
    }
    case 'search':
      return `${chrome.title} · ${stringsFor(chrome.language).searchSite}`;
    default:
      return '';
  }
}

/** What an index leads to, which its title does not say. */
function describeByNames(names: readonly string[], page: Page, chrome: SiteChrome): string {
  if (names.length === 0) return '';
  const { listSeparator } = stringsFor(chrome.language);
  return `${chrome.title} · ${page.title} · ${names.slice(0, NAMES).join(listSeparator)}`;
}

/** The newest headlines say more of a list than its name does. */
function describeByTitles(articles: readonly { readonly title: string }[]): string {
  return articles
    .slice(0, 3)
    .map(({ title }) => title)
    .join(' / ');
}
