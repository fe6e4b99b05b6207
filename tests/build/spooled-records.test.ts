import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { SpooledRecords, writeSpool } from '../../src/build/spooled-records.ts';

describe('spooled records', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const record = fc
    .record({ length: fc.oneof(fc.nat(40), fc.nat(400_000)), byte: fc.nat(255) })
    .map(({ length, byte }) => new Uint8Array(length).fill(byte));

  it('are read as they were written, in any order, more than once, and without holding on to each other', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (records, reads) => {
          const spool = writeSpool(path.join(folder, 'spool'), records);
          const spooled = new SpooledRecords(spool);
          const order = [
            ...records.keys(),
            ...Array.from({ length: 20 }, () => reads.next().value % records.length),
          ];
          const read = order.map((at) => spooled.read(at));
          spooled.close();
          assert.deepEqual(
            spool.lengths,
            records.map(({ length }) => length),
          );
          for (const [index, at] of order.entries())
            assert.ok(Buffer.from(records[at]!).equals(read[index]!), `record ${at}`);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are not made up where the file was cut short', () => {
    const spool = writeSpool(path.join(folder, 'cut'), [Buffer.alloc(10, 1), Buffer.alloc(10, 2)]);
    truncateSync(spool.file, 15);
    const spooled = new SpooledRecords(spool);
    assert.throws(() => spooled.read(1), /A spool ends before its last record/);
    spooled.close();
  });
});
