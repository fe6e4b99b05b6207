import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { historyFile, readHistory, recordBuild } from '../../src/build/build-history.ts';
import type { BuildReport } from '../../src/build/build-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const report = {
  articles: { read: 2, published: 2, drafts: 0, future: 0, quarantined: 0 },
  pages: { written: 1, unchanged: 3, removed: 0 },
  reused: 1,
  durationMs: { total: 10 },
  peakMemoryBytes: 1000,
  site: { files: 4, bytes: 400 },
} as unknown as BuildReport;

describe('the history of builds', () => {
  it('remembers builds, the oldest first, with what they were made of where CI tells', () => {
    recordBuild(folder, report, { at: 1 });
    recordBuild(folder, report, { at: 2, commit: 'abc' });
    assert.deepEqual(
      readHistory(folder).map(({ at, commit, files }) => [at, commit, files]),
      [
        [1, undefined, 4],
        [2, 'abc', 4],
      ],
    );
  });

  it('stays small: the oldest are dropped', () => {
    for (let at = 0; at < 205; at++) recordBuild(folder, report, { at });
    const history = readHistory(folder);
    assert.deepEqual([history.length, history[0]?.at, history.at(-1)?.at], [200, 5, 204]);
    assert.deepEqual(readdirSync(folder), ['builds.jsonl']);
  });

  it('goes on after a line that is damaged', () => {
    recordBuild(folder, report, { at: 1 });
    appendFileSync(historyFile(folder), '{"at":2,"arti\nnull\n{}\n');
    recordBuild(folder, report, { at: 3 });
    assert.deepEqual(
      readHistory(folder).map(({ at }) => at),
      [1, 3],
    );
    assert.equal(readFileSync(historyFile(folder), 'utf8').split('\n').length, 3);
  });

  it('is empty where nothing was built', () => {
    assert.deepEqual(readHistory(path.join(folder, 'nowhere')), []);
  });
});
