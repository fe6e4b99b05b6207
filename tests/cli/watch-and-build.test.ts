import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { watchAndBuild } from '../../src/cli/watch-and-build.ts';

/** Waits until it holds, a minute at most. */
async function until(holds: () => boolean, what: string): Promise<void> {
  for (let round = 0; round < 6000; round++) {
    if (holds()) return;
    await wait(10);
  }
  assert.fail(what);
}

describe('watchAndBuild', () => {
  it('builds what was saved at any moment since it began', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-watch-'));
    const file = path.join(folder, 'a.md');
    writeFileSync(file, '0');
    let seen = '';
    let building = 0;
    const watching = watchAndBuild([folder], async () => {
      assert.equal(++building, 1, 'one build at a time');
      seen = readFileSync(file, 'utf8');
      await wait(40);
      building--;
    });
    try {
      // Before anything is watched, during the first build, and at any moment after it.
      for (const [saved, pause] of [0, 0, 5, 35, 10, 60, 200, 7, 35].entries()) {
        await wait(pause);
        writeFileSync(file, String(saved));
        if (saved % 2 === 0) await until(() => seen === String(saved), `save ${saved} was never built`);
      }
      await watching.built;
      await until(() => seen === '8', 'the last save was never built');
    } finally {
      await watching.close();
      rmSync(folder, { recursive: true, force: true });
    }
    assert.equal(building, 0, 'closing waits for the build that is going on');
  });
});
