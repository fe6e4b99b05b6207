import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readLastOutcome, writeLastOutcome } from '../../src/build/last-outcome.ts';
import type { LastOutcome } from '../../src/build/store.ts';

describe('the outcome of the last build', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const outcome = {
    report: { urls: { 'articles/一.md': '/p/1/' } },
    diagnostics: [],
  } as unknown as LastOutcome;

  it('is read as it was written, by the name that the store has of it', () => {
    writeLastOutcome(folder, 'first', outcome);
    assert.deepEqual(readLastOutcome(folder, 'first'), outcome);
    assert.equal(readLastOutcome(folder, 'second'), undefined);
    assert.equal(readdirSync(folder).length, 1);
  });

  it('is unknown where there is none, or one that is not whole', () => {
    assert.equal(readLastOutcome(folder, 'first'), undefined);
    writeLastOutcome(folder, 'first', outcome);
    const file = path.join(folder, readdirSync(folder)[0]!);
    const whole = readFileSync(file);
    for (const length of [0, 5, whole.indexOf('\n'), whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      assert.equal(readLastOutcome(folder, 'first'), undefined);
    }
    writeFileSync(file, whole.toString().replace('/p/1/', '/p/2/'));
    assert.equal(readLastOutcome(folder, 'first'), undefined);
  });
});
