import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { LockedError, lockFolder } from '../../src/build/build-lock.ts';

describe('the lock of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const leaveLock = (holder: object) =>
    writeFileSync(path.join(folder, '.broadsheet-lock'), JSON.stringify(holder));

  it('keeps a second build out, with a message that names the first', () => {
    const unlock = lockFolder(folder);
    assert.throws(
      () => lockFolder(folder),
      (error: Error) => error instanceof LockedError && error.message.includes(String(process.pid)),
    );
    unlock();
    lockFolder(folder)();
  });

  it('leaves nothing behind when it is given back', () => {
    lockFolder(folder)();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is taken over from a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    leaveLock({ pid: child.pid, host: hostname(), started: '1' });
    lockFolder(folder)();
  });

  it('is taken over from a process whose id was given to another', () => {
    leaveLock({ pid: process.pid, host: hostname(), started: 'long ago' });
    lockFolder(folder)();
  });

  it('is taken over when its writer was killed before it wrote who it was', () => {
    writeFileSync(path.join(folder, '.broadsheet-lock'), '');
    lockFolder(folder)();
  });

  it('is respected when another machine holds it, which can’t be asked', () => {
    leaveLock({ pid: 1, host: 'another-machine', started: '1' });
    assert.throws(() => lockFolder(folder), LockedError);
  });
});
