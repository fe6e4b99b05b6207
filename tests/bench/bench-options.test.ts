import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseBenchOptions, UsageError } from '../../bench/bench-options.ts';

describe('parseBenchOptions', () => {
  it('measures everything that is installed on a thousand articles when nothing is asked for', () => {
    const { mode, articles, runs, cases, peers, peerArticles, git, write } = parseBenchOptions([]);
    assert.deepEqual(
      { mode, articles, runs, cases, peers, peerArticles, git, write },
      {
        mode: 'compare',
        articles: [1000],
        runs: 5,
        cases: ['cold', 'unchanged', 'added', 'edited'],
        peers: undefined,
        peerArticles: 10_000,
        git: true,
        write: false,
      },
    );
  });

  it('takes several sizes, the smallest first, each once', () => {
    assert.deepEqual(parseBenchOptions(['--articles', '100000,10000,10000']).articles, [10_000, 100_000]);
  });

  it('puts cases in the order in which they follow each other', () => {
    assert.deepEqual(parseBenchOptions(['--cases', 'added,cold']).cases, ['cold', 'added']);
  });

  it('takes none for an answer', () => {
    const { peers, cases } = parseBenchOptions(['--peers', 'none', '--cases', 'none']);
    assert.deepEqual({ peers, cases }, { peers: [], cases: [] });
  });

  for (const [fault, args] of [
    ['a size that is no number', ['--articles', '10k']],
    ['a size of nothing', ['--articles', '0']],
    ['no runs', ['--runs', '0']],
    ['a peer nobody knows', ['--peers', 'hugo,jekyll']],
    ['a case nobody knows', ['--cases', 'warm']],
    ['a flag nobody knows', ['--fast']],
  ] as const) {
    it(`refuses ${fault}`, () => {
      assert.throws(() => parseBenchOptions(args), UsageError);
    });
  }
});
