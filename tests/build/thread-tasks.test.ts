import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { runBeside, TaskThread } from '../../src/build/thread-tasks.ts';

const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
const file = path.join(root, 'sum');
writeFileSync(file, '123456789');
/** The check value of CRC-32C. */
const SUM = 0xcb_f4_39_26;

after(() => rmSync(root, { recursive: true, force: true }));

describe('work beside the build', () => {
  it('answers what the work itself would', async () => {
    assert.equal(await runBeside('checksum', file), SUM);
  });

  it('fails as the work itself would', async () => {
    await assert.rejects(runBeside('checksum', path.join(root, 'none')), /ENOENT/);
  });

  it('goes on in the same thread, which a task that fails or an end makes another, and holds up no process', async () => {
    const thread = new TaskThread();
    assert.equal(await thread.run('checksum', file), SUM);
    assert.equal(await thread.run('checksum', file, 0, 0), 0);
    await assert.rejects(thread.run('checksum', path.join(root, 'none')), /ENOENT/);
    assert.equal(await thread.run('checksum', file), SUM);
    await thread.end();
    assert.equal(await thread.run('checksum', file), SUM);
    // It is left running: were this process to wait for it, the test would never end.
  });
});
