import type { OutputRecord } from './store.ts';

/** What a build has to do to the output folder. Paths are relative to it. */
export interface BuildPlan {
  /** Files whose contents may have changed, or that are not there as the last build left them. */
  readonly make: readonly string[];
  /** Files that nothing asks for any more. */
  readonly remove: readonly string[];
}

export interface PlanInput {
  /** Every file of the new site with its key, but for those that are known to be there as they are to be: equal keys, equal bytes. */
  readonly wanted: ReadonlyMap<string, string>;
  /** What the last build wrote besides those, as far as it can be trusted. */
  readonly previous: ReadonlyMap<string, OutputRecord>;
  /** Files in the output folder that nothing is known about. */
  readonly strangers: Iterable<string>;
  /** Files that are not there as it left them, or may not be. */
  readonly doubtful: ReadonlySet<string>;
}

/** From the site that is wanted and the one that is there to the difference between them. Pure. */
export function planBuild({ wanted, previous, strangers, doubtful }: PlanInput): BuildPlan {
  const make: string[] = [];
  for (const [file, key] of wanted) {
    const record = previous.get(file);
    const stands = record !== undefined && record.key === key && !doubtful.has(file);
    if (!stands) make.push(file);
  }
  const remove = new Set<string>();
  for (const file of previous.keys()) if (!wanted.has(file)) remove.add(file);
  for (const file of strangers) if (!wanted.has(file)) remove.add(file);
  return { make, remove: [...remove].sort() };
}
