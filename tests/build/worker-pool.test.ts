import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type PoolOptions, WorkerPool } from '../../src/build/worker-pool.ts';

async function withPool<T>(options: Partial<PoolOptions>, use: (pool: WorkerPool) => Promise<T>): Promise<T> {
  const pool = new WorkerPool({
    worker: new URL('./pool-worker.ts', import.meta.url),
    size: 2,
    heapMegabytes: 256,
    ...options,
  });
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

const done = (result: number) => ({ ok: true, result });

describe('the worker pool', () => {
  it('gives the outcomes in the order of the items, whoever did them', async () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const outcomes = await withPool({}, (pool) =>
      pool.run('double', items, { sliceSize: 7, itemMs: 30_000 }),
    );
    assert.deepEqual(
      outcomes,
      items.map((item) => done(item * 2)),
    );
  });

  it('does nothing for no items', async () => {
    assert.deepEqual(
      await withPool({}, (pool) => pool.run('double', [], { sliceSize: 7, itemMs: 30_000 })),
      [],
    );
  });

  it('blames the one item on which a worker died, and does the rest of its slice again', async () => {
    const outcomes = await withPool({}, (pool) =>
      pool.run('double', [1, 2, 'die', 4, 5], { sliceSize: 5, itemMs: 30_000 }),
    );
    assert.deepEqual(outcomes, [
      done(2),
      done(4),
      { ok: false, cause: 'died', detail: 'SIGKILL' },
      done(8),
      done(10),
    ]);
  });

  it('ends every wait when it is closed, and takes no more work', { timeout: 60_000 }, async () => {
    const options = { sliceSize: 1, itemMs: 30_000 };
    await withPool({ size: 1 }, async (pool) => {
      const runs = Promise.allSettled([
        pool.run('double', ['hang'], options),
        pool.run('double', [2, 3], options),
        pool.close(),
        pool.run('double', [4], options),
      ]);
      for (const run of (await runs).toSpliced(2, 1)) {
        assert.ok(run.status === 'rejected');
        assert.match(String(run.reason), /dismissed/);
      }
    });
  });

  it('ends every wait when workers can’t start', { timeout: 60_000 }, async () => {
    const worker = new URL('./no-such-worker.ts', import.meta.url);
    await withPool({ worker }, async (pool) => {
      const options = { sliceSize: 1, itemMs: 30_000 };
      // The first run's worker is the one that the second waits for, and it dies of the first.
      const runs = [pool.run('double', [1], options), pool.run('double', [2, 3, 4], options)];
      for (const run of await Promise.allSettled(runs)) {
        assert.equal(run.status, 'rejected');
        assert.match(String(run.reason), /A worker could not start \(exit status 1\)/);
      }
    });
  });

  it('kills a worker that stays on one item too long', async () => {
    const outcomes = await withPool({}, (pool) =>
      pool.run('double', [1, 'hang', 3], { sliceSize: 3, itemMs: 400 }),
    );
    assert.deepEqual(outcomes, [done(2), { ok: false, cause: 'hung', detail: '400 ms' }, done(6)]);
  });

  it('says that an item exhausted the memory', async () => {
    const outcomes = await withPool({ heapMegabytes: 64, size: 1 }, (pool) =>
      pool.run('double', ['exhaust', 2], { sliceSize: 2, itemMs: 60_000 }),
    );
    assert.deepEqual(outcomes, [{ ok: false, cause: 'died', detail: 'out of memory' }, done(4)]);
  });

  it('survives several bad items in one slice', async () => {
    const outcomes = await withPool({ size: 1 }, (pool) =>
      pool.run('double', ['die', 1, 'die'], { sliceSize: 3, itemMs: 30_000 }),
    );
    assert.deepEqual(
      outcomes.map(({ ok }) => ok),
      [false, true, false],
    );
  });

  it('fails as a whole when a worker fails as a whole', async () => {
    await assert.rejects(
      withPool({}, (pool) => pool.run('break', [1], { sliceSize: 1, itemMs: 30_000 })),
      /no such table/,
    );
  });

  it('tells how many items are done', async () => {
    const seen: number[] = [];
    await withPool({ size: 1 }, (pool) =>
      pool.run('double', [1, 2, 3], {
        sliceSize: 2,
        itemMs: 30_000,
        onProgress: (count) => seen.push(count),
      }),
    );
    assert.deepEqual(seen, [1, 2, 3]);
  });
});
