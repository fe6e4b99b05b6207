import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Database, open, type RootDatabase } from 'lmdb';
import { PutBatch } from '../../src/build/put-batch.ts';

describe('records that are put in batches', () => {
  let folder: string;
  let root: RootDatabase;
  let databases: Database<Buffer, string>[];
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    root = open({ path: path.join(folder, 'db'), noSubdir: true, maxDbs: 4 });
    databases = ['first', 'second'].map((name) => root.openDB<Buffer, string>({ name, encoding: 'binary' }));
  });
  after(async () => {
    await root.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const record = fc
    .tuple(fc.oneof(fc.nat(50), fc.integer({ min: 16_370, max: 16_400 }), fc.nat(200_000)), fc.nat(255))
    .map(([length, byte]) => Buffer.alloc(length, byte));
  const put = fc.tuple(fc.nat(1), fc.constantFrom('a', 'b', 'c', 'd'), record);

  it('are in the databases when they are written, the last of each name, and can be read before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(put, { maxLength: 12 }), { maxLength: 4 }), async (rounds) => {
        const batch = new PutBatch(path.join(folder, 'spool'), databases);
        const expected = new Map<string, Buffer>();
        for (const round of rounds) {
          for (const [database, key, bytes] of round) {
            batch.put(databases[database]!, key, bytes);
            assert.ok(bytes.equals(batch.read(databases[database]!, key)!));
            expected.set(`${database}${key}`, bytes);
          }
          await batch.write();
          for (const [name, bytes] of expected) {
            const database = databases[Number(name[0])]!;
            assert.ok(bytes.equals(database.get(name.slice(1))!), name);
            assert.ok(bytes.equals(batch.read(database, name.slice(1))!), name);
          }
        }
        await batch.clear();
        assert.equal(batch.read(databases[0]!, 'a'), undefined);
        assert.deepEqual(readdirSync(folder).sort(), ['db', 'db-lock']);
      }),
      { numRuns: 40, examples: [[[[[0, 'a', Buffer.alloc(1)]], [[0, 'a', Buffer.alloc(0)]]]]] },
    );
  });

  it('come in the order of their databases, so that none is there without what it relies on', async () => {
    const order: string[] = [];
    const watched = databases.map(
      (database, at) =>
        ({
          put: (key: string, bytes: Buffer) => {
            order.push(`${at}${key}`);
            return database.put(key, bytes);
          },
        }) as unknown as Database<Buffer, string>,
    );
    const ordered = new PutBatch(path.join(folder, 'spool'), watched);
    for (const key of ['z', 'a']) for (const at of [1, 0]) ordered.put(watched[at]!, key, Buffer.from(key));
    await ordered.clear();
    assert.deepEqual(order, ['0a', '0z', '1a', '1z']);
  });

  it('are held again when they could not be written, and put with the next', async () => {
    const [database] = databases;
    let isFull = true;
    const full = {
      put: (key: string, bytes: Buffer) =>
        isFull ? Promise.reject(new Error('ENOSPC')) : database!.put(key, bytes),
    } as unknown as Database<Buffer, string>;
    const batch = new PutBatch(path.join(folder, 'spool'), [full]);
    batch.put(full, 'refused', Buffer.from('1'));
    await assert.rejects(batch.write(), /ENOSPC/);
    isFull = false;
    batch.put(full, 'later', Buffer.from('2'));
    await batch.clear();
    assert.deepEqual(
      ['refused', 'later'].map((key) => database!.get(key)?.toString()),
      ['1', '2'],
    );
  });
});
