import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ArticleUrls } from '../../src/build/article-urls.ts';
import { readLastOutcome, writeLastOutcome } from '../../src/build/last-outcome.ts';
import type { LastOutcome } from '../../src/build/store.ts';

describe('the outcome of the last build', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const urls = { 'articles/一.md': '/p/1/', 'articles/"二"\n.md': '/p/2/' };
  const outcome = {
    report: { changes: { written: ['头条/index.html'], removed: [] } },
    urls: ArticleUrls.of(Object.entries(urls)),
    diagnostics: [],
  } as unknown as LastOutcome;

  it('is read as it was written, by the name that the store has of it', () => {
    writeLastOutcome(folder, 'first', outcome);
    const read = readLastOutcome(folder, 'first');
    assert.deepEqual(read, outcome);
    assert.deepEqual(read?.urls.byFile, urls);
    assert.equal(readLastOutcome(folder, 'second'), undefined);
    assert.equal(readdirSync(folder).length, 1);
  });

  it('is unknown where there is none, or one that is not whole', () => {
    assert.equal(readLastOutcome(folder, 'first'), undefined);
    writeLastOutcome(folder, 'first', outcome);
    const file = path.join(folder, readdirSync(folder)[0]!);
    const whole = readFileSync(file);
    for (const length of [0, 5, whole.indexOf('\n'), whole.indexOf('\n') + 1, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      assert.equal(readLastOutcome(folder, 'first'), undefined);
    }
    for (const [told, another] of [
      ['/p/1/', '/p/3/'],
      ['头条', '财经'],
    ] as const) {
      assert.ok(whole.includes(told));
      writeFileSync(file, whole.toString().replace(told, another));
      assert.equal(readLastOutcome(folder, 'first'), undefined);
    }
  });

  it('takes the place of what a build left that was killed while it wrote', () => {
    writeLastOutcome(folder, 'first', outcome);
    const [file] = readdirSync(folder);
    writeFileSync(path.join(folder, `${file}.draft`), 'half of an out');
    writeLastOutcome(folder, 'second', outcome);
    assert.deepEqual(readdirSync(folder), [file]);
    assert.deepEqual(readLastOutcome(folder, 'second'), outcome);
  });
});
