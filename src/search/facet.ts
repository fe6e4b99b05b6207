import { foldText } from './fold-text.ts';
import type { SearchDocument } from './search-document.ts';

/** What a query can be narrowed by, with the letter that stands for it in the index. */
export const FACETS = Object.freeze({ category: 'c', source: 's', project: 'p', tag: 't' });

export type Facet = keyof typeof FACETS;

/** Sorts before every word, and is in none. */
export const FACET_MARK = '\u0001';

/** The term under which the documents of a category, source, project or tag are listed. */
export function facetTerm(facet: Facet, value: string): string {
  return FACET_MARK + FACETS[facet] + foldText(value).replaceAll('\n', '').slice(0, 60);
}

/** All facets of a document. A category is found by its own name, by each parent's, and by its path (`新媒体/36kr`). */
export function listFacetTerms(document: SearchDocument): Set<string> {
  const terms = new Set<string>();
  for (const path of document.categories) {
    for (const [depth, name] of path.entries()) {
      terms.add(facetTerm('category', name));
      terms.add(facetTerm('category', path.slice(0, depth + 1).join('/')));
    }
  }
  for (const source of document.sources) terms.add(facetTerm('source', source));
  for (const project of document.projects) terms.add(facetTerm('project', project));
  for (const tag of document.tags) terms.add(facetTerm('tag', tag));
  return terms;
}
