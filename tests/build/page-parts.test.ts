import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainChange, listParts } from '../../src/build/page-parts.ts';
import type { ArticleCard, ListPage } from '../../src/site/page.ts';

const card = (title: string, excerpt = ''): ArticleCard => ({
  url: `/p/${title}/`,
  title,
  excerpt,
  date: 0,
  category: [],
  readingMinutes: 1,
});
const parts = (change: Partial<ListPage>, common = 'layouts') =>
  listParts(
    { kind: 'list', list: 'latest', url: '/latest/', title: '最新', breadcrumb: [], articles: [], ...change },
    common,
  );

describe('the explanation of a written page', () => {
  it('says that a page is new', () => {
    assert.match(explainChange(undefined, parts({}))[0]!, /new/);
  });

  it('names the articles that came in, changed and went out', () => {
    const before = parts({ articles: [card('甲'), card('乙')] });
    const after = parts({ articles: [card('丙'), card('甲', '改')] });
    assert.deepEqual(explainChange(before, after), [
      'articles: /p/丙/ came in',
      'articles: /p/甲/ changed',
      'articles: /p/乙/ went out',
    ]);
  });

  it('names what else changed, in words an author knows', () => {
    const causes = explainChange(
      parts({ count: 1 }),
      parts({ count: 2, older: { title: '更早', url: '/x/' } }),
    );
    assert.deepEqual(causes, ['the number of articles changed', 'the link to older articles changed']);
  });

  it('tells a change of the layouts from one of the content', () => {
    assert.deepEqual(explainChange(parts({}, 'old'), parts({}, 'new')).length, 1);
    assert.match(explainChange(parts({}, 'old'), parts({}, 'new'))[0]!, /layouts/);
  });

  it('says that a file was missing when nothing it shows changed', () => {
    assert.match(explainChange(parts({}), parts({}))[0]!, /missing/);
  });
});
