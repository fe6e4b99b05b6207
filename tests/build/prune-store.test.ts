import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { attachStore } from '../../src/build/lmdb-store.ts';
import { listGone } from '../../src/build/named-articles.ts';
import { packArticle } from '../../src/build/packed-article.ts';
import type { Store } from '../../src/build/store.ts';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import { makeSummary } from '../site/make-summary.ts';

describe('keys that are gone', () => {
  it('are those of one list that are not in another, whatever came, went and moved', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'ab', 'ba', 'abc', 'c', 'ca', 'x'));
    fc.assert(
      fc.property(keys, keys, (before, now) => {
        assert.deepEqual(
          listGone(before.join(' '), now.join(' ')),
          before.filter((key) => !now.includes(key)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('are found wherever they were in a long list', () => {
    const long = Array.from({ length: 3000 }, (_, at) => `key ${at}`.replace(' ', '-'));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(2999), { maxLength: 3 }),
        fc.uniqueArray(fc.nat(2999)),
        (gone, added) => {
          const dropped = new Set(gone.map((at) => long[at]!));
          const now = long.filter((key) => !dropped.has(key));
          for (const at of added) now.splice(at, 0, `new-${at}`);
          assert.deepEqual(new Set(listGone(long.join(' '), now.join(' '))), dropped);
        },
      ),
    );
  });
});

describe('a store that is pruned', () => {
  let folder: string;
  let store: Store;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    store = attachStore(folder);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Puts what a worker puts of an article. */
  function put(key: string, bodyDigest = `body of ${key}`): void {
    const summary = makeSummary({ sourcePath: key, bodyDigest });
    const body = { html: '<p>报</p>' as SafeHtml, outline: [], images: [] };
    store.putArticle(key, packArticle({ ok: true, summary, diagnostics: [], datedFromOutside: true }, body));
    store.putTerms(key, { digest: 'd'.repeat(22), record: Buffer.from('terms') });
  }

  async function build(keys: readonly string[], begins = true, bodies = keys.map((key) => `body of ${key}`)) {
    if (begins) store.beginArticles();
    await store.prune(keys, () => new Set(bodies));
    await store.committed();
  }

  function held(keys: readonly string[]): readonly string[] {
    return keys.filter((key) => {
      const traces = [
        store.hasArticle(key),
        store.isDatedFromOutside(key),
        store.getTerms(key) !== undefined,
        store.getBody(`body of ${key}`) !== undefined,
      ];
      assert.equal(new Set(traces).size, 1, `${key} is there in part: ${traces.join()}`);
      return traces[0];
    });
  }

  it('forgets the articles that the build does not name any more, with all that is theirs', async () => {
    for (const key of ['a', 'b', 'c']) put(key);
    await build(['a', 'b', 'c']);
    put('d');
    await build(['a', 'c', 'd']);
    assert.deepEqual(held(['a', 'b', 'c', 'd']), ['a', 'c', 'd']);
  });

  it('keeps a body that another article shares', async () => {
    put('a', 'body of a');
    put('b', 'body of a');
    await build(['a', 'b'], true, ['body of a']);
    await build(['b'], false, ['body of a']);
    assert.notEqual(store.getBody('body of a'), undefined);
  });

  it('forgets what a build left that came to no end, when the next one cleans something', async () => {
    put('a');
    await build(['a']);
    store.beginArticles();
    put('lost');
    await store.committed();
    put('b');
    await build(['a', 'b']);
    assert.deepEqual(held(['a', 'b', 'lost']), ['a', 'b']);
  });

  it('forgets it also when the next one cleans nothing, and is another process', async () => {
    put('a');
    await build(['a']);
    store.beginArticles();
    put('lost');
    await store.close();
    store = attachStore(folder);
    await build(['a'], false);
    assert.deepEqual(held(['a', 'lost']), ['a']);
  });
});
