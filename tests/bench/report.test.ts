import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { broadsheet } from '../../bench/builders/broadsheet.ts';
import { hugo } from '../../bench/builders/hugo.ts';
import type { Comparison, Sample } from '../../bench/compare/comparison.ts';
import type { CheckSample } from '../../bench/measure/measure-check.ts';
import { median } from '../../bench/measure/median.ts';
import { formatBytes, formatCount, formatDuration, formatRatio } from '../../bench/report/format-quantity.ts';
import { tabulateGoals } from '../../bench/report/goals.ts';
import { renderResults } from '../../bench/report/render-results.ts';
import { compareCases, summarizeCase } from '../../bench/report/summarize-case.ts';
import { formatTable } from '../../bench/report/table.ts';
import { tabulateCases, tabulateOutput } from '../../bench/report/tabulate-comparison.ts';
import { tabulateStages } from '../../bench/report/tabulate-stages.ts';

const empty = { files: 1, bytes: 10, written: 1, kinds: { article: 1 } };

function compare(articles: number, samples: readonly Partial<Sample>[]): Comparison {
  return {
    articles,
    corpusBytes: 8e6,
    generatorChanged: false,
    builders: [
      { builder: broadsheet, version: '1.0', output: { ...empty, kinds: { article: 1, project: 3 } } },
      { builder: hugo, version: '0.111.3', output: empty },
    ],
    samples: samples.map((sample) => {
      return { builder: 'broadsheet', case: 'cold', run: 0, wallMs: 1000, written: 7, ...sample };
    }),
  };
}

/** Three runs in which the machine became three times as slow; we took half of Hugo's time in the first two. */
const noisy = compare(10_000, [
  { run: 0, wallMs: 1000, peakBytes: 300e6 },
  { run: 0, wallMs: 2000, peakBytes: 900e6, builder: 'hugo' },
  { run: 1, wallMs: 3000, peakBytes: 300e6 },
  { run: 1, wallMs: 6000, peakBytes: 900e6, builder: 'hugo' },
  { run: 2, wallMs: 3300, peakBytes: 310e6 },
  { run: 2, wallMs: 3000, peakBytes: 900e6, builder: 'hugo' },
]);
const measured = (comparison: Comparison, saves: readonly (readonly [number, readonly number[]])[] = []) => ({
  comparisons: new Map([[comparison.articles, comparison]]),
  saves: new Map(saves),
  checks: new Map<number, readonly CheckSample[]>(),
});

describe('median', () => {
  it('is the middle of an odd number of values, in whatever order', () => {
    assert.equal(median([9, 1, 5]), 5);
  });

  it('is the mean of the two in the middle of an even number', () => {
    assert.equal(median([4, 1, 2, 100]), 3);
  });

  it('is a value itself when it is alone, and nothing without any', () => {
    assert.equal(median([7]), 7);
    assert.throws(() => median([]), RangeError);
  });

  it('leaves the values in their order', () => {
    const values = [3, 1, 2];
    median(values);
    assert.deepEqual(values, [3, 1, 2]);
  });
});

describe('formatTable', () => {
  it('makes columns as wide as their widest cell, numbers to the right', () => {
    const table = {
      columns: [{ title: 'Name' }, { title: 'ms', align: 'right' }],
      rows: [['cold', '12345']],
    };
    assert.equal(formatTable(table as never), '| Name |    ms |\n| ---- | ----: |\n| cold | 12345 |\n');
  });

  it('escapes a bar, which would end the cell', () => {
    assert.match(formatTable({ columns: [{ title: 'a' }], rows: [['x|y']] }), /^\| x\\\|y \|$/m);
  });

  it('draws a table without rows', () => {
    assert.equal(formatTable({ columns: [{ title: 'a' }], rows: [] }), '| a   |\n| --- |\n');
  });
});

describe('quantities', () => {
  it('show three figures or so', () => {
    assert.deepEqual([87, 99.7, 1234, 9996, 18_400, 99_960, 412_000].map(formatDuration), [
      '87 ms',
      '0.10 s',
      '1.23 s',
      '10.0 s',
      '18.4 s',
      '100 s',
      '412 s',
    ]);
    assert.deepEqual([412e6, 999.7e6, 1050e6].map(formatBytes), ['412 MB', '1.00 GB', '1.05 GB']);
    assert.deepEqual([0.0612, 0.1, 0.48, 0.997, 7.3, 12.2].map(formatRatio), [
      '0.061×',
      '0.10×',
      '0.48×',
      '1.0×',
      '7.3×',
      '12×',
    ]);
    assert.equal(formatCount(10_000), '10,000');
  });
});

describe('summarizeCase', () => {
  it('takes the median of the runs, and the range', () => {
    const summary = summarizeCase(noisy, 'broadsheet', 'cold');
    assert.equal(summary?.wallMs, 3000);
    assert.deepEqual(summary?.wallRange, [1000, 3300]);
    assert.equal(summary?.runs, 3);
  });

  it('knows nothing of a case that was not measured', () => {
    assert.equal(summarizeCase(noisy, 'broadsheet', 'added'), undefined);
  });

  it('leaves unknown what a system does not tell', () => {
    assert.equal(summarizeCase(noisy, 'broadsheet', 'cold')?.cpuMs, undefined);
  });
});

