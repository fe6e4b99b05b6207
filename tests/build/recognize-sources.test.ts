import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mergeRows, sortRecords } from '../../src/build/brief-order.ts';
import { type BriefRecord, BriefTable, packBriefs } from '../../src/build/brief-table.ts';
import { BriefTables } from '../../src/build/brief-tables.ts';
import { insertSources, type KnownSource, putKnown } from '../../src/build/known-source.ts';
import { recognizeSources } from '../../src/build/recognize-sources.ts';
import type { BriefPart } from '../../src/build/store.ts';
import { makeSummary } from '../site/make-summary.ts';

/** What lies in a folder: paths below it, and the digits that their blobs are named by. */
type Files = ReadonlyMap<string, string>;

const PLACE = { folder: '/content/articles', label: 'articles/', skipped: 'articles/'.length };

function lineOf(path: string, blob: string, mode = 'H 100644'): string {
  return `${mode} ${blob.repeat(40)} 0\t${path}`;
}

/** A listing as git gives it: in the order of bytes. */
function listFiles(files: Files, mode?: (path: string) => string | undefined) {
  const lines = [...files].map(([path, blob]) => ({
    bytes: Buffer.from(path),
    line: `${lineOf(path, blob, mode?.(path))}\0`,
  }));
  lines.sort((a, b) => a.bytes.compare(b.bytes));
  return { tracked: Buffer.from(lines.map(({ line }) => line).join('')), changed: [] as string[] };
}

function recordOf(path: string, blob: string | undefined): BriefRecord {
  const summary = makeSummary({ sourcePath: path.slice(PLACE.skipped) });
  const entry = blob === undefined ? '' : lineOf(path, blob);
  return { key: `${path} ${blob ?? '?'}`, entry, summary, diagnostics: [] };
}

/** What a build left: its large table, rows of it that are gone, and those that came since. */
interface Left {
  readonly settled: Files;
  readonly dead: readonly string[];
  readonly recent: Files;
}

function tablesOf({ settled, dead, recent }: Left): BriefTables {
  const pack = (files: Files, rows: readonly number[]) =>
    packBriefs(sortRecords([...files].map((file) => recordOf(...file))), [], { steering: 's', dead: rows });
  const packed: Record<BriefPart, Buffer> = { settled: pack(settled, []), recent: Buffer.alloc(0) };
  const { keys, rows } = new BriefTable(packed.settled);
  const gone = new Set(dead.map((path) => `${path} ${settled.get(path)}`));
  packed.recent = pack(
    recent,
    Array.from({ length: rows }, (_, row) => row).filter((row) => gone.has(keys.at(row))),
  );
  return BriefTables.open({ getBriefs: (part) => packed[part] }).steeredBy('s');
}

const describeSource = ({ path, key, label, source }: KnownSource) => [
  path,
  key,
  label + source.path,
  source.absolute,
];

/** The same, line by line. */
function expectKnown(files: Files, { settled, dead, recent }: Left) {
  return [...files]
    .filter(
      ([path, blob]) => recent.get(path) === blob || (settled.get(path) === blob && !dead.includes(path)),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, blob]) => [
      path.slice(PLACE.skipped),
      `${path} ${blob}`,
      path,
      `${PLACE.folder}/${path.slice(PLACE.skipped)}`,
    ]);
}

/** Names that are in another order by code units than by bytes, that begin alike, and that are folders of others. */
const NAMES = [
  'a',
  'a.',
  'a0',
  'a/b',
  'b',
  '一',
  '\u{e000}',
  '！',
  '🔥',
  '🔥一',
  '\u{10ffff}',
  'é',
  '\ufffd',
];
const anyPath = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })
  .map((names) => `articles/${names.join('')}.md`);
const anyFiles = fc
  .array(fc.tuple(anyPath, fc.constantFrom('a', 'b')), { maxLength: 40 })
  .map((files) => new Map(files));

/** A folder as it was, and as it is after some were added, edited, renamed and removed. */
const anyHistory = fc
  .record({
    before: anyFiles,
    added: anyFiles,
    choices: fc.array(fc.nat(5), { minLength: 60, maxLength: 60 }),
  })
  .map(({ before, added, choices }) => {
    const [settled, recent] = [new Map<string, string>(), new Map<string, string>()];
    const dead: string[] = [];
    const now = new Map<string, string>();
    for (const [at, [path, blob]] of [...before].entries()) {
      const choice = choices[at];
      // Of one whose article came back, a row is in each table.
      if (choice !== 1) settled.set(path, blob);
      if (choice === 2) dead.push(path);
      if (choice === 1 || (choice === 2 && at % 2 === 0)) recent.set(path, blob);
      if (choice !== 3) now.set(path, choice === 4 ? 'c' : blob);
    }
    for (const [path, blob] of added) if (!now.has(path)) now.set(path, blob);
    return { left: { settled, dead, recent }, now };
  });

