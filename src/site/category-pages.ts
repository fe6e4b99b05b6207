import { chooseLead } from './choose-lead.ts';
import { linkSlices, makeListPage, planList } from './list-articles.ts';
import type { CategoryPage, Page } from './page.ts';
import type { PageGroup } from './page-group.ts';
import type { PageTitles } from './page-titles.ts';
import { type GroupingContext, groupLists, type PagedList } from './paged-list.ts';
import type { ListSlice } from './pagination.ts';
import type { Category, Site } from './site.ts';
import { describeCategory } from './taxonomy.ts';
import { walkCategories } from './walk-categories.ts';

/** The tree of all categories. */
export function makeCategoryIndex({ categories }: Site, titles: PageTitles): Page {
  return {
    kind: 'category-index',
    url: '/categories/',
    title: titles.categories,
    categories: categories.map(describeCategory),
  };
}

/** For each category its front and numbered pages. */
export function groupCategoryPages({ categories }: Site, context: GroupingContext): PageGroup[] {
  const lists = walkCategories(categories).map(planCategory);
  return groupLists(lists, context);
}

/**
 * The identity of a category stands for its path, and so for name, URL, parents and feed; its articles for lead, cards, count
 * and the ways on. The description is in `site.yaml`.
 */
function planCategory(category: Category): PagedList {
  const { url, identity, articles, children, path } = category;
  const list = { list: 'category', link: path.at(-1)!, parents: path.slice(0, -1), articles } as const;
  return {
    ...planList(list, identity),
    url,
    addFront: (imprint) => {
      for (const child of children) imprint.add(child.identity, String(child.articles.length));
    },
    makePage: (slice) =>
      slice.pageNumber === undefined ? makeCategoryPage(category, slice) : makeListPage(list, slice),
  };
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
