import { compareText } from './article-order.ts';
import { listArticles } from './list-articles.ts';
import type { Link, Page, TermCount } from './page.ts';
import type { PageTitles } from './page-titles.ts';
import type { Site, Term } from './site.ts';

/** Terms that an index shows; the others are reached from their articles. */
const MAX_INDEXED = 5000;

/** The indexes of tags and of authors, and the lists of each. */
export function listTermPages({ tags, authors, config }: Site, titles: PageTitles): Page[] {
  const { size } = config.pagination;
  return [
    ...listTaxonomy('tag', tags, { title: titles.tags, url: '/tags/' }, size),
    ...listTaxonomy('author', authors, { title: titles.authors, url: '/authors/' }, size),
  ];
}

function listTaxonomy(taxonomy: 'tag' | 'author', terms: readonly Term[], index: Link, size: number): Page[] {
  return [
    { kind: 'term-index', ...index, taxonomy, terms: rankTerms(terms) },
    ...terms.flatMap(({ link: { title, url }, profile, articles }) =>
      listArticles({
        list: taxonomy,
        link: { title, url },
        parents: [index],
        articles,
        size,
        ...(profile && { profile }),
      }),
    ),
  ];
}

/** Most used first. */
function rankTerms(terms: readonly Term[]): readonly TermCount[] {
  return terms
    .map(({ link, articles }) => ({ ...link, count: articles.length }))
    .sort((a, b) => b.count - a.count || compareText(a.title, b.title))
    .slice(0, MAX_INDEXED);
}
