import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BenchOptions, UsageError } from './bench-options.ts';
import { broadsheet } from './builders/broadsheet.ts';
import type { Builder } from './builders/builder.ts';
import { PEERS } from './builders/builders.ts';
import { type CompareOptions, compareBuilders } from './compare/compare-builders.ts';
import type { Comparison } from './compare/comparison.ts';
import { describeMachine } from './measure/machine.ts';
import { type CheckSample, measureCheck } from './measure/measure-check.ts';
import { claimScratch, hasGit, installPeer, workspaceOf } from './measure/workspace.ts';
import type { Measurements } from './report/goals.ts';
import { renderResults } from './report/render-results.ts';

const RESULTS = path.join(import.meta.dirname, 'RESULTS.md');

/** The goals for what an author waits for are set at this size; a larger corpus says nothing of them. */
const MOST_ARTICLES_OF_AN_AUTHOR = 10_000;

/** Of what an author waits for, which is short, even where builds are measured once. */
const LEAST_RUNS_OF_AN_AUTHOR = 5;

/** Compares the builders on each size of corpus, and shows the results. */
export async function runComparison(options: BenchOptions): Promise<void> {
  const { articles: sizes, scratch, seed, runs } = options;
  claimScratch(scratch);
  const found = findBuilders(options);
  const git = options.git && hasGit();
  const comparisons = new Map<number, Comparison>();
  const saves = new Map<number, readonly number[]>();
  const checks = new Map<number, readonly CheckSample[]>();
  for (const articles of sizes) {
    if (options.cases.length > 0) comparisons.set(articles, await compareAt(articles, found, options, git));
    if (articles > MOST_ARTICLES_OF_AN_AUTHOR) continue;
    const often = Math.max(runs, LEAST_RUNS_OF_AN_AUTHOR);
    if (options.check) {
      checks.set(
        articles,
        await measureCheck({ articles, seed, runs: often, scratch, git, onStep: showProgress }),
      );
    }
    if (options.dev) {
      const { measureDev } = await import('./measure/measure-dev.ts');
      saves.set(
        articles,
        await measureDev({ articles, seed, saves: often, scratch, git, onStep: showProgress }),
      );
    }
  }
  const results = renderResults(
    { comparisons, saves, checks },
    {
      date: new Date().toISOString().slice(0, 10),
      machine: describeMachine(),
      command: ['npm run bench --', ...process.argv.slice(2)].join(' '),
      git,
    },
  );
  process.stdout.write(results);
  if (options.write) writeFileSync(RESULTS, results);
  if (options.json !== undefined) writeFileSync(options.json, toJson({ comparisons, saves, checks }));
}

function compareAt(
  articles: number,
  found: CompareOptions['builders'],
  options: BenchOptions,
  git: boolean,
): Promise<Comparison> {
  const builders = found.filter(({ builder }) => builder === broadsheet || articles <= options.peerArticles);
  const { cases, runs, seed, scratch } = options;
  return compareBuilders({ articles, seed, builders, cases, runs, scratch, git, onBuild: showProgress });
}

function showProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Broadsheet, and the peers that are wanted and installed. @throws UsageError when one was named that is not. */
function findBuilders({ peers, scratch, installPeers }: BenchOptions): CompareOptions['builders'] {
  const wanted = PEERS.filter(({ name }) => peers === undefined || peers.includes(name));
  const found = [broadsheet, ...wanted].map((builder: Builder) => {
    const workspace = workspaceOf(scratch, builder);
    if (installPeers && builder.fromNpm) installPeer(workspace, builder);
    return { builder, version: builder.findVersion(workspace) };
  });
  const missing = found.filter(({ version }) => version === undefined).map(({ builder }) => builder.label);
  if (missing.length > 0) {
    const advice = `${missing.join(' and ')}: not installed (Hugo comes from the system, the others with --install-peers).`;
    if (peers !== undefined) throw new UsageError(advice);
    process.stderr.write(`${advice}\n`);
  }
  return found.flatMap(({ builder, version }) => (version === undefined ? [] : [{ builder, version }]));
}

function toJson({ comparisons, saves, checks }: Measurements): string {
  const plain = [...comparisons.values()].map(({ builders, ...rest }) => ({
    ...rest,
    builders: builders.map(({ builder, ...measured }) => ({ builder: builder.name, ...measured })),
  }));
  return `${JSON.stringify({ comparisons: plain, savesMs: Object.fromEntries(saves), checks: Object.fromEntries(checks) }, null, 2)}\n`;
}
