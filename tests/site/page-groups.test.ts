import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CategoryConfig, ProjectAlias } from '../../src/content/site-config.ts';
import { type ArrangeOptions, arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { groupPages, planPages } from '../../src/site/list-pages.ts';
import type { PageGroup } from '../../src/site/page-group.ts';
import { DAY, makeConfig, makeMention, makeSummaries, makeSummary, NOON } from './make-summary.ts';

/** So small that a dozen articles are some eras, and a dozen pages some runs. */
const SIZES = { eraSize: 4, pageRun: 2 };

type Config = Parameters<typeof makeConfig>[0];

interface SiteModel {
  readonly articles: readonly ArticleSummary[];
  readonly config: Config;
  readonly options: ArrangeOptions;
  /** Whether a key stands for each summary, as in those from a store. */
  readonly keyed: boolean;
}

function group({ articles, config, options, keyed }: SiteModel): ReadonlyMap<string, PageGroup> {
  const summaries = articles.map((summary) =>
    keyed ? { ...summary, key: `key of ${JSON.stringify(summary)}` } : summary,
  );
  const groups = groupPages(arrangeSite(summaries, [], makeConfig(config), options), SIZES);
  return new Map(groups.map((one) => [one.name, one]));
}

/** Looks at every group that has the same identity in both: it has to have the same pages. */
function comparePages(before: ReadonlyMap<string, PageGroup>, after: ReadonlyMap<string, PageGroup>): number {
  let same = 0;
  for (const [name, now] of after) {
    const earlier = before.get(name);
    const identity = now.identify();
    if (earlier === undefined || identity === undefined || earlier.identify() !== identity) continue;
    same++;
    assert.deepEqual(now.urls(), earlier.urls(), name);
    now.plan().forEach((page, at) => {
      const other = earlier.plan()[at]!;
      assert.equal(page.identify(), other.identify(), page.url);
      assert.deepEqual(page.make(), other.make(), page.url);
    });
  }
  return same;
}

const names = (...all: readonly string[]) => fc.uniqueArray(fc.constantFrom(...all), { maxLength: 3 });
const mentions = fc.uniqueArray(
  fc.constantFrom(
    makeMention({ id: '7', name: '远航', href: 'https://36kr.com/projectDetails/7', sentence: '一句。' }),
    // Another id of the same, which a house's two catalogues tell.
    makeMention({ id: '9', name: '远航', href: 'https://36kr.com/space/9', sentence: '二句。' }),
    makeMention({ id: '9', name: '远航集团', sentence: '三句。' }),
    makeMention({ id: 'b', name: '启明', texts: ['启明星'] }),
    // By hand: the first tagger's name is put in its place.
    makeMention({ id: 'b', name: '', text: '启', written: { line: 1, column: 1 } }),
    makeMention({ id: 'C', name: '港口' }),
  ),
  { maxLength: 3, selector: ({ id }) => id },
);
const article = (sourcePath: string): fc.Arbitrary<ArticleSummary> =>
  fc.oneof(
    busyArticle(sourcePath),
    // Most name nothing: what a name stands for is decided by few.
    fc.tuple(plainArticle(sourcePath), mentions).map(([plain, projects]) => ({ ...plain, projects })),
    plainArticle(sourcePath),
    plainArticle(sourcePath),
  );
const plainArticle = (sourcePath: string): fc.Arbitrary<ArticleSummary> =>
  fc
    .integer({ min: 0, max: 40 })
    .map((days) => makeSummary({ sourcePath, date: NOON + days * DAY, categories: [['甲']] }));
const busyArticle = (sourcePath: string): fc.Arbitrary<ArticleSummary> =>
  fc
    .record({
      title: fc.constantFrom('旧题', '新题'),
      // So few that some articles are of one instant.
      date: fc.integer({ min: 0, max: 12 }).map((days) => NOON + days * 5 * DAY),
      categories: fc.array(
        fc.constantFrom(['甲'], ['甲', '乙'], ['甲', '乙', '丙', '丁', '戊'], ['己'], ['合并']),
        { maxLength: 2 },
      ),
      tags: names('一', '二', '三', 'A', 'a'),
      authors: names('张', '李'),
      projects: mentions,
      thumbnail: fc.constantFrom(undefined, { src: '/media/a.jpg' }, { src: 'https://example.com/b.jpg' }),
      ownPictures: fc.constantFrom(undefined, ['/media/c.jpg']),
      bodyDigest: fc.constantFrom('body', 'other body'),
    })
    .map(({ thumbnail, ownPictures, ...fields }) =>
      makeSummary({
        sourcePath,
        ...fields,
        ...(thumbnail && { thumbnail }),
        ...(ownPictures && { ownPictures }),
      }),
    );

const config: fc.Arbitrary<Config> = fc.record({
  pagination: fc.record({ size: fc.integer({ min: 1, max: 3 }) }),
  shareImages: fc.record({ articles: fc.integer({ min: 0, max: 2 }) }),
  categories: fc.constantFrom<readonly CategoryConfig[]>(
    [],
    [{ path: ['甲'], order: 1, aliases: [['合并']] }],
  ),
  projects: fc
    .constantFrom<readonly ProjectAlias[]>([], [{ ids: ['b', 'c'] }], [{ ids: ['b'], name: '启明' }])
    .map((aliases) => ({ ...makeConfig().projects, aliases })),
});
const options: fc.Arbitrary<ArrangeOptions> = fc.record({
  now: fc.constantFrom(NOON, NOON + 30 * DAY, NOON + 100 * DAY),
  pictureSizes: fc
    .constantFrom(undefined, 300, 301)
    .map((width) => ({ find: () => width && { width, height: 200 } })),
});

/** A site, and the same after an edit or two. */
const editedSite: fc.Arbitrary<readonly [SiteModel, SiteModel]> = fc
  .record({
    articles: fc
      .integer({ min: 0, max: 14 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => article(`${index}.md`)))),
    config,
    options,
    keyed: fc.boolean(),
  })
  .chain((site: SiteModel) => {
    const last = site.articles.length - 1;
    const any = fc.integer({ min: 0, max: Math.max(0, last) });
    const edits: fc.Arbitrary<SiteModel>[] = [
      article('new.md').map((added) => ({ ...site, articles: [...site.articles, added] })),
      article('new.md').map((added) => ({
        ...site,
        articles: [...site.articles, { ...added, date: NOON + 200 * DAY }],
      })),
      any.map((gone) => ({ ...site, articles: site.articles.filter((_, at) => at !== gone) })),
      any.chain((changed) =>
        article(`${changed}.md`).map((other) => ({
          ...site,
          articles: site.articles.map((one, at) => (at === changed ? other : one)),
        })),
      ),
      config.map((other) => ({ ...site, config: other })),
      options.map((other) => ({ ...site, options: other })),
    ];
    return fc.oneof(...edits).map((edited) => [site, edited] as const);
  });

