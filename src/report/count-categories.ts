import type { ReportedArticle } from './site-facts.ts';

/** Articles filed directly under a category. */
export interface CategoryCount {
  /** From parent to child; empty: under none. */
  readonly path: readonly string[];
  readonly count: number;
}

/** The largest first. */
export function countCategories(articles: readonly ReportedArticle[]): readonly CategoryCount[] {
  const counts = new Map<string, { readonly path: readonly string[]; count: number }>();
  for (const { category } of articles) {
    const key = JSON.stringify(category);
    const known = counts.get(key) ?? { path: category, count: 0 };
    counts.set(key, known);
    known.count++;
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.path.join('/') < b.path.join('/') ? -1 : 1),
  );
}
