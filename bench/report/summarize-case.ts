import type { BuilderName } from '../builders/builder.ts';
import type { CaseName } from '../compare/cases.ts';
import type { Comparison, Sample } from '../compare/comparison.ts';
import { median } from '../measure/median.ts';

/** What a builder needs in a case: medians over the runs. */
export interface CaseSummary {
  readonly runs: number;
  readonly wallMs: number;
  /** The shortest and the longest. */
  readonly wallRange: readonly [number, number];
  readonly cpuMs: number | undefined;
  readonly peakBytes: number | undefined;
  readonly peakAnonymousBytes: number | undefined;
  readonly peakShareBytes: number | undefined;
  readonly written: number;
}

/** @returns Undefined when the case was not measured. */
export function summarizeCase(
  comparison: Comparison,
  builder: BuilderName,
  name: CaseName,
): CaseSummary | undefined {
  const samples = samplesOf(comparison, builder, name);
  if (samples.length === 0) return undefined;
  const walls = samples.map(({ wallMs }) => wallMs);
  return {
    runs: samples.length,
    wallMs: median(walls),
    wallRange: [Math.min(...walls), Math.max(...walls)],
    cpuMs: medianOfKnown(samples.map(({ cpuMs }) => cpuMs)),
    peakBytes: medianOfKnown(samples.map(({ peakBytes }) => peakBytes)),
    peakAnonymousBytes: medianOfKnown(samples.map(({ peakAnonymousBytes }) => peakAnonymousBytes)),
    peakShareBytes: medianOfKnown(samples.map(({ peakShareBytes }) => peakShareBytes)),
    written: median(samples.map(({ written }) => written)),
  };
}

/** Which of a sample's numbers is compared. */
export type Measure = 'wallMs' | 'cpuMs' | 'peakBytes';
export type CaseOf = readonly [builder: BuilderName, name: CaseName];

/**
 * How many times the other's the one's cost is: the ratio within each run, where noise hits both alike, and the median of
 * those.
 *
 * @returns Undefined when no run has both.
 */
export function compareCases(
  comparison: Comparison,
  one: CaseOf,
  other: CaseOf,
  measure: Measure,
): number | undefined {
  const others = new Map(samplesOf(comparison, ...other).map((sample) => [sample.run, sample[measure]]));
  const ratios = samplesOf(comparison, ...one).flatMap((sample) => {
    const [dividend, divisor] = [sample[measure], others.get(sample.run)];
    return dividend === undefined || !divisor ? [] : [dividend / divisor];
  });
  return medianOfKnown(ratios);
}

function samplesOf({ samples }: Comparison, builder: BuilderName, name: CaseName): readonly Sample[] {
  return samples.filter((sample) => sample.builder === builder && sample.case === name);
}

function medianOfKnown(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : median(known);
}
