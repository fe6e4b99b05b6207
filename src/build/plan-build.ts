import type { OutputRecord } from './store.ts';

/** What a build has to do to the output folder. Paths are relative to it. */
export interface BuildPlan {
  /** Files whose contents may have changed, or that are not there as the last build left them. */
  readonly make: readonly string[];
  /** Files that show what they showed, and are there. */
  readonly keep: readonly string[];
  /** Files that nothing asks for any more. */
  readonly remove: readonly string[];
}

export interface PlanInput {
  /** Every file of the new site with its key: equal keys, equal bytes. */
  readonly wanted: ReadonlyMap<string, string>;
  /** What the last build wrote, as far as it can be trusted. */
  readonly previous: ReadonlyMap<string, OutputRecord>;
  /** Files in the output folder that nothing is known about. */
  readonly strangers: Iterable<string>;
  /** Of the former, those that are not there as it left them. */
  readonly altered: ReadonlySet<string>;
}

/** From the site that is wanted and the one that is there to the difference between them. Pure. */
export function planBuild({ wanted, previous, strangers, altered }: PlanInput): BuildPlan {
  const make: string[] = [];
  const keep: string[] = [];
  for (const [file, key] of wanted) {
    const record = previous.get(file);
    const stands = record !== undefined && record.key === key && !altered.has(file);
    (stands ? keep : make).push(file);
  }
  const remove = new Set<string>();
  for (const file of previous.keys()) if (!wanted.has(file)) remove.add(file);
  for (const file of strangers) if (!wanted.has(file)) remove.add(file);
  return { make, keep, remove: [...remove].sort() };
}
