import type { FeedItem } from '../../src/import/feed-item.ts';
import type { ImportedArticle } from '../../src/import/imported-article.ts';

/** An article in which only what the test is about has to be said. */
export function makeImported(over: Partial<ImportedArticle> = {}): ImportedArticle {
  return {
    title: '大桥通车',
    date: Date.UTC(2024, 2, 1, 8),
    categories: [['城市', '晨报']],
    tags: [],
    authors: ['张三'],
    source: 'https://news.example.com/a/1',
    guid: 'n-1',
    aliases: [],
    draft: false,
    pinned: false,
    body: '<p>桥修了三年。</p>',
    damaged: false,
    ...over,
  };
}

/** An item in which only what the test is about has to be said. */
export function makeItem(over: Partial<FeedItem> = {}): FeedItem {
  return { authors: [], tags: [], pictures: [], media: [], damaged: false, ...over };
}
