/** What is asked for. All of it has to hold for a document to be found. */
export interface Query {
  /** Texts that are in the document. */
  readonly units: readonly QueryUnit[];
  /** Texts that are not. */
  readonly excludedUnits: readonly QueryUnit[];
  /** Facet terms under which the document is listed. */
  readonly facets: readonly string[];
  readonly excludedFacets: readonly string[];
  /** UTC instant, ms: not older. */
  readonly from?: number;
  /** UTC instant, ms: older. */
  readonly until?: number;
}

/** A text without spaces, or a phrase. */
export interface QueryUnit {
  /** Folded, never empty. */
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Whether nothing is asked for. */
export function isEmptyQuery({ units, facets, from, until }: Query): boolean {
  return units.length === 0 && facets.length === 0 && from === undefined && until === undefined;
}
