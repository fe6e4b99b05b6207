import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listEntries } from '../../src/search/site-documents.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { makeConfig, makeMention, makeSummary } from '../site/make-summary.ts';

const config = makeConfig();

function entryOf(over: Partial<ArticleSummary>, categories = config.categories) {
  const summary = makeSummary({
    sourcePath: 'a.md',
    slug: 'a',
    categories: [['城市', '港口']],
    tags: ['桥'],
    authors: ['晴窗'],
    projects: [makeMention({ id: '7' })],
    sourceUrl: 'https://news.example/1',
    ...over,
  });
  const [entry] = listEntries(arrangeSite([summary], [], { ...config, categories }));
  return entry!;
}

describe('an entry of the search index', () => {
  it('has another identity when anything differs of what the index holds of the article', () => {
    const others: Partial<ArticleSummary>[] = [
      {},
      { sourcePath: 'b.md' },
      { title: '桥' },
      { bodyDigest: 'another' },
      { sourceUrl: 'https://other.example/1' },
      { categories: [['城市']] },
      { categories: [['城市', '港口'], ['城市']] },
      { tags: ['晴窗'] },
      { tags: [], authors: ['桥', '晴窗'] },
      { authors: ['桥'], tags: ['晴窗'] },
      { projects: [makeMention({ id: '7', name: '七号', text: '七号' })] },
      { projects: [] },
    ];
    const entries = others.map((over) => entryOf(over));
    assert.equal(new Set(entries.map(({ identity }) => identity)).size, others.length);
    assert.equal(new Set(entries.map(({ content, key }) => key + content)).size, others.length);
  });

  it('has another one when a category has another name, though the article is as it was', () => {
    const renamed = entryOf({}, [{ path: ['市区'], order: 0, aliases: [['城市']] }]);
    assert.notEqual(renamed.identity, entryOf({}).identity);
  });

  it('has the same one when only what the index does not hold differs', () => {
    assert.equal(entryOf({ excerpt: '。', pinned: true, key: 'k' }).identity, entryOf({}).identity);
  });
});
