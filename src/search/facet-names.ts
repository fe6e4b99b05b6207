/** What a form can offer to narrow a search by. */
export interface FacetNames {
  /** Paths, names joined by `/`, parents before children. */
  readonly categories: readonly string[];
  readonly sources: readonly string[];
}

/** The file that holds them, beside the manifest. */
export const NAMES_PATH = 'names.json';

/** More of a kind are too many to choose from: those with the most articles stay. */
const MOST_NAMES = 300;

/** The categories and sources of a site. They change only when one appears or disappears. */
export function listFacetNames(
  articles: Iterable<{
    readonly categories: readonly (readonly string[])[];
    readonly sources: readonly string[];
  }>,
): FacetNames {
  const categories = new Map<string, number>();
  const sources = new Map<string, number>();
  for (const article of articles) {
    for (const path of article.categories) {
      for (let depth = 1; depth <= path.length; depth += 1)
        countName(categories, path.slice(0, depth).join('/'));
    }
    for (const source of article.sources) countName(sources, source);
  }
  return { categories: pickNames(categories), sources: pickNames(sources) };
}

function countName(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** By code unit. */
function pickNames(counts: ReadonlyMap<string, number>): string[] {
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const names = byCount.slice(0, MOST_NAMES).map(([name]) => name);
  return names.sort();
}

/** @returns Empty lists when the text is something else. */
export function parseFacetNames(text: string): FacetNames {
  const data: unknown = JSON.parse(text);
  const list = (name: string): string[] => {
    const names: unknown =
      typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : [];
    return Array.isArray(names) ? names.filter((value): value is string => typeof value === 'string') : [];
  };
  return { categories: list('categories'), sources: list('sources') };
}
