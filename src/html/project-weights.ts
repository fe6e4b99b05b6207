import type { ProjectEvidence } from './project-evidence.ts';

/** How much each kind of evidence adds to the natural log-odds that an occurrence names a company or product. */
export type ProjectWeights = { readonly [name in keyof ProjectEvidence]: number } & { readonly bias: number };

/**
 * Fitted by `bench/projects.ts --fit`. They know kinds of evidence, no names. Changing one changes verdicts on old pages,
 * so they change with a release only, as the rest of the cleaning policy does.
 */
export const projectWeights: ProjectWeights = Object.freeze({
  aligned: 2.22,
  orphan: -0.37,
  knownName: 1.75,
  knownWord: -1.19,
  everydayName: 0.31,
  word: -2.4,
  frequency: -3.09,
  properNoun: 4.02,
  person: 2.08,
  newWord: 0.65,
  ordinaryParts: -1.25,
  ordinary: -2.34,
  coined: 1.37,
  companyEnding: 1.92,
  particleEdge: -2.25,
  announced: 3.29,
  owns: 3.23,
  acts: 1.53,
  listed: 1.95,
  listedWithKnown: 2.24,
  quoted: 0.56,
  measured: -1.02,
  suffixed: -1.3,
  bias: -0.04,
});
