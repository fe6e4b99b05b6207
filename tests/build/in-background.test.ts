import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { allDone } from '../../src/build/in-background.ts';

describe('works that go on beside one another', () => {
  it('are done when all are, with what each came to', async () => {
    assert.deepEqual(await allDone([wait(5, 'slow'), Promise.resolve(2)]), ['slow', 2]);
  });

  it('fail with the first failure, and not before the others have ended', async () => {
    let isEnded = false;
    const slow = wait(20).then(() => {
      isEnded = true;
      throw new Error('second');
    });
    await assert.rejects(allDone([slow, Promise.reject(new Error('first'))]), /^Error: first$/);
    assert.ok(isEnded);
  });
});
