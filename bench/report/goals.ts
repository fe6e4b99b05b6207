import type { Comparison } from '../compare/comparison.ts';
import type { CheckCase, CheckSample } from '../measure/measure-check.ts';
import { median } from '../measure/median.ts';
import { formatBytes, formatCount, formatDuration, formatRatio } from './format-quantity.ts';
import { compareCases, summarizeCase } from './summarize-case.ts';
import type { Table } from './table.ts';

/** What was measured, by the size of the corpus. */
export interface Measurements {
  readonly comparisons: ReadonlyMap<number, Comparison>;
  /** Ms of each save under `npm run dev`. */
  readonly saves: ReadonlyMap<number, readonly number[]>;
  /** What `npm run check` took. */
  readonly checks: ReadonlyMap<number, readonly CheckSample[]>;
}

/** A number that is to stay below another. */
export interface Goal {
  readonly what: string;
  /** In the unit of `format`; the worst that will do. */
  readonly atLeast: number;
  /** The same; absent: there is nothing better. */
  readonly reachFor?: number;
  readonly format: (value: number) => string;
  /** @returns Undefined when this run tells nothing of it. */
  readonly measure: (measured: Measurements) => number | undefined;
}

const FEW = 10_000;
const MANY = 100_000;

/** The goals of the build engine, and of what an author waits for. */
export const GOALS: readonly Goal[] = Object.freeze([
  {
    what: `Cold build, ${formatCount(FEW)} articles: wall time against Hugo’s`,
    atLeast: 0.8,
    reachFor: 0.5,
    format: formatRatio,
    measure: (all) => againstHugo(all, 'cold', 'wallMs'),
  },
  {
    what: 'The same: peak memory against Hugo’s',
    atLeast: 0.6,
    reachFor: 0.4,
    format: formatRatio,
    measure: (all) => againstHugo(all, 'cold', 'peakBytes'),
  },
  {
    what: `One article added, ${formatCount(FEW)}: wall time against Hugo’s full build`,
    atLeast: 0.12,
    reachFor: 0.06,
    format: formatRatio,
    measure: (all) => againstHugo(all, 'added', 'wallMs'),
  },
  {
    what: `Nothing changed, ${formatCount(MANY)}`,
    atLeast: 3000,
    reachFor: 1500,
    format: formatDuration,
    measure: (all) => ours(all, MANY, 'unchanged')?.wallMs,
  },
  {
    what: `One article added, ${formatCount(MANY)}`,
    atLeast: 4000,
    reachFor: 2000,
    format: formatDuration,
    measure: (all) => ours(all, MANY, 'added')?.wallMs,
  },
  {
    what: `Cold build, ${formatCount(MANY)}, against ${formatCount(FEW)}`,
    atLeast: 12,
    reachFor: 10.5,
    format: (value: number) => `${value.toFixed(1)}×`,
    measure: (all) => {
      const [many, few] = [ours(all, MANY, 'cold'), ours(all, FEW, 'cold')];
      return many && few && many.wallMs / few.wallMs;
    },
  },
  {
    what: `One article saved under npm run dev, ${formatCount(FEW)}, until a browser shows it`,
    atLeast: 500,
    reachFor: 200,
    format: (value: number) => `${Math.round(value)} ms`,
    measure: ({ saves }) => {
      const durations = saves.get(FEW);
      return durations && median(durations);
    },
  },
  {
    what: `npm run check, ${formatCount(FEW)}, without a cache`,
    atLeast: 10_000,
    format: formatDuration,
    measure: (all) => checkOf(all, 'cold'),
  },
  {
    what: 'The same once more, nothing changed',
    atLeast: 1500,
    format: formatDuration,
    measure: (all) => checkOf(all, 'unchanged'),
  },
  {
    what: 'The same after one article was edited',
    atLeast: 1500,
    format: formatDuration,
    measure: (all) => checkOf(all, 'edited'),
  },
  {
    what: `Peak memory of a cold build, ${formatCount(FEW)}`,
    atLeast: 600e6,
    format: formatBytes,
    measure: (all) => ours(all, FEW, 'cold')?.peakBytes,
  },
  {
    what: `Peak memory of a cold build, ${formatCount(MANY)}`,
    atLeast: 1500e6,
    format: formatBytes,
    measure: (all) => ours(all, MANY, 'cold')?.peakBytes,
  },
  {
    what: `Files written for one article added, ${formatCount(FEW)}`,
    atLeast: 40,
    format: formatCount,
    measure: (all) => ours(all, FEW, 'added')?.written,
  },
  {
    what: `Files written for one article added, ${formatCount(MANY)}`,
    atLeast: 40,
    format: formatCount,
    measure: (all) => ours(all, MANY, 'added')?.written,
  },
]);

function againstHugo({ comparisons }: Measurements, name: 'cold' | 'added', measure: 'wallMs' | 'peakBytes') {
  const comparison = comparisons.get(FEW);
  return comparison && compareCases(comparison, ['broadsheet', name], ['hugo', 'cold'], measure);
}

function ours({ comparisons }: Measurements, articles: number, name: 'cold' | 'unchanged' | 'added') {
  const comparison = comparisons.get(articles);
  return comparison && summarizeCase(comparison, 'broadsheet', name);
}

function checkOf({ checks }: Measurements, name: CheckCase) {
  const samples = checks.get(FEW)?.filter((sample) => sample.case === name);
  return samples === undefined || samples.length === 0
    ? undefined
    : median(samples.map(({ wallMs }) => wallMs));
}

/** The goals that this run tells of, with what came of them. */
export function tabulateGoals(measured: Measurements, goals: readonly Goal[] = GOALS): Table {
  return {
    columns: [
      { title: 'Goal' },
      { title: 'At most', align: 'right' },
      { title: 'Reach for', align: 'right' },
      { title: 'Measured', align: 'right' },
      { title: '' },
    ],
    rows: goals.flatMap((goal) => {
      const value = goal.measure(measured);
      if (value === undefined) return [];
      const { what, atLeast, reachFor, format } = goal;
      return [
        [
          what,
          format(atLeast),
          reachFor === undefined ? '' : format(reachFor),
          format(value),
          judge(value, goal),
        ],
      ];
    }),
  };
}

function judge(value: number, { atLeast, reachFor }: Goal): 'reached' | 'met' | 'missed' {
  if (value > atLeast) return 'missed';
  return reachFor !== undefined && value <= reachFor ? 'reached' : 'met';
}
