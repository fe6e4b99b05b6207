import type { AuthorProfile, Link, ListPage } from './page.ts';
import type { PagedList } from './paged-list.ts';
import type { ListSlice } from './pagination.ts';
import type { SiteArticle } from './site.ts';

export interface ArticleList {
  readonly list: ListPage['list'];
  /** The list's own title and URL. */
  readonly link: Link;
  /** From the outermost page to the parent of the list. */
  readonly parents: readonly Link[];
  /** Newest first. */
  readonly articles: readonly SiteArticle[];
  /** Of an author who is described. */
  readonly profile?: AuthorProfile;
}

/**
 * The list on its pages. Besides its link, its title and URL, and its parents, which are those of its kind, its articles decide
 * all that its pages show: cards, count and the ways on. Of an author the profile is in `site.yaml`.
 *
 * @param identity - Stands for the link; absent: the URL does.
 */
export function planList(list: ArticleList, identity = ''): PagedList {
  return {
    url: list.link.url,
    count: list.articles.length,
    addSelf: (imprint) => imprint.add(identity),
    addItems: (imprint, start, end) => imprint.addArticles(list.articles, start, end),
    makePage: (slice) => makeListPage(list, slice),
  };
}

/** One page of a list. */
export function makeListPage(
  { list, link, parents, articles, profile }: ArticleList,
  slice: ListSlice,
): ListPage {
  const { url, pageNumber, start, end } = slice;
  const isFront = pageNumber === undefined;
  return {
    kind: 'list',
    url,
    title: link.title,
    list,
    breadcrumb: isFront ? parents : [...parents, link],
    ...(isFront ? { count: articles.length, ...(profile && { profile }) } : { pageNumber }),
    articles: articles.slice(start, end).map(({ card }) => card),
    ...linkSlices(slice, link.title),
  };
}

/** The ways on from a page, under the list's title. */
export function linkSlices(
  { newer, older }: ListSlice,
  title: string,
): { readonly newer?: Link; readonly older?: Link } {
  return {
    ...(newer && { newer: { title, url: newer.url } }),
    ...(older && { older: { title, url: older.url } }),
  };
}
