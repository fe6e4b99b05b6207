/**
 * How well project-links are judged, and at what cost: `npm run bench -- --projects`.
 *
 * Noise is the class that is measured: precision is the share of removed links that were noise, recall the share of noise
 * that was removed. Weights are fitted inside each fold, and folds share no name. `--fit` prints the weights fitted on
 * everything, for `src/html/project-weights.ts`; `--errors` prints the misjudged occurrences of our own set.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type Findings, findEvidence, type ProjectEvidence } from '../src/html/project-evidence.ts';
import { findExtension } from '../src/html/project-extension.ts';
import {
  createProjectJudge,
  judgeByRule,
  judgeFindings,
  type ProjectOccurrence,
} from '../src/html/project-judge.ts';
import { createLexicon, type Lexicon } from '../src/html/project-lexicon.ts';
import { type ProjectWeights, projectWeights } from '../src/html/project-weights.ts';
import { collectJudgeWork, searchQuotedNames } from './project-cost.ts';

interface Labelled extends ProjectOccurrence {
  readonly set: string;
  readonly label: 'keep' | 'noise';
}

/** An occurrence with its findings: as shipped, and as if nobody had listed its name. */
interface Sample {
  readonly occurrence: Labelled;
  readonly shipped: Findings;
  readonly forgotten: Findings;
}

const folds = 10;
/** Strength of the Gaussian prior on weights: large enough that no kind of evidence is trusted for a few examples. */
const ridge = 0.3;
/** A listed name teaches also, at half the weight, how it looks where nobody listed it. */
const forgottenWeight = 0.5;

const { dict } = createRequire(import.meta.url)('@node-rs/jieba/dict.js') as { dict: Buffer };
const lexicon = createLexicon(dict);

const sharedFile = resolve('../shared/samples/project-links.dev.jsonl');
const labelled = [
  ...readLabelled('tests/html/project-occurrences.jsonl'),
  ...(existsSync(sharedFile) ? readLabelled(sharedFile) : []),
];
const samples = labelled.map(createSample);

if (process.argv.includes('--fit')) console.log(formatWeights(fitWeights(samples)));
else printScores();

function readLabelled(file: string): Labelled[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { set = 'shared', ...fields } = JSON.parse(line) as Labelled;
    return {
      ...fields,
      set,
      before: [...fields.before].slice(-40).join(''),
      after: [...fields.after].slice(0, 40).join(''),
    };
  });
}

function createSample(occurrence: Labelled): Sample {
  const shipped = findEvidence(occurrence, lexicon);
  const forgotten = shipped.facts.kind === undefined ? shipped : findEvidence(occurrence, forget(occurrence));
  return { occurrence, shipped, forgotten };
}

/** A lexicon in which nobody listed the name. */
function forget({ text, name }: ProjectOccurrence): Lexicon {
  return createLexicon(dict, new Set([text.toLowerCase(), name.toLowerCase()]));
}

function printScores(): void {
  const fold = assignFolds(samples);
  const verdicts = new Map<Sample, { shipped: boolean; forgotten: boolean }>();
  for (let held = 0; held < folds; held += 1) {
    const weights = fitWeights(samples.filter((sample) => fold.get(sample.occurrence.name) !== held));
    for (const sample of samples.filter((other) => fold.get(other.occurrence.name) === held)) {
      const keeps = (findings: Findings): boolean => judgeFindings(findings, weights).keep;
      verdicts.set(sample, { shipped: keeps(sample.shipped), forgotten: keeps(sample.forgotten) });
    }
  }
  console.log(`noise, ${folds}-fold cross-validation over names; weights fitted inside the folds`);
  for (const set of [...new Set(labelled.map((one) => one.set))]) {
    const inSet = samples.filter((sample) => sample.occurrence.set === set);
    printScore(set, inSet, (sample) => verdicts.get(sample)!.shipped);
  }
  printScore('all', samples, (sample) => verdicts.get(sample)!.shipped);
  printScore('all, each name unlisted', samples, (sample) => verdicts.get(sample)!.forgotten);
  const unlisted = samples.filter((sample) => sample.shipped.facts.kind === undefined);
  printScore('names on no list', unlisted, (sample) => verdicts.get(sample)!.shipped);
  for (let held = 0; held < folds; held += 1) {
    const inFold = samples.filter((sample) => fold.get(sample.occurrence.name) === held);
    printScore(`  fold ${held}`, inFold, (sample) => verdicts.get(sample)!.shipped);
  }
  console.log('\nnoise, weights as shipped (fitted on the same occurrences)');
  printScore('all', samples, (sample) => judgeFindings(sample.shipped, projectWeights).keep);
  if (process.argv.includes('--errors')) printErrors(verdicts);
  printExtensions();
  printCost();
}

/** Kept links that go on to a whole name: each is shown, since they are few. */
function printExtensions(): void {
  const kept = labelled.filter(({ label }) => label === 'keep');
  const extended = kept.flatMap((occurrence) => {
    const found = findExtension(occurrence, () => lexicon);
    return found === undefined ? [] : `[${occurrence.text}]${occurrence.after.slice(0, found.after)}`;
  });
  console.log(`\nextended to the whole name  ${extended.length} of ${kept.length}: ${extended.join(' ')}`);
}

