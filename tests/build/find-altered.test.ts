import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { findAltered } from '../../src/build/find-altered.ts';
import { lookForAltered } from '../../src/build/look-for-altered.ts';
import { readOutputs, spellOutputs } from '../../src/build/output-records.ts';
import type { OutputRecord } from '../../src/build/store.ts';
import { runBeside } from '../../src/build/thread-tasks.ts';

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

/** As plain data: records that were read are taken apart when they are asked for. */
const plain = (known: ReadonlyMap<string, OutputRecord>) =>
  new Map(Array.from(known, ([file, { key, digest, size }]) => [file, { key, digest, size }]));

describe('the records of an output', () => {
  it('are read as they were spelled', () => {
    assert.deepEqual(plain(readOutputs(spellOutputs(records))), records);
    assert.deepEqual(readOutputs(''), new Map());
  });

  it('are spelled by path, however they came about', () => {
    const file = fc.string({ unit: fc.constantFrom('a', 'b', '/', '文'), minLength: 1, maxLength: 3 });
    const made = fc.record({
      key: fc.constantFrom('k', 'key'),
      digest: fc.constantFrom('d', 'e'),
      size: fc.nat(),
    });
    const edits = fc.array(fc.tuple(file, fc.option(made, { nil: undefined })), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 4 }), (builds) => {
        let known = new Map<string, OutputRecord>();
        for (const build of builds) {
          for (const [name, record] of build) {
            known.delete(name);
            if (record !== undefined) known.set(name, record);
          }
          const sorted = new Map([...plain(known)].sort(([a], [b]) => (a < b ? -1 : 1)));
          const spelled = spellOutputs(known);
          assert.equal(spelled, spellOutputs(sorted));
          known = readOutputs(spelled);
          assert.deepEqual([...plain(known)], [...sorted]);
        }
      }),
    );
  });

  it('are not read when they were cut short', () => {
    const spelled = spellOutputs(records);
    assert.throws(() => readOutputs(spelled.slice(0, -1)), /cut short/);
    assert.throws(() => readOutputs(`${spelled}gone.html\0key\n`), /cut short/);
  });

  it('tell which files are gone, of another size, or no files any more', () => {
    assert.deepEqual(findAltered(root, spellOutputs(records)), altered);
  });

  it('are compared by a thread of its own when there are many, with the same outcome', async () => {
    const many = new Map(records);
    for (let at = 0; at < 30_000; at++) many.set(`p/${at}/index.html`, record(1));
    const found = await lookForAltered(root, spellOutputs(many));
    assert.equal(found.size, 30_003);
    for (const file of altered) assert.ok(found.has(file), file);
  });
});

describe('work beside the build', () => {
  it('answers what the work itself would', async () => {
    writeFileSync(path.join(root, 'sum'), '123456789');
    assert.equal(await runBeside('checksum', path.join(root, 'sum')), 0xcb_f4_39_26);
  });

  it('fails as the work itself would', async () => {
    await assert.rejects(runBeside('checksum', path.join(root, 'none')), /ENOENT/);
  });
});
