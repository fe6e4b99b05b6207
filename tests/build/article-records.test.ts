import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ArticleRecords } from '../../src/build/article-records.ts';
import type { BriefPart, PreparedArticle } from '../../src/build/store.ts';
import { makeSummary } from '../site/make-summary.ts';

/** A store of the records of `keys`, which counts what it is asked for and what it is given. */
function makeStore() {
  const briefs = new Map<BriefPart, Uint8Array>();
  const read: string[] = [];
  const put: BriefPart[] = [];
  return {
    read,
    put,
    briefs,
    getBriefs: (part: BriefPart) => briefs.get(part),
    putBriefs: (part: BriefPart, packed: Uint8Array) => {
      put.push(part);
      briefs.set(part, packed);
    },
    getArticle: (key: string): PreparedArticle => {
      read.push(key);
      const summary = makeSummary({ sourcePath: `${key}.md`, title: `${key}!`, excerpt: key });
      return { ok: true, summary, diagnostics: [] };
    },
  };
}

/** A build of articles. @returns Their titles. */
function build(store: ReturnType<typeof makeStore>, keys: readonly string[]): readonly string[] {
  const records = new ArticleRecords(store);
  const titles = keys.map((key) => {
    const source = { path: `${key}.md`, absolute: `/${key}.md` };
    const record = records.read(key, { source, label: '' });
    assert.ok(record?.ok);
    assert.equal(record.summary.key, key);
    return record.summary.title;
  });
  records.keep();
  return titles;
}

const many = Array.from({ length: 64 }, (_, at) => `article ${at}`);

describe('ArticleRecords', () => {
  it('reads a record once, and afterwards no more than its brief one', () => {
    const store = makeStore();
    const first = build(store, many);
    assert.deepEqual(store.read, many);
    store.read.length = 0;
    assert.deepEqual(build(store, many), first);
    assert.deepEqual(store.read, []);
  });

  it('writes nothing where nothing came, and little where little came', () => {
    const store = makeStore();
    build(store, many);
    store.put.length = 0;
    build(store, many);
    assert.deepEqual(store.put, []);
    build(store, [...many, 'new']);
    assert.deepEqual(store.put, ['recent']);
    assert.ok(store.briefs.get('recent')!.length < store.briefs.get('settled')!.length / 2);
  });

  it('packs all anew when much has come or gone', () => {
    const store = makeStore();
    build(store, many);
    const kept = many.slice(3);
    build(store, [...kept, 'b']);
    store.put.length = 0;
    store.read.length = 0;
    const last = build(store, [...kept, 'b', 'c']);
    assert.deepEqual(store.put, ['settled', 'recent']);
    assert.deepEqual(store.read, ['c']);
    assert.deepEqual(build(store, [...kept, 'b', 'c']), last);
    assert.deepEqual(store.read, ['c']);
  });

  it('knows an article again that was gone for a while', () => {
    const store = makeStore();
    const titles = build(store, many);
    build(store, many.slice(1));
    assert.deepEqual(build(store, many), titles);
  });

  it('takes a table that it can not read for none', () => {
    const store = makeStore();
    const titles = build(store, many);
    store.briefs.set('settled', Buffer.from('{"rows":64,"sections":{}}\n'));
    assert.deepEqual(build(store, many), titles);
    store.read.length = 0;
    assert.deepEqual(build(store, many), titles);
    assert.deepEqual(store.read, []);
  });

  it('reads a record whose date was taken from outside each time, and names it by the date too', () => {
    const store = makeStore();
    const outside = {
      ...store,
      getArticle: (key: string) => ({ ...store.getArticle(key), datedFromOutside: true }) as PreparedArticle,
    };
    for (const count of [1, 2]) {
      const records = new ArticleRecords(outside);
      const record = records.read('a', { source: { path: 'a.md', absolute: '/a.md' }, label: '' });
      assert.ok(record?.ok);
      assert.match(record.summary.key!, /^a \d+ \d+$/);
      records.keep();
      assert.equal(store.read.length, count);
    }
  });
});
