import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PageKeys } from '../../src/build/page-key.ts';
import type { ArticleCard, ListPage } from '../../src/site/page.ts';

const card = (title: string): ArticleCard => ({
  url: `/p/${title}/`,
  title,
  excerpt: '',
  date: 0,
  category: [],
  readingMinutes: 1,
});
const page = (articles: readonly ArticleCard[], title = '最新'): ListPage => ({
  kind: 'list',
  list: 'latest',
  url: '/latest/',
  title,
  breadcrumb: [],
  articles,
});

describe('the key of a page', () => {
  it('is the same for the same data, in the same build or another', () => {
    const keys = new PageKeys('layouts');
    assert.equal(keys.keyOf(page([card('甲')])), keys.keyOf(page([card('甲')])));
    assert.equal(keys.keyOf(page([card('甲')])), new PageKeys('layouts').keyOf(page([card('甲')])));
  });

  it('changes with anything the page shows', () => {
    const keys = new PageKeys('layouts');
    const shown = [
      page([]),
      page([card('甲')]),
      page([card('乙')]),
      page([card('甲'), card('乙')]),
      page([], '旧闻'),
    ];
    assert.equal(new Set(shown.map((each) => keys.keyOf(each))).size, shown.length);
  });

  it('changes with what all pages depend on', () => {
    assert.notEqual(new PageKeys('layouts').keyOf(page([])), new PageKeys('other layouts').keyOf(page([])));
  });
});
