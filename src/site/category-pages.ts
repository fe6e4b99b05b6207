import { chooseLead } from './choose-lead.ts';
import { linkSlices, makeListPage } from './list-articles.ts';
import type { CategoryPage, Page } from './page.ts';
import type { PageTitles } from './page-titles.ts';
import { type ListSlice, paginate } from './pagination.ts';
import type { Category, Site } from './site.ts';
import { describeCategory } from './taxonomy.ts';

/** The tree of all categories, and for each its front and numbered pages. */
export function listCategoryPages({ categories, config }: Site, titles: PageTitles): Page[] {
  return [
    {
      kind: 'category-index',
      url: '/categories/',
      title: titles.categories,
      categories: categories.map(describeCategory),
    },
    ...categories.flatMap((category) => listBranch(category, config.pagination.size)),
  ];
}

function listBranch(category: Category, size: number): Page[] {
  const { articles, path, url } = category;
  const list = { list: 'category', link: path.at(-1)!, parents: path.slice(0, -1), articles, size } as const;
  const [front, ...numbered] = paginate(url, articles.length, size);
  return [
    makeCategoryPage(category, front!),
    ...numbered.map((slice) => makeListPage(list, slice)),
    ...category.children.flatMap((child) => listBranch(child, size)),
  ];
}

function makeCategoryPage(category: Category, slice: ListSlice): CategoryPage {
  const { name, url, path, description, articles, children } = category;
  const shown = articles.slice(slice.start, slice.end);
  const lead = chooseLead(shown);
  return {
    kind: 'category',
    url,
    title: name,
    path,
    ...(description !== undefined && { description }),
    count: articles.length,
    children: children.map((child) => ({ category: child.path.at(-1)!, count: child.articles.length })),
    ...(lead && { lead: lead.card }),
    articles: shown.filter((article) => article !== lead).map(({ card }) => card),
    ...linkSlices(slice, name),
    ...(path.length === 1 && { feed: `${url}feed.xml` }),
  };
}
