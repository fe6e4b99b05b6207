import { formatBytes, formatCount } from '../report/format-quantity.ts';
import type { Table } from '../report/table.ts';
import type { IndexCosts } from './index-corpus.ts';
import type { Answers } from './measure-answers.ts';
import type { BrowserCosts } from './measure-browser.ts';
import type { PagefindCosts } from './pagefind.ts';

export interface Measured {
  readonly articles: number;
  readonly costs: IndexCosts;
  readonly answers: Answers;
  readonly browser: BrowserCosts;
  /** Absent: it is not installed. */
  readonly pagefind: PagefindCosts | undefined;
}

interface Bar {
  readonly what: string;
  readonly atLeast: number;
  readonly reachFor: number;
  /** Whether more is better. */
  readonly isFloor?: boolean;
  /** Holds only for as many articles. */
  readonly articles?: number;
  readonly format: (value: number) => string;
  readonly ours: (measured: Measured) => number;
  readonly theirs?: (pagefind: PagefindCosts) => number;
}

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
const share = (value: number) => value.toFixed(3);

const BARS: readonly Bar[] = Object.freeze([
  {
    what: 'Index, cold, processor time of an article',
    atLeast: 1,
    reachFor: 0.5,
    format: ms,
    ours: ({ costs }) => costs.recordMs + costs.segmentMs,
    theirs: ({ articles, cpuMs }) => cpuMs / articles,
  },
  {
    what: 'Index on disk, compressed, of an article',
    atLeast: 2200,
    reachFor: 1200,
    format: formatBytes,
    ours: ({ articles, costs }) => costs.packedBytes / articles,
    theirs: ({ articles, bytes }) => bytes / articles,
  },
  {
    what: 'Files',
    atLeast: 6000,
    reachFor: 2500,
    articles: 100_000,
    format: formatCount,
    ours: ({ costs }) => costs.files,
    theirs: ({ files }) => files,
  },
  {
    what: 'Memory while indexing',
    atLeast: 600e6,
    reachFor: 300e6,
    articles: 100_000,
    format: formatBytes,
    ours: ({ costs }) => costs.peakBytes,
    theirs: ({ peakBytes }) => peakBytes,
  },
  {
    what: 'One article added, processor time (median)',
    atLeast: 1000,
    reachFor: 300,
    articles: 100_000,
    format: ms,
    ours: ({ costs }) => costs.added.median,
    theirs: ({ cpuMs }) => cpuMs,
  },
  {
    what: 'Recall against String.includes',
    atLeast: 1,
    reachFor: 1,
    isFloor: true,
    format: share,
    ours: ({ answers }) => answers.recall,
    theirs: ({ recall }) => recall,
  },
  {
    what: 'Precision of the first 20',
    atLeast: 0.99,
    reachFor: 1,
    isFloor: true,
    format: share,
    ours: ({ answers }) => answers.precision,
    theirs: ({ precision }) => precision,
  },
  {
    what: 'Over the wire, cold, a query of 2 to 4 characters',
    atLeast: 300e3,
    reachFor: 120e3,
    articles: 100_000,
    format: formatBytes,
    ours: ({ browser }) => browser.index + browser.articles,
    theirs: ({ wireBytes }) => wireBytes,
  },
  {
    what: 'First result on screen, warm, 4 times slower processor',
    atLeast: 150,
    reachFor: 60,
    format: ms,
    ours: ({ browser }) => browser.screen.median,
  },
]);

export function tabulateBars(measured: Measured): Table {
  const { pagefind } = measured;
  return {
    columns: [
      { title: 'What' },
      { title: 'At least', align: 'right' },
      { title: 'Reach for', align: 'right' },
      { title: 'Broadsheet', align: 'right' },
      { title: '' },
      ...(pagefind === undefined ? [] : [{ title: 'Pagefind', align: 'right' as const }]),
    ],
    rows: BARS.map((bar) => {
      const { what, atLeast, reachFor, format, ours, theirs } = bar;
      const value = ours(measured);
      return [
        what,
        format(atLeast),
        format(reachFor),
        format(value),
        judge(bar, value, measured.articles),
        ...(pagefind === undefined ? [] : [theirs === undefined ? '' : format(theirs(pagefind))]),
      ];
    }),
  };
}

function judge({ atLeast, reachFor, isFloor = false, articles }: Bar, value: number, tried: number): string {
  if (articles !== undefined && articles !== tried) return `of ${formatCount(articles)}`;
  const isWithin = (bound: number) => (isFloor ? value >= bound : value <= bound);
  if (isWithin(reachFor)) return 'reached';
  return isWithin(atLeast) ? 'met' : 'missed';
}
