import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { createRelatedFinder } from '../../src/site/related.ts';
import type { Category, SiteArticle } from '../../src/site/site.ts';
import { DAY, makeConfig, makeMention, makeSummaries, makeSummary, NOON } from './make-summary.ts';

function relatedOf(summaries: readonly ArticleSummary[]): Map<string, string[]> {
  const { articles } = arrangeSite(summaries, [], makeConfig());
  const findRelated = createRelatedFinder(articles);
  return new Map(
    articles.map((article) => [
      article.summary.title,
      findRelated(article).map(({ summary: { title } }) => title),
    ]),
  );
}

describe('createRelatedFinder', () => {
  it('finds older articles of the same category, newest first, six at most', () => {
    const related = relatedOf(makeSummaries(9, () => ({ categories: [['甲']] })));
    assert.deepEqual(related.get('8'), ['7', '6', '5', '4', '3', '2']);
    assert.deepEqual(related.get('1'), ['0']);
    assert.deepEqual(related.get('0'), []);
  });

  it('finds nothing for an article that shares nothing', () => {
    assert.deepEqual(relatedOf(makeSummaries(3)).get('2'), []);
  });

  it('puts a shared project before a shared tag, that before a category, a deep category before a shallow one', () => {
    const related = relatedOf([
      makeSummary({ sourcePath: 'shallow.md', date: NOON, categories: [['甲', '丁']] }),
      makeSummary({ sourcePath: 'deep.md', date: NOON, categories: [['甲', '乙', '丙']] }),
      makeSummary({ sourcePath: 'tag.md', date: NOON, tags: ['标签'] }),
      makeSummary({ sourcePath: 'project.md', date: NOON, projects: [makeMention({ id: '1' })] }),
      makeSummary({
        sourcePath: 'new.md',
        date: NOON + DAY,
        categories: [['甲', '乙', '丙']],
        tags: ['标签'],
        projects: [makeMention({ id: '1' })],
      }),
    ]);
    assert.deepEqual(related.get('new'), ['project', 'tag', 'deep', 'shallow']);
  });

  it('thinks more of a rare tag than of one that everything has', () => {
    const summaries = makeSummaries(40, (index) => ({
      tags: index === 3 ? ['罕见'] : index === 39 ? ['罕见', '常见'] : ['常见'],
    }));
    assert.equal(relatedOf(summaries).get('39')![0], '3');
  });

  it('prefers what is close in date', () => {
    const at = (sourcePath: string, days: number) =>
      makeSummary({
        sourcePath,
        date: NOON - days * DAY,
        categories: [['甲', sourcePath === 'far.md' ? '乙' : '丙']],
      });
    const related = relatedOf([
      at('far.md', 200),
      at('near.md', 1),
      makeSummary({ sourcePath: 'new.md', categories: [['甲']] }),
    ]);
    assert.deepEqual(related.get('new'), ['near', 'far']);
  });

  it('never changes when a newer article appears', () => {
    const over = (index: number): Partial<ArticleSummary> => ({
      categories: [['甲', `${index % 3}`]],
      tags: [`${index % 7}`],
      projects: index % 4 ? [] : [makeMention({ id: `${index % 5}` })],
    });
    const before = relatedOf(makeSummaries(120, over));
    const after = relatedOf(makeSummaries(121, over));
    for (const [title, related] of before) assert.deepEqual(after.get(title), related);
  });

  it('looks at twelve names of each kind, and finds articles under all that they have', () => {
    const tags = Array.from({ length: 14 }, (_, at) => `标签${at}`);
    const related = relatedOf([
      makeSummary({ sourcePath: 'all.md', date: NOON, tags }),
      makeSummary({ sourcePath: 'first.md', date: NOON + 200 * DAY, tags: [tags[0]!] }),
      makeSummary({ sourcePath: 'last.md', date: NOON + 400 * DAY, tags: [tags[13]!] }),
      makeSummary({ sourcePath: 'many.md', date: NOON + 600 * DAY, tags: tags.toReversed() }),
    ]);
    assert.deepEqual(related.get('last'), ['all']);
    // The tag of `first.md` is its fourteenth.
    assert.deepEqual(related.get('many'), ['all', 'last']);
  });

  it('is as the rules say, whatever articles share', () => {
    const names = (...all: readonly string[]) => fc.uniqueArray(fc.constantFrom(...all), { maxLength: 3 });
    const article = fc.record({
      date: fc.integer({ min: 0, max: 150 }).map((days) => NOON + days * DAY),
      categories: fc.array(
        fc.constantFrom(['甲'], ['甲', '乙'], ['甲', '乙', '丙', '丁'], ['甲', '戊'], ['己']),
        { maxLength: 2 },
      ),
      tags: names('一', '二', '三'),
      projects: names('7', '8').map((ids) => ids.map((id) => makeMention({ id }))),
    });
    fc.assert(
      fc.property(fc.array(article, { maxLength: 90 }), (models) => {
        const { articles } = arrangeSite(
          makeSummaries(models.length, (at) => models[at]!),
          [],
          makeConfig(),
        );
        const findRelated = createRelatedFinder(articles);
        for (const one of articles)
          assert.deepEqual(findRelated(one), relatePlainly(one, articles), one.summary.title);
      }),
      { numRuns: 60 },
    );
  });
});

/** The rules, word by word. */
function relatePlainly(article: SiteArticle, articles: readonly SiteArticle[]): SiteArticle[] {
  const older = articles.slice(article.position + 1);
  const points = new Map<SiteArticle, number>();
  const add = (to: SiteArticle, more: number) => points.set(to, (points.get(to) ?? 0) + more);
  const share = (sharing: readonly SiteArticle[], most: number, least: number) => {
    const doublings = sharing.length === 0 ? 0 : Math.floor(Math.log2(sharing.length)) + 1;
    for (const other of sharing.slice(0, 32)) add(other, Math.max(least, most - doublings));
  };
  for (const project of article.projects)
    share(
      older.filter(({ projects }) => projects.includes(project)),
      20,
      6,
    );
  for (const tag of article.tags)
    share(
      older.filter(({ tags }) => tags.includes(tag)),
      16,
      4,
    );
  // Of each lineage the three deepest, 1 to 3; of two of one depth that of the first path.
  const depths = new Map<Category, number>();
  for (const { lineage } of article.categories) {
    const scored = lineage.slice(-3);
    for (let at = scored.length - 1; at >= 0; at--)
      if (!depths.has(scored[at]!)) depths.set(scored[at]!, at + 1);
  }
  const deepest = new Map<SiteArticle, number>();
  let looked = 0;
  for (const [category, depth] of [...depths].sort(([, a], [, b]) => b - a)) {
    if (looked >= 32) break;
    const inIt = older.filter(({ categories }) =>
      categories.some(({ lineage }) => lineage.includes(category)),
    );
    for (const other of inIt.slice(0, 32)) deepest.set(other, Math.max(depth, deepest.get(other) ?? 0));
    looked += Math.min(32, inIt.length);
  }
  for (const [other, depth] of deepest) add(other, 2 * depth);
  for (const other of points.keys()) {
    const days = (article.summary.date - other.summary.date) / DAY;
    add(other, days <= 7 ? 3 : days <= 30 ? 2 : days <= 120 ? 1 : 0);
  }
  return [...points]
    .sort(([a, more], [b, less]) => less - more || a.position - b.position)
    .slice(0, 6)
    .map(([other]) => other);
}
