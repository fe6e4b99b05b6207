import type { OutputKind } from '../builders/builder.ts';
import { CASE_LABELS, CASES } from '../compare/cases.ts';
import type { Comparison } from '../compare/comparison.ts';
import { formatBytes, formatCount, formatDuration, formatRatio } from './format-quantity.ts';
import { compareCases, summarizeCase } from './summarize-case.ts';
import type { Table } from './table.ts';

/** Medians by case and builder, and ratios to a full build of Hugo's where it was measured. */
export function tabulateCases(comparison: Comparison): Table {
  const isHugoThere = comparison.samples.some(
    (sample) => sample.builder === 'hugo' && sample.case === 'cold',
  );
  const rows = CASES.flatMap((name) =>
    comparison.builders.flatMap(({ builder, version }) => {
      const summary = summarizeCase(comparison, builder.name, name);
      if (summary === undefined) return [];
      const ratio = (measure: 'wallMs' | 'peakBytes') =>
        show(compareCases(comparison, [builder.name, name], ['hugo', 'cold'], measure), formatRatio);
      const [shortest, longest] = summary.wallRange;
      return [
        [
          CASE_LABELS[name],
          `${builder.label} ${version}`,
          formatDuration(summary.wallMs),
          summary.runs === 1 ? 'one run' : `${formatDuration(shortest)} – ${formatDuration(longest)}`,
          show(summary.cpuMs, formatDuration),
          show(summary.peakBytes, formatBytes),
          show(summary.peakShareBytes, formatBytes),
          formatCount(Math.round(summary.written)),
          ...(isHugoThere ? [ratio('wallMs'), ratio('peakBytes')] : []),
        ],
      ];
    }),
  );
  return {
    columns: [
      { title: 'Case' },
      { title: 'Builder' },
      { title: 'Wall', align: 'right' },
      { title: 'Range', align: 'right' },
      { title: 'CPU', align: 'right' },
      { title: 'Peak memory', align: 'right' },
      { title: 'Shared pages once', align: 'right' },
      { title: 'Files written', align: 'right' },
      ...(isHugoThere
        ? ([
            { title: 'Wall ÷ Hugo cold', align: 'right' },
            { title: 'Memory ÷ Hugo cold', align: 'right' },
          ] as const)
        : []),
    ],
    rows,
  };
}

const KINDS: readonly OutputKind[] = Object.freeze([
  'article',
  'category',
  'author',
  'month',
  'latest',
  'tag index',
  'project',
  'feed',
  'sitemap',
  'other',
]);

/** Files by kind that each builder made of the same corpus, so that a reader can tell whether like is compared with like. */
export function tabulateOutput({ builders }: Comparison): Table {
  return {
    columns: [
      { title: 'Files' },
      ...builders.map(({ builder }) => ({ title: builder.label, align: 'right' }) as const),
    ],
    rows: [
      ...KINDS.map((kind) => [kind, ...builders.map(({ output }) => formatCount(output.kinds[kind] ?? 0))]),
      ['all', ...builders.map(({ output }) => formatCount(output.files))],
      ['size', ...builders.map(({ output }) => formatBytes(output.bytes))],
    ],
  };
}

function show(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '–' : format(value);
}