describe('recognizing sources', () => {
  it('finds by runs what it would find line by line, and lists the rest, whatever came, went and changed', () => {
    fc.assert(
      fc.property(anyHistory, ({ left, now }) => {
        const { known, entries } = recognizeSources(listFiles(now), tablesOf(left), PLACE)!;
        const expected = expectKnown(now, left);
        assert.deepEqual(known.map(describeSource), expected);
        const others = new Set(now.keys());
        for (const [, , file] of expected) others.delete(file!);
        assert.deepEqual([...entries.keys()].sort(), [...others].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('finds runs of any length, with lines that are new, gone and changed between them', () => {
    const files = new Map(
      Array.from({ length: 9000 }, (_, at) => [`articles/${String(at).padStart(5, '0')}.md`, 'a']),
    );
    const tables = tablesOf({ settled: files, dead: ['articles/08999.md'], recent: new Map() });
    const now = new Map(files);
    now.delete('articles/00000.md');
    now.set('articles/04500.md', 'b');
    now.set('articles/05000 new.md', 'b');
    const { known, entries } = recognizeSources(listFiles(now), tables, PLACE)!;
    assert.equal(known.length, 8997);
    assert.deepEqual(
      known.map(({ path }) => `articles/${path}`),
      [...now.keys()].filter((file) => !entries.has(file)).sort(),
    );
    assert.deepEqual(
      [...entries.keys()],
      ['articles/04500.md', 'articles/05000 new.md', 'articles/08999.md'],
    );
  });

  it('knows none whose mode, stage or letter is another, nor one that is changed on the disk', () => {
    const files = new Map(['a', 'b', 'c', 'd', 'e'].map((name) => [`articles/${name}.md`, 'a']));
    const tables = tablesOf({ settled: files, dead: [], recent: new Map() });
    const modes: Record<string, string> = {
      'articles/a.md': 'H 100755',
      'articles/b.md': 'h 100644',
      'articles/c.md': 'H 120000',
    };
    const listing = listFiles(files, (path) => modes[path]);
    const { known, entries } = recognizeSources({ ...listing, changed: ['articles/d.md'] }, tables, PLACE)!;
    assert.deepEqual(
      known.map(({ path }) => path),
      ['e.md'],
    );
    assert.deepEqual([...entries.keys()], ['articles/a.md']);
  });

  it('puts the label before paths that git tells without it, of a folder behind a link', () => {
    const records = ['a.md', 'c.md'].map((path) => ({
      ...recordOf(`articles/${path}`, 'a'),
      entry: lineOf(path, 'a'),
    }));
    const packed = packBriefs(records, [], { steering: 's', dead: [] });
    const tables = BriefTables.open({ getBriefs: (part) => (part === 'settled' ? packed : undefined) });
    const listing = listFiles(new Map(['a.md', 'b.md', 'c.md', 'd.md'].map((path) => [path, 'a'])));
    const changed = ['c.md', 'd.md'];
    const { known, entries } = recognizeSources({ ...listing, changed }, tables, { ...PLACE, skipped: 0 })!;
    assert.deepEqual(known.map(describeSource), [
      ['a.md', 'articles/a.md a', 'articles/a.md', '/content/articles/a.md'],
    ]);
    assert.deepEqual([...entries.keys()], ['articles/b.md']);
  });

  it('finds no row of a source that git did not vouch for', () => {
    const records = sortRecords([recordOf('articles/a.md', 'a'), recordOf('articles/b.md', undefined)]);
    const packed = packBriefs(records, [], { steering: 's', dead: [] });
    const tables = BriefTables.open({ getBriefs: (part) => (part === 'settled' ? packed : undefined) });
    const listing = listFiles(
      new Map([
        ['articles/a.md', 'a'],
        ['articles/b.md', 'b'],
      ]),
    );
    const { known, entries } = recognizeSources(listing, tables, PLACE)!;
    assert.deepEqual(known.map(describeSource).length, 1);
    assert.deepEqual([...entries.keys()], ['articles/b.md']);
  });

  it('keeps the order of a table whose rows are taken from several', () => {
    fc.assert(
      fc.property(anyFiles, anyFiles, (some, others) => {
        const own = new Map([...others].filter(([path]) => !some.has(path)));
        const parts = [some, own].map((files) => {
          const packed = packBriefs(sortRecords([...files].map((file) => recordOf(...file))), [], {
            steering: 's',
            dead: [],
          });
          const table = new BriefTable(packed);
          return { table, rows: Uint32Array.from({ length: table.rows }, (_, row) => row) };
        });
        const merged = packBriefs([], mergeRows(parts), { steering: 's', dead: [] });
        const all = new Map([...some, ...own]);
        const tables = BriefTables.open({ getBriefs: (part) => (part === 'settled' ? merged : undefined) });
        assert.equal(tables.settled!.rows, all.size);
        assert.equal(recognizeSources(listFiles(all), tables, PLACE)!.known.length, all.size);
      }),
    );
  });

  it('says the same whether known sources are put among those of a walk, or others among them', () => {
    fc.assert(
      fc.property(anyHistory, ({ left, now }) => {
        const { known } = recognizeSources(listFiles(now), tablesOf(left), PLACE)!;
        const paths = [...now.keys()].map((file) => file.slice(PLACE.skipped)).sort();
        const items = paths.map((path) => ({ source: { path, absolute: path }, label: PLACE.label }));
        const isKnown = new Set(known.map(({ path }) => path));
        const others = items.filter(({ source }) => !isKnown.has(source.path));
        assert.deepEqual(
          insertSources(known, others).map(({ source }) => source.path),
          paths,
        );
        assert.deepEqual(insertSources(known, others), putKnown(items, known));
      }),
    );
  });
});