describe('the groups of pages', () => {
  it('have the same pages whenever they have the same identity, whatever was edited', () => {
    let same = 0;
    fc.assert(
      fc.property(editedSite, ([before, after]) => {
        same += comparePages(group(before), group(after));
      }),
      { numRuns: 1500 },
    );
    assert.ok(same > 2000, `${same} groups were the same`);
  });

  it('have names of their own, and tell the URLs of their pages', () => {
    fc.assert(
      fc.property(editedSite, ([model]) => {
        const groups = [...group(model).values()];
        const { articles, options: arrange } = model;
        const site = arrangeSite(articles, [], makeConfig(model.config), arrange);
        assert.equal(groups.length, groupPages(site, SIZES).length);
        for (const one of groups)
          assert.deepEqual(
            one.urls(),
            one.plan().map(({ url }) => url),
            one.name,
          );
        assert.deepEqual(
          groups.flatMap((one) => one.urls()),
          planPages(site).map(({ url }) => url),
        );
      }),
      { numRuns: 50 },
    );
  });

  const base = (index: number): Partial<ArticleSummary> => ({
    categories: [['新媒体', `来源${index % 2}`], ...(index % 7 === 0 ? [['专题']] : [])],
    tags: [`标签${index % 5}`],
    authors: [`来源${index % 2}`],
    projects: index % 3 === 0 ? [makeMention({ id: `p${index % 6}`, name: `公司${index % 6}` })] : [],
  });
  const plain = { config: {}, options: {}, keyed: true };

  it('have another identity where a summary that they show has another field', () => {
    const articles = makeSummaries(20, base);
    const before = group({ ...plain, articles });
    const changed = articles.map((summary, at) => (at === 8 ? { ...summary, wordCount: 7 } : summary));
    const after = group({ ...plain, articles: changed });
    const others = [...after.values()].filter((one) => one.identify() !== before.get(one.name)?.identify());
    const showing = [...before.values()].filter((one) =>
      one.plan().some((page) => JSON.stringify(page.make()).includes(`"title":"8"`)),
    );
    const named = new Set(others.map(({ name }) => name));
    for (const { name } of showing) if (name !== 'others') assert.ok(named.has(name), name);
  });

  it('are few that one added article makes others', () => {
    const before = group({ ...plain, articles: makeSummaries(60, base) });
    const after = group({ ...plain, articles: makeSummaries(61, base) });
    const others = [...after.values()].filter(
      (one) => one.identify() !== undefined && one.identify() !== before.get(one.name)?.identify(),
    );
    const eras = others.filter(({ name }) => name.startsWith('articles '));
    assert.deepEqual(
      eras.map(({ name }) => name),
      // Its own, that of the one before it in its category, and that of the one that lost its share image.
      ['articles 15', 'articles 14', 'articles 9'],
    );
    assert.equal(before.size - 1 > others.length * 2, true, others.map(({ name }) => name).join('\n'));
  });

  it('are of a long list its front with the newest pages, and runs of pages that a new article leaves as they are', () => {
    const [before, after] = [40, 41].map((count) => group({ ...plain, articles: makeSummaries(count) }));
    const latest = [...after!.values()].filter(({ name }) => name.startsWith('/latest/'));
    assert.deepEqual(
      latest.map((one) => [one.name, one.urls(), one.identify() === before!.get(one.name)!.identify()]),
      [
        ['/latest/', ['/latest/', '/latest/page/12/', '/latest/page/11/'], false],
        ['/latest/ 4', ['/latest/page/10/', '/latest/page/9/'], true],
        ['/latest/ 3', ['/latest/page/8/', '/latest/page/7/'], true],
        ['/latest/ 2', ['/latest/page/6/', '/latest/page/5/'], true],
        ['/latest/ 1', ['/latest/page/4/', '/latest/page/3/'], true],
        ['/latest/ 0', ['/latest/page/2/', '/latest/page/1/'], true],
      ],
    );
  });

  it('are the same for another number of small lists that came into use later', () => {
    const tagged = (count: number) =>
      group({ ...plain, articles: makeSummaries(count, (index) => ({ tags: [`标签${index}`] })) });
    const [before, after] = [tagged(100), tagged(101)];
    assert.equal(after.get('tags 0')!.identify(), before.get('tags 0')!.identify());
    assert.notEqual(after.get('tags 1')!.identify(), before.get('tags 1')!.identify());
  });

  it('plan nothing to be identified', () => {
    const silent = makeSummaries(20, base).map((summary) => ({
      ...summary,
      key: summary.sourcePath,
      get excerpt(): string {
        throw new Error('an excerpt was asked for');
      },
    }));
    for (const one of groupPages(arrangeSite(silent, [], makeConfig()))) {
      one.identify();
      if (one.name !== 'others') one.urls();
    }
  });
});
