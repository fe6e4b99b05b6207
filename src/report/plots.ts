import * as Plot from '@observablehq/plot';
import type { BuildRecord } from '../build/build-history.ts';
import type { DayCount, DayCounts } from './count-days.ts';
import { type PlotOfWidth, seriesColors } from './draw-plot.ts';
import type { RuleTally } from './tally-rules.ts';
import { nameBucket, type WeightBucket } from './weigh-pages.ts';

const HEIGHT = 260;

/** How many ticks an axis of whole numbers can have without parts of one. */
function wholeTicks(counts: readonly number[]): number {
  return Math.min(5, Math.max(1, ...counts));
}

function sumByDay(rows: readonly DayCount[]): readonly number[] {
  const sums = new Map<number, number>();
  for (const { day, count } of rows) sums.set(day.getTime(), (sums.get(day.getTime()) ?? 0) + count);
  return [...sums.values()];
}

/** Articles of each source, stacked. */
export function plotDays(
  rows: readonly DayCount[],
  { sources }: Pick<DayCounts, 'sources'>,
  interval: 'day' | 'month',
): PlotOfWidth {
  return (width) => ({
    width,
    height: HEIGHT,
    marginLeft: 44,
    x: { type: 'utc', label: null, ticks: Math.floor(width / 110) },
    y: { grid: true, label: 'articles', nice: true, ticks: wholeTicks(sumByDay(rows)), tickFormat: 'd' },
    color: { type: 'ordinal', domain: [...sources], range: seriesColors(sources.length) },
    marks: [
      Plot.rectY(rows, {
        x: 'day',
        y: 'count',
        fill: 'source',
        z: 'source',
        order: [...sources],
        interval,
        inset: 0.4,
        title: ({ day, source, count }: DayCount) =>
          `${day.toISOString().slice(0, interval === 'day' ? 10 : 7)} ${source}: ${count}`,
      }),
      Plot.ruleY([0]),
    ],
  });
}

/** How many pages weigh how much. */
export function plotWeights(buckets: readonly WeightBucket[]): PlotOfWidth {
  return (width) => ({
    width,
    height: HEIGHT,
    marginLeft: 52,
    marginBottom: 40,
    x: {
      type: 'band',
      label: null,
      domain: [...new Set(buckets.map(nameBucket))],
      ...(width < 500 ? { tickRotate: -35 } : {}),
    },
    y: { grid: true, label: 'pages', ticks: wholeTicks(buckets.map(({ count }) => count)), tickFormat: 'd' },
    color: { type: 'ordinal', domain: ['articles', 'other pages'], range: seriesColors(2) },
    marks: [
      Plot.barY(buckets, {
        x: nameBucket,
        y: 'count',
        fill: 'kind',
        z: 'kind',
        title: (bucket: WeightBucket) => `${nameBucket(bucket)}, ${bucket.kind}: ${bucket.count}`,
      }),
      Plot.ruleY([0]),
    ],
  });
}

/** Builds that are shown: the last ones. */
export const SHOWN_BUILDS = 30;

export interface StageTime {
  /** Counted from the oldest that is shown. */
  readonly build: number;
  readonly stage: string;
  readonly seconds: number;
}

/** Stages in the order in which builds go through them. */
export function listStages(builds: readonly BuildRecord[]): readonly string[] {
  const stages = new Set(builds.flatMap(({ durationMs }) => Object.keys(durationMs)));
  stages.delete('total');
  return [...stages];
}

export function listStageTimes(builds: readonly BuildRecord[]): readonly StageTime[] {
  return builds.flatMap(({ durationMs }, build) =>
    Object.entries(durationMs)
      .filter(([stage]) => stage !== 'total')
      .map(([stage, ms]) => ({ build, stage, seconds: ms / 1000 })),
  );
}

