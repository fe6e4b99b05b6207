import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BROADSHEET_REPORT } from '../builders/broadsheet.ts';
import type { Builder } from '../builders/builder.ts';
import { countOutput, type OutputCount } from '../measure/classify-output.ts';
import { nameGeneratorState } from '../measure/generator-state.ts';
import { type Cost, measureCommand } from '../measure/measure-command.ts';
import {
  commitWorkspace,
  placeFile,
  removeFile,
  removeLeftovers,
  resetWorkspace,
  settleDisk,
  workspaceOf,
} from '../measure/workspace.ts';
import { addedArticle, articleToEdit, type CaseName, type CorpusChoice, editArticle } from './cases.ts';
import type { Comparison, MeasuredBuilder, Sample } from './comparison.ts';
import { type Place, writeCorpora } from './write-corpora.ts';

export interface CompareOptions extends CorpusChoice {
  readonly builders: readonly { readonly builder: Builder; readonly version: string }[];
  /** In the order of `CASES`. */
  readonly cases: readonly CaseName[];
  /** At least 1. */
  readonly runs: number;
  /** Holds the workspaces. Absolute. */
  readonly scratch: string;
  /** Commit the content of builders that ask git what changed. */
  readonly git: boolean;
  /** Told of each build. */
  readonly onBuild: (line: string) => void;
}

const WARM_UP_ARTICLES = 12;

/**
 * Measures every builder in every case, `runs` times. The builders take turns (A B A B …), so that what else the machine
 * does hits them alike; between turns the disk settles. The sources are in the system's cache for all of them.
 *
 * @throws Error when a build fails or does not publish every article: nothing is compared then.
 */
export async function compareBuilders(options: CompareOptions): Promise<Comparison> {
  const { articles, builders, cases, runs, scratch } = options;
  const places = builders.map(({ builder }) => ({ builder, workspace: workspaceOf(scratch, builder) }));
  const generator = nameGeneratorState();
  await warmUp(options, places);
  for (const { builder, workspace } of places) resetWorkspace(workspace, builder);
  options.onBuild(`writing ${articles} articles`);
  const corpusBytes = writeCorpora(options, places);
  const outputs = new Map<Builder, OutputCount>();
  const samples: Sample[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const name of run === 0 && cases[0] !== 'cold' ? (['cold', ...cases] as const) : cases) {
      for (const place of places.filter(({ builder }) => run === 0 || !builder.once)) {
        prepareCase(name, run, place, options);
        const { sample, output } = await measureCase(name, run, place, options);
        if (name === 'cold' && run === 0) outputs.set(place.builder, output);
        if (cases.includes(name)) samples.push(sample);
      }
    }
  }
  return {
    articles,
    corpusBytes,
    builders: builders.map(({ builder, version }): MeasuredBuilder => {
      return { builder, version, output: outputs.get(builder)! };
    }),
    samples,
    generatorChanged: nameGeneratorState() !== generator,
  };
}

/** A small build of each, so that programs are compiled and in the system's cache, and a broken one is known at once. */
async function warmUp({ seed, onBuild }: CompareOptions, places: readonly Place[]): Promise<void> {
  onBuild('warming up');
  for (const { builder, workspace } of places) resetWorkspace(workspace, builder);
  writeCorpora({ articles: WARM_UP_ARTICLES, seed }, places);
  for (const place of places) {
    await buildPlace(place);
    checkArticles(place, countPlace(place, 0), WARM_UP_ARTICLES);
  }
}

/** Brings the content to where the case begins. */
function prepareCase(name: CaseName, run: number, place: Place, options: CompareOptions): void {
  const { builder, workspace } = place;
  if (name === 'cold') {
    for (let earlier = 0; earlier < run; earlier += 1) {
      removeFile(workspace, builder.placeArticle(addedArticle(options, earlier)));
    }
    placeFile(workspace, builder.placeArticle(articleToEdit(options)));
    removeLeftovers(workspace, builder);
  }
  if (name === 'added') placeFile(workspace, builder.placeArticle(addedArticle(options, run)));
  if (name === 'edited') {
    placeFile(workspace, builder.placeArticle(editArticle(articleToEdit(options), run)));
  }
  if (builder.readsGit && options.git) commitWorkspace(workspace, builder);
}

async function measureCase(name: CaseName, run: number, place: Place, options: CompareOptions) {
  const { builder, workspace } = place;
  settleDisk();
  // The system stamps files with the time of its last tick, which may be 10 ms ago.
  const since = Date.now() - 10;
  const cost = await buildPlace(place);
  const output = countPlace(place, since);
  checkArticles(place, output, countArticles(name, run, options));
  const stages = builder.name === 'broadsheet' ? { stages: readStages(workspace) } : {};
  const sample: Sample = {
    builder: builder.name,
    case: name,
    run,
    written: output.written,
    ...stages,
    ...cost,
  };
  const seconds = (cost.wallMs / 1000).toFixed(2);
  options.onBuild(
    `${options.articles} articles, run ${run + 1}: ${name}, ${builder.label} ${seconds} s, ${output.written} files written`,
  );
  return { sample, output };
}

function buildPlace({ builder, workspace }: Place): Promise<Cost> {
  return measureCommand(builder.command(workspace), {
    cwd: workspace,
    // Beside the workspace: git would see it there.
    log: `${workspace}.log`,
  });
}

function countPlace({ builder, workspace }: Place, since: number): OutputCount {
  return countOutput(path.join(workspace, builder.leftovers[0]), builder.kinds, since);
}

/** How many articles the content holds once the case is prepared. */
function countArticles(name: CaseName, run: number, { articles, cases }: CompareOptions): number {
  if (name === 'cold' || !cases.includes('added')) return articles;
  const earlier = cases.includes('cold') ? 0 : run;
  const isAdded = name !== 'unchanged';
  return articles + earlier + (isAdded ? 1 : 0);
}

function checkArticles({ builder, workspace }: Place, { kinds }: OutputCount, expected: number): void {
  if (kinds.article !== expected) {
    throw new Error(
      `${builder.label} published ${kinds.article ?? 0} of ${expected} articles; see ${workspace}`,
    );
  }
}

function readStages(workspace: string): { readonly [stage: string]: number } {
  return JSON.parse(readFileSync(path.join(workspace, BROADSHEET_REPORT), 'utf8')).durationMs;
}
