import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { checksum } from '../../src/build/checksum.ts';
import { TaskThread, TaskThreads } from '../../src/build/thread-tasks.ts';

const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
const file = path.join(root, 'sum');
writeFileSync(file, '123456789');
/** The check value of CRC-32C. */
const SUM = 0xcb_f4_39_26;

after(() => rmSync(root, { recursive: true, force: true }));

describe('a thread beside the build', () => {
  it('answers what the work itself would', async () => {
    const thread = new TaskThread();
    assert.equal(await thread.run('checksum', file), SUM);
    await thread.end();
  });

  it('fails as the work itself would', async () => {
    await assert.rejects(new TaskThread().run('checksum', path.join(root, 'none')), /ENOENT/);
  });

  it('is the same for the next task, unless one failed in it or it was ended, and holds up no process', async () => {
    const thread = new TaskThread();
    assert.equal(await thread.run('checksum', file), SUM);
    assert.equal(await thread.run('checksum', file, 0, 0), 0);
    await assert.rejects(thread.run('checksum', path.join(root, 'none')), /ENOENT/);
    assert.equal(await thread.run('checksum', file), SUM);
    await thread.end();
    assert.equal(await thread.run('checksum', file), SUM);
    // What it is at when it is ended is of no use to anybody any more: it is not done here either.
    const given = thread.run('checksum', file);
    await Promise.all([assert.rejects(given, /ended/), thread.end()]);
    assert.equal(await thread.run('checksum', file), SUM);
    // It is left running: were this process to wait for it, the test would never end.
  });
});

describe('threads beside the build', () => {
  it('answer each who asks, however many do at once, and go on when a task fails', async () => {
    const threads = new TaskThreads(2);
    const ends = Array.from({ length: 10 }, (_, end) => end);
    const asked = ends.map((end) => threads.run('checksum', file, 0, end));
    const failing = threads.run('checksum', path.join(root, 'none'));
    await assert.rejects(failing, /ENOENT/);
    assert.deepEqual(
      await Promise.all(asked),
      ends.map((end) => checksum(file, 0, end)),
    );
    assert.equal(await threads.run('checksum', file), SUM);
    await threads.end();
  });
});
