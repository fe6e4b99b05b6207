import assert from 'node:assert/strict';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { digest } from '../../src/build/digest.ts';
import { attachStore } from '../../src/build/lmdb-store.ts';
import { openStore } from '../../src/build/open-store.ts';
import { storeFile } from '../../src/build/store-file.ts';
import { breakSeal } from '../../src/build/store-seal.ts';
import { packBody } from '../../src/build/stored-body.ts';
import { Workforce } from '../../src/build/workforce.ts';
import type { SafeHtml } from '../../src/html/safe-html.ts';

describe('the store of a cache folder', () => {
  let folder: string;
  const workforce = new Workforce(1);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  after(() => workforce.dismiss());

  const html = (number: number) => `<p>${number} ${'新闻'.repeat(number * 7)}</p>` as SafeHtml;

  async function fill(): Promise<void> {
    const { store, close } = await openStore(folder, workforce);
    for (let number = 0; number < 200; number++) {
      store.putBody(`body-${number}`, packBody({ html: html(number), outline: [], images: [] }));
    }
    await close();
  }

  /** Opens it, says whether it was made anew, and what is in it. */
  async function reopen(): Promise<{ rebuilt: string | undefined; held: number }> {
    const { store, rebuilt, close } = await openStore(folder, workforce);
    let held = 0;
    for (let number = 0; number < 200; number++) {
      const body = store.getBody(`body-${number}`);
      if (body === undefined) continue;
      assert.equal(body.html, html(number));
      held++;
    }
    await close();
    return { rebuilt, held };
  }

  function overwrite(at: number, bytes: Buffer): void {
    const descriptor = openSync(storeFile(folder), 'r+');
    writeSync(descriptor, bytes, 0, bytes.length, at);
    closeSync(descriptor);
  }

  it('remembers from one build to the next', async () => {
    await fill();
    assert.deepEqual(await reopen(), { rebuilt: undefined, held: 200 });
    assert.deepEqual(await reopen(), { rebuilt: undefined, held: 200 });
  });

  it('is made anew when it was cut short', async () => {
    await fill();
    truncateSync(storeFile(folder), Math.floor(statSync(storeFile(folder)).size / 2));
    assert.deepEqual(await reopen(), { rebuilt: 'is damaged', held: 0 });
  });

  it('is made anew when a single bit of it is wrong, wherever', async () => {
    for (const share of [0.1, 0.5, 0.9]) {
      await fill();
      const at = Math.floor(statSync(storeFile(folder)).size * share);
      overwrite(at, Buffer.from([0x5a]));
      overwrite(at + 1, Buffer.from([0xa5]));
      assert.equal((await reopen()).rebuilt, 'is damaged', `at ${share}`);
    }
  });

  it('is made anew when it was never a store', async () => {
    writeFileSync(storeFile(folder), 'not a store at all, but long enough to be read as one'.repeat(500));
    assert.deepEqual(await reopen(), { rebuilt: 'is damaged', held: 0 });
  });

  it('is kept when the last build was killed, since LMDB’s transactions are whole or not there', async () => {
    await fill();
    breakSeal(folder);
    assert.deepEqual(await reopen(), { rebuilt: undefined, held: 200 });
  });

  it('is made anew when the last build was killed and the file is garbled as well', async () => {
    await fill();
    breakSeal(folder);
    overwrite(0, Buffer.alloc(statSync(storeFile(folder)).size, 0x37));
    assert.deepEqual(await reopen(), { rebuilt: 'is damaged', held: 0 });
  });

  it('is made anew when another version of the generator wrote it', async () => {
    await fill();
    writeFileSync(
      path.join(folder, 'store.seal'),
      JSON.stringify({ format: 'broadsheet-store-0', size: 1, crc: 1 }),
    );
    assert.deepEqual(await reopen(), { rebuilt: 'is of another version (broadsheet-store-0)', held: 0 });
  });

  it('forgets what is not named when it is pruned', async () => {
    await fill();
    const { store, close } = await openStore(folder, workforce);
    await store.prune([], () => new Set(['body-3']));
    await close();
    assert.equal((await reopen()).held, 1);
  });

  it('is copied without its free pages when these are many, and tells the same', async () => {
    const { store, close } = await openStore(folder, workforce);
    // Such bodies as can't be packed to nothing.
    const noise = (number: number) => Array.from({ length: 40 }, (_, at) => digest(`${number} ${at}`)).join();
    const body = (number: number) => ({ html: noise(number) as SafeHtml, outline: [], images: [] });
    for (let number = 0; number < 20_000; number++) store.putBody(`noise-${number}`, packBody(body(number)));
    store.putBody('kept', packBody(body(-1)));
    await store.flushed();
    const before = statSync(storeFile(folder)).size;
    await store.prune([], () => new Set(['kept']));
    await close();
    const after = statSync(storeFile(folder)).size;
    assert.ok(after < before / 10, `${before} bytes became ${after}`);
    const again = await openStore(folder, workforce);
    assert.equal(again.rebuilt, undefined);
    assert.deepEqual(again.store.getBody('kept'), body(-1));
    assert.equal(again.store.isMostlyFree(), false);
    await again.close();
    assert.deepEqual(readdirSync(folder).sort(), ['store.mdb', 'store.mdb-lock', 'store.seal']);
  });

  it('can be read by another process as soon as it is flushed', async () => {
    const { store, close } = await openStore(folder, workforce);
    store.putBody('shared', packBody({ html: html(1), outline: [], images: [] }));
    await store.flushed();
    const other = attachStore(folder);
    assert.equal(other.getBody('shared')?.html, html(1));
    await other.close();
    await close();
  });
});