/** Seconds of each stage of the last builds, stacked. */
export function plotStages(builds: readonly BuildRecord[]): PlotOfWidth {
  const stages = listStages(builds);
  return (width) => ({
    width,
    height: HEIGHT,
    marginLeft: 44,
    x: { ...buildAxis(builds, width), padding: 0.15 },
    y: { grid: true, label: 'seconds', ticks: 5 },
    color: { type: 'ordinal', domain: [...stages], range: seriesColors(stages.length) },
    marks: [
      Plot.barY(listStageTimes(builds), {
        x: 'build',
        y: 'seconds',
        fill: 'stage',
        z: 'stage',
        order: [...stages],
        title: ({ build, stage, seconds }: StageTime) =>
          `${nameBuild(builds[build]!)} ${stage}: ${seconds.toFixed(1)} s`,
      }),
      Plot.ruleY([0]),
    ],
  });
}

function buildAxis(builds: readonly BuildRecord[], width: number) {
  const step = Math.ceil(builds.length / Math.max(2, Math.floor(width / 90)));
  return {
    type: 'band' as const,
    domain: builds.map((_, build) => build),
    ticks: builds.map((_, build) => build).filter((build) => (builds.length - 1 - build) % step === 0),
    tickFormat: (build: number) => nameBuild(builds[build]!),
    label: null,
  };
}

/** `11-26 18:40`, in UTC. */
export function nameBuild({ at }: Pick<BuildRecord, 'at'>): string {
  return new Date(at).toISOString().slice(5, 16).replace('T', ' ');
}

export interface Reuse {
  readonly build: number;
  readonly what: 'articles not cleaned again' | 'files not written again';
  readonly percent: number;
}

export const REUSES = ['articles not cleaned again', 'files not written again'] as const;

export function listReuse(builds: readonly BuildRecord[]): readonly Reuse[] {
  return builds.flatMap(({ articles, reused, pages }, build): Reuse[] => [
    { build, what: REUSES[0], percent: share(reused, articles.read) },
    { build, what: REUSES[1], percent: share(pages.unchanged, pages.unchanged + pages.written) },
  ]);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 100 : (part / whole) * 100;
}

/** What the last builds took from those before. */
export function plotReuse(builds: readonly BuildRecord[]): PlotOfWidth {
  return (width) => ({
    width,
    height: 200,
    marginLeft: 44,
    x: { ...buildAxis(builds, width), type: 'point' as const },
    y: { grid: true, label: '%', domain: [0, 100], ticks: 5 },
    color: { type: 'ordinal', domain: [...REUSES], range: seriesColors(2) },
    marks: [
      Plot.lineY(listReuse(builds), { x: 'build', y: 'percent', z: 'what', stroke: 'what', strokeWidth: 2 }),
      Plot.dot(listReuse(builds), {
        x: 'build',
        y: 'percent',
        fill: 'what',
        r: 3,
        title: ({ build, what, percent }: Reuse) =>
          `${nameBuild(builds[build]!)} ${what}: ${Math.round(percent)} %`,
      }),
    ],
  });
}

/** How often each rule found something. */
export function plotRules(tallies: readonly RuleTally[]): PlotOfWidth {
  const longest = Math.max(...tallies.map(({ rule }) => rule.length));
  return (width) => ({
    width,
    height: 40 + tallies.length * 26,
    marginLeft: Math.min(width / 2, 16 + longest * 7),
    marginRight: 48,
    x: { grid: true, label: null, ticks: wholeTicks(tallies.map(({ count }) => count)), tickFormat: 'd' },
    y: { type: 'band', label: null, domain: [...new Set(tallies.map(({ rule }) => rule))] },
    color: {
      type: 'ordinal',
      domain: ['quarantined', 'repaired or noted'],
      range: ['var(--error)', 'var(--warning)'],
    },
    marks: [
      Plot.barX(tallies, {
        x: 'count',
        y: 'rule',
        fill: 'effect',
        z: 'effect',
        title: ({ rule, effect, count }: RuleTally) => `${rule}, ${effect}: ${count}`,
      }),
      Plot.text(
        tallies,
        Plot.stackX2({ x: 'count', y: 'rule', z: 'effect', text: 'count', textAnchor: 'start', dx: 6 }),
      ),
      Plot.ruleX([0]),
    ],
  });
}
