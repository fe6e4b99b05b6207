import { quoteValue } from '../content/collect-diagnostics.ts';
import type { CategoryConfig } from '../content/site-config.ts';
import { suggestName } from '../content/suggest-name.ts';
import { createAliasResolver } from '../site/taxonomy.ts';
import type { CheckedArticle, SiteFinding } from './checked-article.ts';

/** A category as articles write it. */
interface Usage {
  readonly parent: string;
  readonly name: string;
  /** Where it was met first. */
  readonly first: CheckedArticle;
  articles: number;
}

/**
 * Categories that are probably another one, or that `site.yaml` does not list though it lists their siblings. Each is said
 * once, at the first article: it is one decision, however many articles there are.
 *
 * @param articles - In order of publication.
 */
export function checkCategories(
  articles: readonly CheckedArticle[],
  configs: readonly CategoryConfig[],
): readonly SiteFinding[] {
  const listed = listChildren(configs);
  const findings: SiteFinding[] = [];
  for (const alike of groupBy(countUsages(articles, configs), keyOf).values()) {
    const { parent, name } = alike[0]!;
    const siblings = listed.get(parent) ?? [];
    const known = siblings.find((sibling) => foldName(sibling) === foldName(name));
    const kept =
      known ?? alike.toSorted((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))[0]!.name;
    for (const usage of alike) if (usage.name !== kept) findings.push(describeVariant(usage, kept));
    if (known === undefined && siblings.length > 0)
      findings.push(describeUnlisted(alike.find((usage) => usage.name === kept)!, siblings));
  }
  return findings;
}

function describeVariant(variant: Usage, kept: string): SiteFinding {
  const { first, articles, parent } = variant;
  return {
    rule: 'category-variant',
    file: first.file,
    ...first.facts.categoriesAt,
    message: `The category ${nameOf(variant)} (${count(articles)}) is probably ${nameOf({ parent, name: kept })}.`,
  };
}

function describeUnlisted(usage: Usage, siblings: readonly string[]): SiteFinding {
  const meant = suggestName(usage.name, siblings);
  const message = `site.yaml does not list the category ${nameOf(usage)} (${count(usage.articles)}).`;
  return {
    rule: 'category-not-in-tree',
    file: usage.first.file,
    ...usage.first.facts.categoriesAt,
    message: meant === undefined ? message : `${message} Did you mean "${meant}"?`,
  };
}

function count(articles: number): string {
  return articles === 1 ? '1 article' : `${articles} articles`;
}

function nameOf({ parent, name }: Pick<Usage, 'parent' | 'name'>): string {
  return quoteValue([...parent.split('\0').filter((part) => part !== ''), name].join('/'));
}

function countUsages(
  articles: readonly CheckedArticle[],
  configs: readonly CategoryConfig[],
): readonly Usage[] {
  const resolve = createAliasResolver(configs);
  const usages = new Map<string, Usage>();
  for (const article of articles) {
    const seen = new Set<string>();
    for (const path of article.summary.categories) {
      let parent = '';
      for (const name of resolve(path)) {
        const key = `${parent}\0${name}`;
        if (!seen.has(key)) {
          seen.add(key);
          const usage = usages.get(key);
          if (usage === undefined) usages.set(key, { parent, name, first: article, articles: 1 });
          else usage.articles++;
        }
        parent = key;
      }
    }
  }
  return [...usages.values()];
}

/** What `site.yaml` lists below each category; a parent of one that is listed is listed itself. */
function listChildren(configs: readonly CategoryConfig[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { path } of configs) {
    let parent = '';
    for (const name of path.map((part) => part.normalize('NFC'))) {
      const siblings = children.get(parent) ?? [];
      if (!siblings.includes(name)) siblings.push(name);
      children.set(parent, siblings);
      parent = `${parent}\0${name}`;
    }
  }
  return children;
}

/** Equal for categories that are probably one. */
function keyOf({ parent, name }: Usage): string {
  return `${parent}\0${foldName(name)}`;
}

/** What differs only by case, by the width of letters or by spaces folds to the same. */
function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
