/**
 * The benchmark: `npm run bench`. What it measures and how to read it is in `bench/README.md`.
 */
import { type BenchOptions, parseBenchOptions, USAGE, UsageError } from './bench-options.ts';
import { runPrograms } from './run-programs.ts';

/** Loaded when asked for, so that comparing does not need the rooms that `--stages` measures. */
const MODES: { readonly [mode in BenchOptions['mode']]: (options: BenchOptions) => Promise<void> } = {
  compare: async (options) => (await import('./run-comparison.ts')).runComparison(options),
  stages: async (options) => (await import('./run-stages.ts')).runStages(options),
};

/** What `--check` says when it comes first. */
const CHECK_ALONE = Object.freeze(['--check', '--cases', 'none', '--peers', 'none', '--articles', '10000']);

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(USAGE.trimStart());
    return 0;
  }
  const [first, ...rest] = args;
  if (first === '--projects') return runPrograms('bench/projects.ts', rest);
  if (first === '--search') return runPrograms('bench/search/search.ts', rest);
  const options = parseBenchOptions(first === '--check' ? [...CHECK_ALONE, ...rest] : args);
  await MODES[options.mode](options);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
