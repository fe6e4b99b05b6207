/**
 * The verdict on a project-link: does it name a company or product, or did the source's blind tagger match a piece of a
 * sentence?
 *
 * The incremental law: a verdict is a function of the occurrence itself, of the data shipped with the program (lists,
 * dictionary, weights) and of `site.yaml`. It knows no other article and no count over the site. So one new article never
 * changes a verdict on an old page, whatever the order, and a body's verdicts may be stored under the hash of the body
 * and the version of the policy. A signal from the whole site may join only as one more kind of evidence that is read
 * from data versioned with the policy, never from a running count.
 */
import type { ProjectPolicy } from '../content/site-config.ts';
import { type Findings, findEvidence, type ProjectEvidence, type ProjectFacts } from './project-evidence.ts';
import { findExtension } from './project-extension.ts';
import { openLexicon } from './project-lexicon.ts';
import type { ProjectJudge, ProjectOccurrence, ProjectReason, ProjectVerdict } from './project-occurrence.ts';
import { type ProjectWeights, projectWeights } from './project-weights.ts';

export type { ProjectJudge, ProjectOccurrence, ProjectReason, ProjectVerdict } from './project-occurrence.ts';

/** Beyond this length, in UTF-16 code units, a link's text is not a name. */
const longestName = 40;

/** Below this a span is cut out of the words around it, known or not: a probability of 0.23 that words end with it. */
const cutBelow = -0.2;

/**
 * A judge for one site. The first call loads the lexicon (10 ms and some megabytes, once a process); making a judge
 * costs nothing.
 *
 * @param policy - `always` and `ignore` hold names as written or as `data-name`, whatever their case; `ignore` wins.
 */
export function createProjectJudge(policy: ProjectPolicy): ProjectJudge {
  const always = foldNames(policy.always);
  const ignored = foldNames(policy.ignore);
  return (occurrence) => {
    const text = occurrence.text.trim();
    const names = [text.toLowerCase(), occurrence.name.trim().toLowerCase()];
    if (names.some((name) => ignored.has(name))) return { keep: false, reason: 'listed' };
    if (names.some((name) => always.has(name))) return extend({ keep: true, reason: 'listed' }, occurrence);
    if (text === '' || text.length > longestName) return { keep: false, reason: 'everyday-word' };
    const { before, after, name } = occurrence;
    const findings = findEvidence({ before, text, after, name }, openLexicon());
    return extend(judgeFindings(findings, projectWeights), occurrence);
  };
}

function extend(verdict: ProjectVerdict, occurrence: ProjectOccurrence): ProjectVerdict {
  const extension = verdict.keep ? findExtension(occurrence, openLexicon) : undefined;
  return extension === undefined ? verdict : { ...verdict, extension };
}

function foldNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.trim().toLowerCase()));
}

/** The verdict that the findings add up to. */
export function judgeFindings(findings: Findings, weights: ProjectWeights): ProjectVerdict {
  return judgeByRule(findings) ?? judgeByWeight(findings, weights);
}

/** The verdict where one finding decides; `undefined` where evidence has to be weighed. */
export function judgeByRule({ evidence, facts }: Findings): ProjectVerdict | undefined {
  if (facts.insideLatin || evidence.aligned < cutBelow) return { keep: false, reason: 'cut-word' };
  if (facts.person || facts.title) return { keep: false, reason: 'wrong-entity' };
  if (facts.extended) return { keep: true, reason: findNameReason(facts) };
  return undefined;
}

function judgeByWeight({ evidence, facts }: Findings, weights: ProjectWeights): ProjectVerdict {
  if (weighEvidence(evidence, weights) > 0) return { keep: true, reason: findNameReason(facts) };
  return { keep: false, reason: findNoiseReason(evidence) };
}

const evidenceNames = Object.keys(projectWeights).filter(
  (name) => name !== 'bias',
) as readonly (keyof ProjectEvidence)[];

/** Natural log-odds that the occurrence names a company or product. */
export function weighEvidence(evidence: ProjectEvidence, weights: ProjectWeights): number {
  let odds = weights.bias;
  for (const name of evidenceNames) odds += weights[name] * evidence[name];
  return odds;
}

function findNameReason(facts: ProjectFacts): ProjectReason {
  return facts.kind === 'product' || facts.product ? 'product' : 'company';
}

function findNoiseReason(evidence: ProjectEvidence): ProjectReason {
  if (evidence.particleEdge > 0 || evidence.aligned < 1) return 'cut-word';
  if (evidence.newWord > 0 && evidence.ordinaryParts === 0) return 'cut-word';
  return evidence.person > 0.5 ? 'wrong-entity' : 'everyday-word';
}
