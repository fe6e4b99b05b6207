import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import { OWN_FIELDS } from '../../src/site/article-pages.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { planPages } from '../../src/site/list-pages.ts';
import { makeConfig, makeMention, makeSummaries } from './make-summary.ts';

const DAY = 24 * 60 * 60 * 1000;
const config = makeConfig();
const base = (index: number): Partial<ArticleSummary> => ({
  date: Date.UTC(2026, 0, 1) + index * DAY,
  title: `第 ${index} 篇`,
  excerpt: `摘要 ${index}`,
  categories: [['新媒体', `来源${index % 2}`]],
  authors: [`来源${index % 2}`],
  projects: index % 3 === 0 ? [makeMention({ id: 'a', name: '远航', sentence: `第 ${index} 句。` })] : [],
});

/** One change of one article, of each kind that a page could show. */
const changes: readonly Partial<ArticleSummary>[] = [
  { title: '新题' },
  { excerpt: '新摘要' },
  { date: Date.UTC(2026, 0, 3, 5) },
  { updated: 7 },
  { categories: [['汽车']] },
  { categories: [['新媒体', '来源0'], ['汽车']] },
  { tags: ['港口'] },
  { authors: [] },
  { thumbnail: { src: 'https://img.example.com/1.jpg', width: 3, height: 2 } },
  { sourceUrl: 'https://example.com/' },
  { lang: 'en' },
  { slug: 'launch' },
  { aliases: ['/old/'] },
  { draft: true },
  { pinned: true },
  { comments: true },
  { toc: true },
  { readingMinutes: 9 },
  { wordCount: 99 },
  { bodyDigest: 'other' },
  { projects: [makeMention({ id: 'b', name: '启明', sentence: '另一句。' })] },
  { projects: [makeMention({ id: 'a', name: '远航', sentence: '另一句。' })] },
];

/** @param keyed - As from a store: a key stands for the summary. */
function plan(summaries: readonly ArticleSummary[], keyed: boolean) {
  const named = summaries.map((summary) =>
    keyed ? { ...summary, key: `key of ${JSON.stringify(summary)}` } : summary,
  );
  return new Map(planPages(arrangeSite(named, [], config)).map((page) => [page.url, page]));
}

describe('the plan of a page', () => {
  it('has the URL and the kind of the page that it makes', () => {
    for (const [url, page] of plan(makeSummaries(20, base), true))
      assert.deepEqual([page.make().url, page.make().kind], [url, page.kind]);
  });

  it('makes plain data, whole', () => {
    for (const page of plan(makeSummaries(20, base), true).values()) {
      const made = page.make();
      assert.deepEqual(structuredClone(made), made);
      assert.doesNotMatch(JSON.stringify(made), /identity|key of/);
    }
  });

  it('has another identity whenever the page would be another, whatever changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 19 }),
        fc.constantFrom(...changes),
        fc.boolean(),
        (position, change, keyed) => {
          const summaries = makeSummaries(20, base);
          const before = plan(summaries, keyed);
          const after = plan(
            summaries.map((summary, at) => (at === position ? { ...summary, ...change } : summary)),
            keyed,
          );
          for (const [url, page] of after) {
            const earlier = before.get(url);
            if (earlier?.identify() !== page.identify()) continue;
            assert.deepEqual(page.make(), earlier.make(), url);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it('has another identity when the file of a picture has another size', () => {
    const summaries = makeSummaries(3, (index) => ({
      ...base(index),
      thumbnail: { src: '/media/harbour.jpg' },
      ownPictures: ['/media/crane.jpg'],
    })).map((summary) => ({ ...summary, key: summary.sourcePath }));
    const plans = [300, 301].map((width) => {
      const pictureSizes = {
        find: (url: string) => ({ width: url.includes('crane') ? width : 900, height: 200 }),
      };
      return planPages(arrangeSite(summaries, [], config, { pictureSizes }));
    });
    const [before, after] = plans.map((pages) => pages.filter(({ kind }) => kind === 'article'));
    before!.forEach((page, at) => {
      assert.notEqual(page.identify(), after![at]!.identify());
      assert.match(
        JSON.stringify(page.make()),
        /"thumbnail":\{"src":"\/media\/harbour.jpg","width":900,"height":200\}/,
      );
    });
  });

  it('has the same identity when nothing it shows changed', () => {
    const summaries = makeSummaries(60, base);
    const before = plan(summaries, true);
    const added = { ...makeSummaries(61, base)[60]!, categories: [['汽车']], authors: [], projects: [] };
    const changed = [...plan([...summaries, added], true)].filter(
      ([url, page]) => before.get(url)?.identify() !== page.identify(),
    );
    assert.ok(changed.length < 14, changed.map(([url]) => url).join('\n'));
  });

  it('asks for no text of an article', () => {
    const silent = makeSummaries(20, base).map((summary) => ({
      ...summary,
      key: summary.sourcePath,
      get excerpt(): string {
        throw new Error('an excerpt was asked for');
      },
      projects: summary.projects.map((mention) => ({
        ...mention,
        get sentence(): string {
          throw new Error('a sentence was asked for');
        },
      })),
    }));
    for (const page of planPages(arrangeSite(silent, [], config))) if (page.kind !== 'home') page.identify();
  });

  it('shows of an article by the same names what its summary says', () => {
    const summaries = makeSummaries(20, base);
    const pages = plan(summaries, false);
    const { articles } = arrangeSite(summaries, [], config);
    for (const { url, summary } of articles) {
      const page = pages.get(url)!.make() as unknown as Record<string, unknown>;
      for (const name of OWN_FIELDS) assert.deepEqual(page[name], summary[name], name);
    }
  });
});
