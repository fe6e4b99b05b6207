import type { CategoryConfig } from '../content/site-config.ts';
import { compareText } from './article-order.ts';
import type { ArticleSummary } from './article-summary.ts';
import { drawCategoryColor } from './category-color.ts';
import type { CategoryLink, CategoryNode } from './page.ts';
import { shortHash } from './short-hash.ts';
import type { Category, SiteArticle } from './site.ts';
import { createSlugSpace, type SlugSpace } from './term-slug.ts';
import { MAX_PATH_BYTES, MAX_SEGMENT_BYTES } from './url-path.ts';

/** Names below a list's own URL that are not terms: numbered pages and feeds. Folded. */
export const LIST_SUBPATHS: readonly string[] = Object.freeze([
  'page',
  'index.html',
  'feed.xml',
  'atom.xml',
  'feed.json',
]);

/** Room that a list's URL leaves for `page/<number>/`, a feed or one more segment. */
const MAX_CATEGORY_URL_BYTES = MAX_PATH_BYTES - MAX_SEGMENT_BYTES;

/** A category while the tree grows; seen from outside it is a `Category`. */
interface Branch extends Category {
  readonly key: string;
  readonly slugs: SlugSpace;
  readonly branches: Map<string, Branch>;
  readonly children: Category[];
  readonly articles: SiteArticle[];
}

/** Each costs a tenth of a second once, and a hostile source may name a top category an article. */
const MOST_SHARE_IMAGES = 24;

export interface CategoryTree {
  /** Top categories, in the menu's order. */
  readonly top: readonly Category[];
  /** The deepest category of each path of an article, without doubles. */
  readonly find: (summary: ArticleSummary) => readonly Category[];
  /** Lists an article in its categories and all above them. Call newest first. */
  readonly enter: (article: SiteArticle) => void;
}

/**
 * The tree of categories, in Hexo's meaning: a path runs from parent to child, and an article is in every category along
 * each of its paths. Variants that `site.yaml` merges are one category.
 *
 * @param summaries - In order of first publication, which decides who of two look-alikes gets the plain slug.
 */
export function buildCategoryTree(
  summaries: readonly ArticleSummary[],
  configs: readonly CategoryConfig[],
): CategoryTree {
  const resolve = createAliasResolver(configs);
  const policies = new Map(configs.map((config) => [keyOf(config.path), config]));
  const root = createRoot();
  /** By the paths as an article has them: of a store, articles in the same categories have the same object. */
  const leaves = new Map<ArticleSummary['categories'], readonly Category[]>();
  /** Most articles' paths have been seen before, letter for letter. */
  const known = new Map<string, Category>();
  const findLeaf = (path: readonly string[]): Category => {
    const key = path.join('\0');
    const leaf = known.get(key) ?? growPath(root, resolve(path), policies);
    known.set(key, leaf);
    return leaf;
  };
  for (const { categories } of summaries) {
    if (leaves.has(categories)) continue;
    const paths = categories.filter((path) => path.length > 0);
    leaves.set(categories, paths.length === 1 ? [findLeaf(paths[0]!)] : [...new Set(paths.map(findLeaf))]);
  }
  sortChildren(root, policies);
  return {
    top: root.children,
    find: ({ categories }) => leaves.get(categories) ?? [],
    enter: (article) => {
      for (const category of listLineage(article)) {
        (category as Branch).articles.push(article);
      }
    },
  };
}

/** The categories that an article is in, those above its own among them, each once. */
export function listLineage({ categories }: SiteArticle): Iterable<Category> {
  return categories.length === 1
    ? categories[0]!.lineage
    : new Set(categories.flatMap(({ lineage }) => lineage));
}

/** The category as the tree of all categories shows it. */
export function describeCategory(category: Category): CategoryNode {
  const { path, description, articles, children } = category;
  return {
    ...path.at(-1)!,
    count: articles.length,
    ...(description !== undefined && { description }),
    children: children.map(describeCategory),
  };
}

function createRoot(): Branch {
  return {
    key: '',
    name: '',
    url: '/categories/',
    path: [],
    identity: '',
    lineage: [],
    children: [],
    articles: [],
    slugs: createSlugSpace(LIST_SUBPATHS),
    branches: new Map(),
  };
}

function growPath(
  root: Branch,
  path: readonly string[],
  policies: ReadonlyMap<string, CategoryConfig>,
): Branch {
  let branch = root;
  for (const name of path) {
    let child = branch.branches.get(name);
    if (child === undefined) {
      child = createBranch(root, branch, name, policies);
      branch.branches.set(name, child);
      branch.children.push(child);
    }
    branch = child;
  }
  return branch;
}

function createBranch(
  root: Branch,
  parent: Branch,
  name: string,
  policies: ReadonlyMap<string, CategoryConfig>,
): Branch {
  const key = parent === root ? name : `${parent.key}\0${name}`;
  const { color: ownColor, description } = policies.get(key) ?? {};
  const color = ownColor ?? parent.path.at(-1)?.color ?? drawCategoryColor(name);
  const url = shortenUrl(`${parent.url}${parent.slugs.claim(name)}/`, key);
  // The oldest, so that a new category changes no other's pages.
  const hasShareImage = parent === root && (policies.has(key) || root.children.length < MOST_SHARE_IMAGES);
  const link: CategoryLink = { title: name, url, color, ...(hasShareImage && { hasShareImage }) };
  const path = [...parent.path, link];
  const lineage: Category[] = [...parent.lineage];
  const branch: Branch = {
    key,
    name,
    url,
    ...(description !== undefined && { description }),
    path,
    identity: shortHash(JSON.stringify(path), 20),
    lineage,
    children: [],
    articles: [],
    slugs: createSlugSpace(LIST_SUBPATHS),
    branches: new Map(),
  };
  lineage.push(branch);
  return branch;
}

/** A path too deep for a file system begins anew at a hash; no slug begins with a hyphen, so it is free. */
function shortenUrl(url: string, key: string): string {
  return Buffer.byteLength(url) <= MAX_CATEGORY_URL_BYTES ? url : `/categories/-${shortHash(key, 16)}/`;
}

/** Listed categories by their order, the others after them, by name. */
function sortChildren(branch: Branch, policies: ReadonlyMap<string, CategoryConfig>): void {
  const pending = [branch];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const order = (category: Category): number =>
      policies.get((category as Branch).key)?.order ?? Number.POSITIVE_INFINITY;
    next.children.sort((a, b) => compareOrder(order(a), order(b)) || compareText(a.name, b.name));
    pending.push(...(next.children as Branch[]));
  }
}

/** Infinities are equal here, though their difference is not a number. */
function compareOrder(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Puts the canonical path in the place of the longest beginning of a path that is an alias. */
export function createAliasResolver(
  configs: readonly CategoryConfig[],
): (path: readonly string[]) => readonly string[] {
  const canonical = new Map<string, readonly string[]>();
  for (const { path, aliases } of configs)
    for (const alias of aliases) canonical.set(keyOf(alias), path.map(normalizeName));
  return (path) => {
    const names = path.map(normalizeName);
    for (let length = canonical.size === 0 ? 0 : names.length; length > 0; length--) {
      const merged = canonical.get(keyOf(names.slice(0, length)));
      if (merged !== undefined) return [...merged, ...names.slice(length)];
    }
    return names;
  };
}

function keyOf(path: readonly string[]): string {
  return path.map(normalizeName).join('\0');
}

/** One name in two Unicode forms is one name. */
export function normalizeName(name: string): string {
  return name.normalize('NFC');
}
