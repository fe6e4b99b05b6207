import type { BuildReport, QuarantineEntry } from '../build/build-report.ts';

/** What was found by one rule. */
export interface RuleTally {
  readonly rule: string;
  /** `quarantined`: the article is not published. */
  readonly effect: 'quarantined' | 'repaired or noted';
  readonly count: number;
  /** The first ones. */
  readonly entries: readonly QuarantineEntry[];
}

const MOST_ENTRIES = 20;

/** Quarantine first, then by how often it was found. */
export function tallyRules({ quarantine, warnings }: BuildReport): readonly RuleTally[] {
  return [...tally(quarantine, 'quarantined'), ...tally(warnings, 'repaired or noted')];
}

function tally(entries: readonly QuarantineEntry[], effect: RuleTally['effect']): readonly RuleTally[] {
  const byRule = groupByRule(entries);
  return [...byRule]
    .map(([rule, found]) => ({ rule, effect, count: found.length, entries: found.slice(0, MOST_ENTRIES) }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

function groupByRule(entries: readonly QuarantineEntry[]): Map<string, QuarantineEntry[]> {
  const byRule = new Map<string, QuarantineEntry[]>();
  for (const entry of entries) {
    const found = byRule.get(entry.rule) ?? [];
    byRule.set(entry.rule, found);
    found.push(entry);
  }
  return byRule;
}
