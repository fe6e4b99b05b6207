import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { articleKey } from '../../src/build/article-key.ts';
import { ArticleRecords } from '../../src/build/article-records.ts';
import { BriefTables } from '../../src/build/brief-tables.ts';
import { blobOf } from '../../src/build/git-entry.ts';
import { insertSources, KnownSource } from '../../src/build/known-source.ts';
import { recognizeSources } from '../../src/build/recognize-sources.ts';
import type { BriefPart, PreparedArticle } from '../../src/build/store.ts';
import { makeSummary } from '../site/make-summary.ts';

/** A store that has every record that it is asked for; it counts what it is asked for and what it is given. */
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

type FakeStore = ReturnType<typeof makeStore>;

/** A source, and what it says: a letter that its blob is named by. */
type Source = readonly [path: string, text: string];

/** What git says of sources, in its order. */
function listSources(sources: readonly Source[]) {
  const lines = sources
    .map(([path, text]) => ({ path: Buffer.from(path), line: `H 100644 ${text.repeat(40)} 0\t${path}\0` }))
    .sort((a, b) => a.path.compare(b.path));
  return { tracked: Buffer.from(lines.map(({ line }) => line).join('')), changed: [] };
}

interface Outcome {
  readonly titles: ReadonlyMap<string, string>;
  /** Keys of those that the last build knew by what git says. */
  readonly recalled: readonly string[];
  readonly known: readonly string[];
}

const PLACE = { folder: '/', label: '', skipped: 0 };

interface BuildOptions {
  readonly cleaningDigest?: string;
  /** Files that are not as git's index has them, for all that it knows. */
  readonly changed?: readonly string[];
}

function build(
  store: FakeStore,
  sources: readonly Source[],
  { cleaningDigest = 'policy', changed = [] }: BuildOptions = {},
): Outcome {
  const tables = BriefTables.open(store).steeredBy(cleaningDigest);
  const recognized = recognizeSources({ ...listSources(sources), changed }, tables, PLACE)!;
  const { entries } = recognized;
  const texts = new Map(sources);
  const paths = [...entries.keys(), ...changed].sort();
  const items = insertSources(
    recognized.known,
    paths.map((path) => ({ source: { path, absolute: `/${path}` }, label: '' })),
  );
  assert.deepEqual(
    items.map(({ source }) => source.path),
    [...texts.keys()].sort(),
  );
  const records = new ArticleRecords(store, { entries, cleaningDigest, steering: cleaningDigest, tables });
  const [recalled, known]: [string[], string[]] = [[], []];
  const titles = new Map<string, string>();
  for (const item of items) {
    const { path } = item.source;
    const key = articleKey(path, texts.get(path)!.repeat(40), cleaningDigest);
    if (item instanceof KnownSource) {
      assert.equal(item.key, key, `${path} is taken for another`);
      recalled.push(key);
    } else {
      const entry = entries.get(path);
      if (entry !== undefined) assert.equal(blobOf(entry), texts.get(path)!.repeat(40));
      if (records.has(key)) known.push(key);
    }
    const record = records.read({ key }, item);
    assert.ok(record?.ok);
    assert.equal(record.summary.key, key);
    if (item instanceof KnownSource) assert.equal(record.summary.sourcePath, path);
    titles.set(path, record.summary.title);
  }
  records.keep();
  return { titles, recalled, known };
}

const many: readonly Source[] = Array.from({ length: 64 }, (_, at) => [`article ${100 + at}.md`, 'a']);

