import { CHECK_CASES, type CheckCase } from '../measure/measure-check.ts';
import { SAMPLE_MS } from '../measure/measure-command.ts';
import { median } from '../measure/median.ts';
import { formatBytes, formatCount, formatDuration } from './format-quantity.ts';
import { type Measurements, tabulateGoals } from './goals.ts';
import { formatTable, type Table } from './table.ts';
import { tabulateCases, tabulateOutput } from './tabulate-comparison.ts';

export interface ResultsContext {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly machine: string;
  /** How the measurement was started. */
  readonly command: string;
  /** Whether Broadsheet's content was committed. */
  readonly git: boolean;
}

/** The results as a page of Markdown: goals, then for each size what was measured and what was made. */
export function renderResults(measured: Measurements, context: ResultsContext): string {
  const goals = tabulateGoals(measured);
  return [
    '# Results of the benchmark\n',
    `Measured on ${context.date} by \`${context.command}\`.\n`,
    `${context.machine}.\n`,
    ...(goals.rows.length > 0 ? ['## Goals\n', formatTable(goals)] : []),
    ...[...measured.comparisons.values()].flatMap((comparison) => [
      `## ${formatCount(comparison.articles)} articles, ${formatBytes(comparison.corpusBytes)}\n`,
      ...(comparison.generatorChanged
        ? ['**Broadsheet’s code was changed while this was measured. Measure again.**\n']
        : []),
      formatTable(tabulateCases(comparison)),
      ...(comparison.builders.length > 1
        ? ['What each made of it:\n', formatTable(tabulateOutput(comparison))]
        : []),
    ]),
    ...(measured.saves.size > 0
      ? ['## Saves under `npm run dev`\n', formatTable(tabulateSaves(measured))]
      : []),
    ...(measured.checks.size > 0 ? ['## `npm run check`\n', formatTable(tabulateChecks(measured))] : []),
    '## How to read this\n',
    describeMethod(context),
  ].join('\n');
}

function tabulateSaves({ saves }: Measurements): Table {
  return {
    columns: [
      { title: 'Articles', align: 'right' },
      { title: 'Until a browser shows it', align: 'right' },
      { title: 'Range', align: 'right' },
    ],
    rows: [...saves].map(([articles, durations]) => [
      formatCount(articles),
      `${Math.round(median(durations))} ms`,
      `${Math.round(Math.min(...durations))} – ${Math.round(Math.max(...durations))} ms`,
    ]),
  };
}

const CHECK_LABELS: { readonly [name in CheckCase]: string } = Object.freeze({
  cold: 'Without a cache',
  unchanged: 'Nothing changed',
  edited: 'One article edited',
});

function tabulateChecks({ checks }: Measurements): Table {
  const rows = [...checks].flatMap(([articles, samples]) =>
    CHECK_CASES.map((name) => {
      const measured = samples.filter((sample) => sample.case === name);
      const walls = measured.map(({ wallMs }) => wallMs);
      const cpus = measured.flatMap(({ cpuMs }) => cpuMs ?? []);
      return [
        formatCount(articles),
        CHECK_LABELS[name],
        formatDuration(median(walls)),
        `${formatDuration(Math.min(...walls))} – ${formatDuration(Math.max(...walls))}`,
        cpus.length === 0 ? '' : formatDuration(median(cpus)),
      ];
    }),
  );
  return {
    columns: [
      { title: 'Articles', align: 'right' },
      { title: 'Case' },
      { title: 'Wall', align: 'right' },
      { title: 'Range', align: 'right' },
      { title: 'CPU', align: 'right' },
    ],
    rows,
  };
}

function describeMethod({ git }: ResultsContext): string {
  return [
    '- Numbers are medians of the runs. In each run the builders take turns; ratios are taken within a run, and their median is shown.',
    '- Wall and CPU time are those of the whole command, from the start of its runtime on. CPU time is user and system time of all processes.',
    `- Peak memory is the largest sum of the resident sets of all processes of a build, looked at every ${SAMPLE_MS} ms; memory that two processes share counts twice. “Shared pages once” counts it once; goals are held against the former.`,
    '- The sources are in the system’s file cache, and the disk is idle when a build begins.',
    git
      ? '- Broadsheet’s content is a git checkout, committed before each build, as it is when CI builds a push.'
      : '- Broadsheet’s content is a plain folder, in which changes are told by digests of the files.',
    '- Every builder makes: articles with neighbours, a list for each category of three levels, author and month, home with the numbered pages of all articles, indexes, one RSS feed of 30 whole articles, a sitemap, a 404 page.',
    '- Broadsheet alone also cleans the bodies, judges project-links and makes project pages, related articles, further feeds, a news sitemap, structured data, hashed styles and scripts. Peers publish bodies as they come.',
    '- Peers get the same articles as `.html` files (so that no Markdown parser reads them) without the blank line before the front matter; Hugo also a line with the month, for which it has no archive of its own.',
    '- “Files written” counts files of the output whose time of modification lies in the build.',
    '',
  ].join('\n');
}
