import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { findRelated } from '../../src/site/related.ts';
import { DAY, makeConfig, makeMention, makeSummaries, makeSummary, NOON } from './make-summary.ts';

function relatedOf(summaries: readonly ArticleSummary[]): Map<string, string[]> {
  const { articles } = arrangeSite(summaries, [], makeConfig());
  const related = findRelated(articles);
  return new Map(
    articles.map(({ summary }, index) => [
      summary.title,
      related[index]!.map(({ summary: { title } }) => title),
    ]),
  );
}

describe('findRelated', () => {
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
});