describe('ArticleRecords', () => {
  it('reads a record once, and afterwards no more than its brief one', () => {
    const store = makeStore();
    const first = build(store, many);
    assert.equal(store.read.length, many.length);
    store.read.length = 0;
    assert.deepEqual(build(store, many).titles, first.titles);
    assert.deepEqual(store.read, []);
  });

  it('knows a record by what git says of its source, wherever others came or went', () => {
    const store = makeStore();
    build(store, many);
    const [gone, ...others] = many.slice(10);
    assert.ok(gone);
    const sources = [
      ...many.slice(0, 10),
      ...others.slice(0, 20),
      ['new.md', 'n'] as const,
      ...others.slice(20),
    ];
    assert.equal(build(store, sources).recalled.length, many.length - 1);
    assert.equal(build(store, sources).recalled.length, sources.length);
  });

  it('knows none where what steers cleaning has changed', () => {
    const store = makeStore();
    build(store, many);
    store.read.length = 0;
    const { recalled, known } = build(store, many, { cleaningDigest: 'another policy' });
    assert.deepEqual([...recalled, ...known], []);
    assert.equal(store.read.length, many.length);
  });

  it('learns what git says of sources that it did not vouch for when their records were made', () => {
    const store = makeStore();
    const first = build(store, many, { changed: many.map(([path]) => path) });
    store.read.length = 0;
    // They are found by their names once.
    const second = build(store, many);
    assert.deepEqual([second.recalled.length, second.known.length], [0, many.length]);
    const third = build(store, [...many, ['new.md', 'n']]);
    assert.equal(third.recalled.length, many.length);
    for (const [path, title] of first.titles) assert.equal(third.titles.get(path), title);
    assert.equal(build(store, [...many, ['new.md', 'n']]).recalled.length, many.length + 1);
    assert.deepEqual(store.read, [articleKey('new.md', 'n'.repeat(40), 'policy')]);
  });

  it('writes nothing where nothing came, and little where little came', () => {
    const store = makeStore();
    build(store, many);
    store.put.length = 0;
    build(store, many);
    assert.deepEqual(store.put, []);
    build(store, [...many, ['new.md', 'n']]);
    assert.deepEqual(store.put, ['recent']);
    assert.ok(store.briefs.get('recent')!.length < store.briefs.get('settled')!.length / 2);
  });

  it('packs all anew when much has come or gone', () => {
    const store = makeStore();
    build(store, many);
    const kept = many.slice(3);
    build(store, [...kept, ['x.md', 'x']]);
    store.put.length = 0;
    store.read.length = 0;
    const sources: readonly Source[] = [...kept, ['x.md', 'x'], ['y.md', 'y']];
    const last = build(store, sources);
    assert.deepEqual(store.put, ['settled', 'recent']);
    assert.equal(store.read.length, 1);
    const again = build(store, sources);
    assert.deepEqual(again.titles, last.titles);
    assert.equal(again.recalled.length, sources.length);
    assert.equal(store.read.length, 1);
  });

  it('does not know an article again that was gone for a while, since its record is gone too', () => {
    const store = makeStore();
    build(store, many);
    build(store, many.slice(1));
    const { recalled, known } = build(store, many);
    assert.equal(recalled.length + known.length, many.length - 1);
  });

  it('takes a table that it can not read for none', () => {
    const store = makeStore();
    const { titles } = build(store, many);
    store.briefs.set('settled', Buffer.from('{"rows":64,"sections":{}}\n'));
    assert.deepEqual(build(store, many).titles, titles);
    store.read.length = 0;
    assert.deepEqual(build(store, many).titles, titles);
    assert.deepEqual(store.read, []);
  });

  it('knows nothing of what is gone with all others, or with what steered its cleaning', () => {
    const store = makeStore();
    build(store, many);
    build(store, [], { cleaningDigest: 'another policy' });
    const { recalled, known } = build(store, many);
    assert.deepEqual([...recalled, ...known], []);
  });

  it('knows nothing when it can not be told which articles are gone', () => {
    const store = makeStore();
    build(store, many);
    build(store, many.slice(1));
    store.briefs.set('recent', Buffer.from('no table'));
    const { recalled, known } = build(store, many);
    assert.deepEqual([...recalled, ...known], []);
    assert.equal(build(store, many).recalled.length, many.length);
  });

  it('reads a record whose date was taken from outside each time, and names it by the date too', () => {
    const store = makeStore();
    const outside = {
      ...store,
      getArticle: (key: string) => ({ ...store.getArticle(key), datedFromOutside: true }) as PreparedArticle,
    };
    for (const count of [1, 2]) {
      const tables = BriefTables.open(store).steeredBy('policy');
      const content = { entries: undefined, cleaningDigest: 'policy', steering: 'policy', tables };
      const records = new ArticleRecords(outside, content);
      const record = records.read({ key: 'a' }, { source: { path: 'a.md', absolute: '/a.md' }, label: '' });
      assert.ok(record?.ok);
      assert.match(record.summary.key!, /^a \d+ \d+$/);
      records.keep();
      assert.equal(store.read.length, count);
    }
  });

  it('knows, whatever came and went, just the records of the build before', () => {
    const paths = Array.from({ length: 40 }, (_, at) => `${String.fromCharCode(0x4e00 + at)}.md`);
    const sources: fc.Arbitrary<readonly Source[]> = fc
      .array(fc.constantFrom('a', 'b', undefined), { minLength: paths.length, maxLength: paths.length })
      .map((texts) =>
        paths.flatMap((path, at) => (texts[at] === undefined ? [] : [[path, texts[at]] as const])),
      );
    const some = fc.tuple(sources, fc.nat(5)).map(([all, drop]) => all.filter((_, at) => at % 6 !== drop));
    fc.assert(
      fc.property(fc.array(fc.oneof(sources, some), { minLength: 2, maxLength: 6 }), (builds) => {
        const store = makeStore();
        let before = new Set<string>();
        for (const each of builds) {
          const { recalled, known } = build(store, each);
          const keys = each.map(([path, text]) => articleKey(path, text.repeat(40), 'policy'));
          assert.deepEqual(new Set([...recalled, ...known]), new Set(keys.filter((key) => before.has(key))));
          before = new Set(keys);
        }
      }),
    );
  });
});