describe('compareCases', () => {
  it('compares within each run, so that a slower machine changes nothing', () => {
    assert.equal(compareCases(noisy, ['broadsheet', 'cold'], ['hugo', 'cold'], 'wallMs'), 0.5);
  });

  it('compares only runs that both have', () => {
    const comparison = compare(10, [
      { run: 0 },
      { run: 1, wallMs: 9000 },
      { run: 0, wallMs: 4000, builder: 'hugo' },
    ]);
    assert.equal(compareCases(comparison, ['broadsheet', 'cold'], ['hugo', 'cold'], 'wallMs'), 0.25);
  });

  it('is unknown when one was not measured', () => {
    assert.equal(compareCases(noisy, ['broadsheet', 'cold'], ['hexo', 'cold'], 'wallMs'), undefined);
    assert.equal(compareCases(noisy, ['broadsheet', 'cold'], ['hugo', 'cold'], 'cpuMs'), undefined);
  });
});

describe('tabulateGoals', () => {
  it('judges what was measured, and is silent on the rest', () => {
    const { rows } = tabulateGoals(measured(noisy, [[10_000, [450, 480, 900]]]));
    assert.deepEqual(
      rows.map((row) => row.slice(1)),
      [
        ['0.80×', '0.50×', '0.50×', 'reached'],
        ['0.60×', '0.40×', '0.33×', 'reached'],
        ['500 ms', '200 ms', '480 ms', 'met'],
        ['600 MB', '', '300 MB', 'met'],
      ],
    );
  });

  it('says what was missed', () => {
    const slow = compare(100_000, [{ case: 'unchanged', wallMs: 3001 }]);
    assert.deepEqual(tabulateGoals(measured(slow)).rows, [
      ['Nothing changed, 100,000', '3.00 s', '1.50 s', '3.00 s', 'missed'],
    ]);
  });

  it('judges the median of what a check took', () => {
    const samples = (name: CheckSample['case'], ...walls: readonly number[]) =>
      walls.map((wallMs) => ({ case: name, wallMs, cpuMs: wallMs * 2 }));
    const checks = new Map([
      [10_000, [...samples('cold', 9000, 30_000, 8000), ...samples('edited', 1400, 1600, 1700)]],
    ]);
    assert.deepEqual(
      tabulateGoals({ comparisons: new Map(), saves: new Map(), checks }).rows.map((row) => row.slice(1)),
      [
        ['10.0 s', '', '9.00 s', 'met'],
        ['1.50 s', '', '1.60 s', 'missed'],
      ],
    );
  });

  it('compares the two sizes when both were built', () => {
    const comparisons = new Map([
      [10_000, compare(10_000, [{ wallMs: 10_000 }])],
      [100_000, compare(100_000, [{ wallMs: 110_000 }])],
    ]);
    const row = tabulateGoals({ comparisons, saves: new Map(), checks: new Map() }).rows.find(([what]) =>
      what?.includes('against 10,000'),
    );
    assert.deepEqual(row?.slice(1), ['12.0×', '10.5×', '11.0×', 'met']);
  });
});

describe('tabulateCases', () => {
  it('shows ratios to a cold build of Hugo in every case', () => {
    const comparison = compare(10, [
      { case: 'added', wallMs: 100 },
      { builder: 'hugo', wallMs: 2000 },
    ]);
    assert.deepEqual(
      tabulateCases(comparison).rows.map((row) => [row[1], row.at(-2)]),
      [
        ['Hugo 0.111.3', '1.0×'],
        ['Broadsheet 1.0', '0.050×'],
      ],
    );
  });

  it('has no columns for ratios where Hugo was not measured', () => {
    const { columns } = tabulateCases(compare(10, [{}]));
    assert.ok(columns.every(({ title }) => !title.includes('Hugo')));
  });
});

describe('tabulateOutput', () => {
  it('counts files by kind for each builder', () => {
    const { rows } = tabulateOutput(noisy);
    assert.deepEqual(
      rows.find(([kind]) => kind === 'project'),
      ['project', '3', '0'],
    );
  });
});

describe('tabulateStages', () => {
  it('shows the median of each stage by case, in the order in which stages run', () => {
    const stages = (clean: number) => ({ stages: { read: 5, clean, total: clean + 5 } });
    const table = tabulateStages(
      compare(10, [stages(10), { run: 1, ...stages(30) }, { case: 'added', stages: { read: 4 } }]),
    );
    assert.deepEqual(table.rows, [
      ['read', '5', '4'],
      ['clean', '20', '0'],
      ['total', '25', '0'],
    ]);
  });
});

describe('renderResults', () => {
  it('warns when the code was changed meanwhile', () => {
    const context = { date: '', machine: '', command: '', git: true };
    const warning = /code was changed/;
    assert.doesNotMatch(renderResults(measured(noisy), context), warning);
    assert.match(renderResults(measured({ ...noisy, generatorChanged: true }), context), warning);
  });

  it('says on what, when and how it was measured, and how to read it', () => {
    const results = renderResults(measured(noisy), {
      date: '2026-01-02',
      machine: '2 × Processor, 8 GiB',
      command: 'npm run bench -- --articles 10000',
      git: true,
    });
    assert.match(
      results,
      /^# Results of the benchmark\n\nMeasured on 2026-01-02 by `npm run bench -- --articles 10000`\.\n\n2 × Processor/,
    );
    assert.match(results, /^## Goals\n\n\| Goal/m);
    assert.match(results, /^## 10,000 articles, 8 MB\n\n\| Case/m);
    assert.match(results, /git checkout/);
  });

  it('shows what a check took, where that was measured', () => {
    const checks = new Map<number, readonly CheckSample[]>([
      [
        10_000,
        (['cold', 'unchanged', 'edited'] as const).map((name) => ({ case: name, wallMs: 6000, cpuMs: 9000 })),
      ],
    ]);
    const context = { date: '', machine: '', command: '', git: true };
    assert.match(
      renderResults({ ...measured(noisy), checks }, context),
      /^## `npm run check`\n[\s\S]*\| +10,000 \| Without a cache +\| 6\.00 s/m,
    );
    assert.doesNotMatch(renderResults(measured(noisy), context), /npm run check/);
  });
});
