import type { ProjectPolicy } from '../content/site-config.ts';
import { findEvidence, type ProjectEvidence } from './project-evidence.ts';
import { createProjectJudge, judgeByRule } from './project-judge.ts';
import { openLexicon } from './project-lexicon.ts';
import type { ProjectOccurrence, ProjectVerdict } from './project-occurrence.ts';
import { projectWeights } from './project-weights.ts';

/** One kind of evidence, and what it added to the balance. */
export interface EvidenceShare {
  readonly evidence: keyof ProjectEvidence | 'bias';
  /** How much there is of it: see `ProjectEvidence`. */
  readonly value: number;
  /** Natural log-odds: above 0 it speaks for a name, below 0 against. */
  readonly odds: number;
}

/** A verdict with its grounds. */
export interface VerdictExplanation {
  readonly verdict: ProjectVerdict;
  /**
   * - `site`: `always` or `ignore` of `site.yaml`.
   * - `rule`: one finding that decides whatever the rest says.
   * - `weights`: the sum of `shares`.
   */
  readonly decidedBy: 'site' | 'rule' | 'weights';
  /** What was found, strongest first; with `site`, nothing was looked for. */
  readonly shares: readonly EvidenceShare[];
}

/** Says why a judge of this policy gives the verdict that it gives. */
export function explainVerdict(occurrence: ProjectOccurrence, policy: ProjectPolicy): VerdictExplanation {
  const verdict = createProjectJudge(policy)(occurrence);
  if (verdict.reason === 'listed') return { verdict, decidedBy: 'site', shares: [] };
  const findings = findEvidence({ ...occurrence, text: occurrence.text.trim() }, openLexicon());
  const decidedBy = judgeByRule(findings) === undefined ? 'weights' : 'rule';
  const names = Object.keys(findings.evidence) as (keyof ProjectEvidence)[];
  const shares: EvidenceShare[] = names.map((evidence) => ({
    evidence,
    value: findings.evidence[evidence],
    odds: findings.evidence[evidence] * projectWeights[evidence],
  }));
  if (decidedBy === 'weights') shares.push({ evidence: 'bias', value: 1, odds: projectWeights.bias });
  return {
    verdict,
    decidedBy,
    shares: shares.filter(({ value }) => value !== 0).sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds)),
  };
}
