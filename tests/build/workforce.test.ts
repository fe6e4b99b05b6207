import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Workforce } from '../../src/build/workforce.ts';
import { defaultSiteConfig } from '../../src/content/site-config-defaults.ts';

const { limits } = defaultSiteConfig;
const run = { sliceSize: 1, itemMs: 30_000 };

it('workers that are dismissed while they are hired are not left over', { timeout: 60_000 }, async () => {
  const workforce = new Workforce(1);
  const ready = workforce.getReady('prepare', limits);
  const hired = workforce.hire(limits);
  await workforce.dismiss();
  await ready;
  await assert.rejects((await hired).run('load', ['prepare'], run), /dismissed/);
});

it('workers with other limits take the place of those that are there', { timeout: 60_000 }, async () => {
  const workforce = new Workforce(1);
  const former = await workforce.hire(limits);
  const pool = await workforce.hire({ ...limits, workerMegabytes: 200 });
  assert.notEqual(pool, former);
  await assert.rejects(former.run('load', ['prepare'], run), /dismissed/);
  assert.deepEqual(await pool.run('load', ['prepare'], run), [{ ok: true, result: true }]);
  assert.equal(await workforce.hire({ ...limits, workerMegabytes: 200 }), pool);
  await workforce.dismiss();
});

it('workers are not started any more by what was still waiting when they were disbanded', {
  timeout: 60_000,
}, async () => {
  const workforce = new Workforce(1);
  await workforce.disband();
  await workforce.getReady('check', limits);
  await assert.rejects(workforce.hire(limits), /disbanded/);
  // One that was started would keep this process from ending.
});
