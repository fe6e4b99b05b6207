import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planBuild } from '../../src/build/plan-build.ts';
import type { OutputRecord } from '../../src/build/store.ts';

const record = (key: string, size = 10): OutputRecord => ({ key, digest: `digest-${key}`, size });

function plan(input: {
  wanted: Record<string, string>;
  previous?: Record<string, OutputRecord>;
  strangers?: string[];
  doubtful?: string[];
}) {
  return planBuild({
    wanted: new Map(Object.entries(input.wanted)),
    previous: new Map(Object.entries(input.previous ?? {})),
    strangers: input.strangers ?? [],
    doubtful: new Set(input.doubtful),
  });
}

describe('the plan of a build', () => {
  it('makes everything when nothing is known', () => {
    assert.deepEqual(plan({ wanted: { 'a.html': '1' } }), { make: ['a.html'], remove: [] });
  });

  it('leaves alone a file whose key is the same and which is there', () => {
    const result = plan({ wanted: { a: '1' }, previous: { a: record('1') } });
    assert.deepEqual(result, { make: [], remove: [] });
  });

  it('makes a file whose key changed', () => {
    assert.deepEqual(plan({ wanted: { a: '2' }, previous: { a: record('1') } }).make, ['a']);
  });

  it('makes a file that was deleted or cut short behind our back', () => {
    const previous = { a: record('1'), b: record('1') };
    assert.deepEqual(plan({ wanted: { a: '1', b: '1' }, previous, doubtful: ['b'] }).make, ['b']);
  });

  it('removes what is no longer wanted, and strangers, each once', () => {
    const result = plan({
      wanted: { a: '1' },
      previous: { old: record('1') },
      strangers: ['old', 'stray', 'a'],
    });
    assert.deepEqual(result.remove, ['old', 'stray']);
  });
});
