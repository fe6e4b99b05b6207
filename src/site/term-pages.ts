import { compareText } from './article-order.ts';
import { planList } from './list-articles.ts';
import type { Link, Page, TermCount } from './page.ts';
import type { PageGroup } from './page-group.ts';
import type { PageTitles } from './page-titles.ts';
import { type GroupingContext, groupInRuns, type PagedList } from './paged-list.ts';
import type { Site, Term } from './site.ts';

/** Terms that an index shows; the others are reached from their articles. */
const MAX_INDEXED = 5000;

/** The indexes of tags and of authors. */
export function listTermIndexes({ tags, authors }: Site, titles: PageTitles): Page[] {
  return [
    { kind: 'term-index', ...linkTags(titles), taxonomy: 'tag', terms: rankTerms(tags) },
    { kind: 'term-index', ...linkAuthors(titles), taxonomy: 'author', terms: rankTerms(authors) },
  ];
}

/** The lists of each tag and of each author. */
export function groupTermPages(
  { tags, authors }: Site,
  titles: PageTitles,
  context: GroupingContext,
): PageGroup[] {
  return [
    ...groupInRuns('tags', planTaxonomy('tag', tags, linkTags(titles)), context),
    ...groupInRuns('authors', planTaxonomy('author', authors, linkAuthors(titles)), context),
  ];
}

function planTaxonomy(list: 'tag' | 'author', terms: readonly Term[], index: Link): readonly PagedList[] {
  const parents = [index];
  return terms.map(({ link: { title, url }, identity, profile, articles }) =>
    planList({ list, link: { title, url }, parents, articles, ...(profile && { profile }) }, identity),
  );
}

function linkTags(titles: PageTitles): Link {
  return { title: titles.tags, url: '/tags/' };
}

function linkAuthors(titles: PageTitles): Link {
  return { title: titles.authors, url: '/authors/' };
}

/** Most used first. */
function rankTerms(terms: readonly Term[]): readonly TermCount[] {
  return terms
    .map(({ link, articles }) => ({ ...link, count: articles.length }))
    .sort((a, b) => b.count - a.count || compareText(a.title, b.title))
    .slice(0, MAX_INDEXED);
}
