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

/**
 * The names that are offered, by code unit. They change only when one appears or disappears, or when others outnumber it.
 *
 * @param categories - Paths, joined by `/`, with the articles in each. @param sources - Names, likewise.
 */
export function pickFacetNames(
  categories: ReadonlyMap<string, number>,
  sources: ReadonlyMap<string, number>,
): FacetNames {
  return { categories: pickNames(categories), sources: pickNames(sources) };
}

/** @param counts - Articles by name. */
function pickNames(counts: ReadonlyMap<string, number>): string[] {
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const names = byCount.slice(0, MOST_NAMES).map(([name]) => name);
  return names.sort();
}

export function writeFacetNames(names: FacetNames): string {
  return `${JSON.stringify(names)}\n`;
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
