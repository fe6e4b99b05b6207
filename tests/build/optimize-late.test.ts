import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { optimizeAsUsual, optimizeLate } from '../../src/build/optimize-late.ts';

/** Of `%GetOptimizationStatus`, in V8's `runtime.h`. */
const OPTIMIZED = 1 << 4;

describe('what V8 optimizes', () => {
  before(() => setFlagsFromString('--allow-natives-syntax'));
  after(() => {
    setFlagsFromString('--no-allow-natives-syntax');
    optimizeAsUsual();
  });

  /** Runs a new function for as long as a short build runs one, less than a megabyte of bytecode. @returns Whether it was optimized. */
  async function runHot(): Promise<boolean> {
    const { hot, status } = new Function(
      'const hot = (list) => { let sum = 0; for (const each of list) sum += each % 7; return sum; };' +
        'return { hot, status: () => %GetOptimizationStatus(hot) };',
    )() as { hot: (list: readonly number[]) => number; status: () => number };
    const list = Array.from({ length: 100 }, (_, index) => index);
    for (let round = 0; round < 10; round++) {
      for (let call = 0; call < 40; call++) hot(list);
      // It happens in another thread.
      await setTimeout(10);
    }
    return (status() & OPTIMIZED) !== 0;
  }

  it('is what has run for a while, and in a short build nothing of the kind', async () => {
    optimizeLate();
    assert.equal(await runHot(), false);
    optimizeAsUsual();
    assert.equal(await runHot(), true);
  });

  it('is as usual again when no short build would still be under way', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    optimizeLate();
    mock.timers.tick(5000);
    mock.timers.reset();
    assert.equal(await runHot(), true);
  });
});
