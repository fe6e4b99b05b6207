import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { findAltered } from '../../src/build/find-altered.ts';
import { lookForAltered } from '../../src/build/look-for-altered.ts';
import { spellLine } from '../../src/build/output-line.ts';
import type { OutputRecord } from '../../src/build/store.ts';
import { TaskThreads } from '../../src/build/thread-tasks.ts';

const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-altered-'));
after(() => rmSync(root, { recursive: true, force: true }));

mkdirSync(path.join(root, '头条'));
for (const file of ['same.html', '头条/grown.html', 'folder.html/index.html']) {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), '0123456789');
}
const record = (size: number) => ({ key: 'key', digest: 'digest', size });
const records = new Map([
  ['same.html', record(10)],
  ['头条/grown.html', record(9)],
  ['folder.html', record(10)],
  ['gone.html', record(10)],
]);
const altered = ['folder.html', 'gone.html', '头条/grown.html'];

const spell = (known: ReadonlyMap<string, OutputRecord>) =>
  Buffer.from(Array.from(known, ([file, each]) => spellLine(file, each)).join(''));

describe('the records of an output', () => {
  it('tell which files are gone, of another size, or no files any more', () => {
    assert.deepEqual(findAltered(root, spell(records)).toSorted(), altered);
  });

  it('are compared by a thread of its own when there are many, with the same outcome', async () => {
    const many = new Map(records);
    for (let at = 0; at < 30_000; at++) many.set(`p/${at}/index.html`, record(1));
    const threads = new TaskThreads(2);
    const found = await lookForAltered(root, spell(many), threads);
    await threads.end();
    assert.equal(found.size, 30_003);
    for (const file of altered) assert.ok(found.has(file), file);
  });
});