function printScore(title: string, of: readonly Sample[], keeps: (sample: Sample) => boolean): void {
  const count = (label: string, kept: boolean): number =>
    of.filter((sample) => sample.occurrence.label === label && keeps(sample) === kept).length;
  const removed = count('noise', false);
  const precision = removed / (removed + count('keep', false));
  const recall = removed / (removed + count('noise', true));
  const f1 = (2 * precision * recall) / (precision + recall);
  const cells = [precision, recall, f1].map((value) => value.toFixed(3).padStart(9));
  console.log(`${title.padEnd(26)} n ${String(of.length).padStart(4)}  P/R/F1 ${cells.join('')}`);
}

function printErrors(verdicts: ReadonlyMap<Sample, { readonly shipped: boolean }>): void {
  for (const [{ occurrence, shipped }, verdict] of verdicts) {
    if (occurrence.set === 'shared' || verdict.shipped === (occurrence.label === 'keep')) continue;
    const told = Object.entries(shipped.evidence).filter(([, value]) => value !== 0);
    console.log(`${occurrence.label}: ${occurrence.before}[${occurrence.text}]${occurrence.after}`);
    console.log(`  ${told.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(', ')}`);
  }
}

function printCost(): void {
  const judge = createProjectJudge({ links: 'internal', ignore: [], always: [] });
  const judgeAll = (): void => {
    for (const occurrence of labelled) judge(occurrence);
  };
  const rounds = 20;
  console.log('\nprocessor time');
  console.log(`first verdict of a process  ${spend(() => judge(labelled[0]!)).toFixed(1)} ms`);
  console.log(
    `dictionary cold             ${(spend(judgeAll) / labelled.length).toFixed(3)} ms an occurrence`,
  );
  const warm = spend(() => {
    for (let round = 0; round < rounds; round += 1) judgeAll();
  });
  console.log(`dictionary warm             ${(warm / labelled.length / rounds).toFixed(3)} ms an occurrence`);
  printArticleCost();
}

/** What verdicts cost an article, from the first that a worker meets on. */
function printArticleCost(): void {
  const work = collectJudgeWork(1000);
  const { articles, occurrences, meanLength } = work;
  const judge = createProjectJudge({ links: 'internal', ignore: [], always: [] });
  const judged = spend(() => occurrences.forEach(judge));
  const searched = spend(() => searchQuotedNames(work));
  console.log(
    `a generated article         ${((judged + searched) / articles).toFixed(3)} ms (${(occurrences.length / articles).toFixed(1)} links in ${(meanLength / 1000).toFixed(1)} thousand characters; ${(searched / articles).toFixed(3)} ms of it for names in quotation marks)`,
  );
}

/** Ms of processor time, which other programs on the machine do not lengthen as they do the time on the clock. */
function spend(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Folds by name, dealt out in order of name: all occurrences of one name fall into one fold. */
function assignFolds(of: readonly Sample[]): ReadonlyMap<string, number> {
  const names = [...new Set(of.map((sample) => sample.occurrence.name))].sort();
  return new Map(names.map((name, at) => [name, at % folds]));
}

/** Logistic regression with a ridge, by Newton's method, on what no rule decides. */
function fitWeights(of: readonly Sample[]): ProjectWeights {
  const names = Object.keys(samples[0]!.shipped.evidence) as (keyof ProjectEvidence)[];
  const rows = of.flatMap(({ occurrence, shipped, forgotten }) => {
    const target = occurrence.label === 'keep' ? 1 : 0;
    const isListed = shipped.facts.kind !== undefined && shipped.facts.kind !== 'everyday';
    const seen = [{ findings: shipped, target, share: 1 }];
    if (isListed) seen.push({ findings: forgotten, target, share: forgottenWeight });
    return seen.filter((row) => judgeByRule(row.findings) === undefined);
  });
  const inputs = rows.map((row) => [...names.map((name) => row.findings.evidence[name]), 1]);
  const weights = new Array<number>(names.length + 1).fill(0);
  const penalty = weights.map((_, at) => (at < names.length ? ridge : 0.001));
  for (let round = 0; round < 40; round += 1) {
    const gradient = weights.map((weight, at) => -penalty[at]! * weight);
    const curvature = penalty.map((value, at) => weights.map((_, other) => (at === other ? value : 0)));
    for (const [at, row] of rows.entries()) {
      const input = inputs[at]!;
      const odds = input.reduce((sum, value, index) => sum + value * weights[index]!, 0);
      const probability = 1 / (1 + Math.exp(-odds));
      for (let i = 0; i < input.length; i += 1) {
        if (input[i] === 0) continue;
        gradient[i]! += row.share * (row.target - probability) * input[i]!;
        for (let j = 0; j < input.length; j += 1)
          curvature[i]![j]! += row.share * probability * (1 - probability) * input[i]! * input[j]!;
      }
    }
    for (const [at, step] of solve(curvature, gradient).entries()) weights[at]! += step;
  }
  const named = Object.fromEntries(names.map((name, at) => [name, weights[at]!]));
  return { ...named, bias: weights.at(-1)! } as ProjectWeights;
}

/** Solves a symmetric positive definite system by elimination. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let pivot = 0; pivot < rows.length; pivot += 1) {
    for (let below = pivot + 1; below < rows.length; below += 1) {
      const factor = rows[below]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= rows.length; column += 1)
        rows[below]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const solution = new Array<number>(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const known = solution.reduce(
      (sum, value, index) => (index > at ? sum + rows[at]![index]! * value : sum),
      0,
    );
    solution[at] = (rows[at]!.at(-1)! - known) / rows[at]![at]!;
  }
  return solution;
}

function formatWeights(weights: ProjectWeights): string {
  return Object.entries(weights)
    .map(([name, value]) => `  ${name}: ${Number(value.toFixed(2))},`)
    .join('\n');
}
