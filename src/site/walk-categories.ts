import type { Category } from './site.ts';

/** All categories of a tree, each before its children, in the menu's order. */
export function walkCategories(top: readonly Category[]): Category[] {
  const all: Category[] = [];
  const pending = top.toReversed();
  for (let category = pending.pop(); category !== undefined; category = pending.pop()) {
    all.push(category);
    pending.push(...category.children.toReversed());
  }
  return all;
}
