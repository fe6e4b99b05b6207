import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { describeIndex, type IndexDescription } from '../../src/search/describe-index.ts';
import { SETTLED_DOCUMENTS } from '../../src/search/plan-segments.ts';
import { findKeys, makeIndex, searchAll, type TestArticle, type TestIndex } from './make-index.ts';

const describeTest = ({ files }: TestIndex): Promise<IndexDescription> =>
  describeIndex(async (path) => files.get(path)!);

/** Segments by name, newest first. */
function segmentsOf({
  files,
}: TestIndex): { id: string; documents: number; dead?: number[]; before?: number[] }[] {
  const { segments } = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
  return segments;
}

const DAY = 86_400_000;
const dated = (article: TestArticle, day: number): TestArticle => ({
  ...article,
  date: new Date(Date.UTC(2020, 0, 1) + day * DAY).toISOString(),
});

describe('an index that follows its articles', () => {
  const words = ['渡轮', '灯塔', '书店', '芯片', '港口', 'harbour', 'café', '2024', '晨雾', '书'];
  const text = fc
    .array(fc.constantFrom(...words, '，', '\n', ' '), { maxLength: 8 })
    .map((parts) => parts.join(''));
  const article = fc.record({
    key: fc.nat(60).map((number) => `k${number}`),
    title: text,
    text,
    categories: fc.constantFrom([['城市']], [['城市', '港口'], ['文化']], []),
    sources: fc.constantFrom(['潮汐早报'], []),
    projects: fc.constantFrom(['晶格科技'], []),
    day: fc.nat(40),
  });
  const step = fc.record({
    put: fc.array(article, { maxLength: 20 }),
    remove: fc.array(fc.nat(60), { maxLength: 5 }),
  });

  it('is, below the size that settles, a clean one byte for byte, after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const site = new Map<string, TestArticle>();
        let index: TestIndex | undefined;
        for (const { put, remove } of steps) {
          for (const number of remove) site.delete(`k${number}`);
          for (const { day, ...rest } of put) site.set(rest.key, dated(rest, day));
          index = makeIndex([...site.values()], index);
        }
        const clean = makeIndex([...site.values()].reverse());
        assert.deepEqual(index!.files, clean.files);
      }),
      { numRuns: 150 },
    );
  });

  it('finds every article that has a query, and no other, whatever is drawn from them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 40 }), fc.nat(), async (drawn, seed) => {
        const site = new Map(drawn.map(({ day, ...rest }) => [rest.key, dated(rest, day)]));
        const index = makeIndex([...site.values()]);
        const haystacks = new Map(
          [...site.values()].map(({ key, title = '', text: body = '', projects = [] }) => [
            key,
            [title, body, projects.join('\n')],
          ]),
        );
        const runs = [...haystacks.values()]
          .flat()
          .flatMap((hay) => hay.replaceAll(' ', '').match(/\p{Script=Han}{2,}/gu) ?? []);
        if (runs.length === 0) return;
        const run = runs[seed % runs.length]!;
        const start = seed % (run.length - 1);
        const query = run.slice(start, start + 2 + (seed % 5));
        const expected = [...haystacks]
          // A space beside an ideograph is only for the eye.
          .filter(([, hay]) => hay.some((part) => part.replaceAll(' ', '').includes(query)))
          .map(([key]) => key);
        assert.deepEqual((await findKeys(index, query)).sort(), expected.sort(), query);
      }),
      { numRuns: 300 },
    );
  });

  it('answers like a clean one, in the same order, when it has kept a settled segment and patched it', async () => {
    const count = SETTLED_DOCUMENTS + 500;
    const site = new Map<string, TestArticle>();
    for (let at = 0; at < count; at += 1) {
      const parts = [words[at % 7], words[(at * 3) % 10], at % 11 === 0 ? '夜航' : '日航', String(at % 100)];
      const key = `k${at}`;
      site.set(
        key,
        dated({ key, title: `第${at}号`, text: parts.join('，'), sources: [at % 2 ? '甲报' : '乙报'] }, at),
      );
    }
    let index = makeIndex([...site.values()]);
    const [settled] = segmentsOf(index).slice(-1);
    assert.ok(settled!.documents >= SETTLED_DOCUMENTS);
    const edits: (() => void)[] = [
      () => void site.delete('k17'),
      () => void site.set('k900', dated({ key: 'k900', text: '夜航，改写过的书店' }, 900)),
      () => void site.set('old', dated({ key: 'old', title: '夜航补遗', text: '灯塔' }, 1200)),
      () => void site.set('new', dated({ key: 'new', text: '夜航 灯塔' }, count + 1)),
      () => {
        for (let at = 3000; at < 3040; at += 1) site.delete(`k${at}`);
        site.set('k5', dated({ key: 'k5', text: '渡轮换了日子' }, 9000));
      },
      () => void site.delete('old'),
    ];
    for (const edit of edits) {
      edit();
      index = makeIndex([...site.values()], index);
      const rewritten = [...index.written.values()].reduce((sum, bytes) => sum + bytes.length, 0);
      const all = [...index.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
      assert.ok(rewritten < all / 10, `${rewritten} of ${all} bytes rewritten`);
    }
    const segments = segmentsOf(index);
    assert.equal(segments.at(-1)!.id, settled!.id);
    assert.ok((segments.at(-1)!.dead?.length ?? 0) > 40 && segments.at(-2)!.before !== undefined);
    assert.ok(segments.length <= 12);
    const clean = makeIndex([...site.values()]);
    assert.notDeepEqual(segments, segmentsOf(clean));
    assert.deepEqual(await describeTest(index), await describeTest(clean));
    for (const query of [
      '夜航 灯塔',
      '"夜航，99"',
      'k',
      '补遗',
      '改写',
      'source:甲报 夜航 99',
      '-渡轮 夜航 书店',
    ]) {
      assert.deepEqual(await searchAll(index, query), await searchAll(clean, query), query);
    }
  });

  it('is parted anew when too much of a settled segment has changed', () => {
    const articles = Array.from({ length: SETTLED_DOCUMENTS }, (_, at) =>
      dated({ key: `k${at}`, text: '夜航' }, at),
    );
    const before = makeIndex(articles);
    const edited = articles.map((one, at) => (at % 50 === 0 ? { ...one, text: '日航' } : one));
    assert.deepEqual(makeIndex(edited, before).files, makeIndex(edited).files);
  });

  it('is told from another by one term, one date or one address', async () => {
    const articles = [dated({ key: 'a', text: '渡轮' }, 1), dated({ key: 'b', text: '灯塔' }, 2)];
    const same = await describeTest(makeIndex(articles));
    for (const other of [
      dated({ key: 'b', text: '灯火' }, 2),
      dated({ key: 'b', text: '灯塔' }, 3),
      dated({ key: 'c', text: '灯塔' }, 2),
      dated({ key: 'b', title: '灯塔', text: '灯塔' }, 2),
    ]) {
      assert.notDeepEqual(await describeTest(makeIndex([articles[0]!, other])), same);
    }
  });
});
