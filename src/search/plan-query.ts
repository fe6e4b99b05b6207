import type { Query } from './query.ts';
import { planUnit, type UnitPlan } from './unit-plan.ts';

/** A query with all that has to be looked up for it. */
export interface QueryPlan {
  readonly query: Query;
  readonly units: readonly UnitPlan[];
  readonly excludedUnits: readonly UnitPlan[];
  /** What the index finds is what is asked for: documents need not be looked at. */
  readonly isCertain: boolean;
}

/** @returns undefined when there is nothing to look up: the query is empty, or nothing but punctuation. */
export function planQuery(query: Query): QueryPlan | undefined {
  const units = query.units.map(planUnit).filter(({ terms }) => terms.length > 0);
  const excludedUnits = query.excludedUnits.map(planUnit).filter(({ terms }) => terms.length > 0);
  const isNarrowed = query.facets.length > 0 || query.from !== undefined || query.until !== undefined;
  if (units.length === 0 && !isNarrowed) return undefined;
  const isCertain = [...units, ...excludedUnits].every((unit) => unit.isCertain);
  return { query, units, excludedUnits, isCertain };
}
