import type { CheckRule } from '../content/check-rules.ts';

/** One thing that a rule found in a file. */
export interface Finding {
  readonly rule: CheckRule;
  /** In the file's text, in UTF-16 code units. */
  readonly offset: number;
  /** What was found, one sentence. */
  readonly message: string;
  /** What `npm run fix` does about it. */
  readonly repair?: Repair;
  /** What goes with the repair elsewhere in the file. */
  readonly also?: Repair;
}

/** Puts a text in the place of another. It changes how something is written, never what it says. */
export interface Repair {
  /** In the file's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Of each rule, this many are named in an article. The last one counts the rest. */
const MOST_OF_A_RULE = 5;

/** Keeps what an author can work through: the first of each rule, in the order of the file. */
export function limitFindings(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<CheckRule, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const shown = new Map<CheckRule, number>();
  return findings
    .toSorted((a, b) => a.offset - b.offset)
    .flatMap((finding) => {
      const nth = (shown.get(finding.rule) ?? 0) + 1;
      shown.set(finding.rule, nth);
      if (nth > MOST_OF_A_RULE) return [];
      const more = counts.get(finding.rule)! - nth;
      if (nth < MOST_OF_A_RULE || more === 0) return [finding];
      return [{ ...finding, message: `${finding.message} There are ${more} more like it in the article.` }];
    });
}
