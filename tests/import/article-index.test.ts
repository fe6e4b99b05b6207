import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ArticleIdentity,
  addressKey,
  createArticleIndex,
  readIdentity,
} from '../../src/import/article-index.ts';

function indexOf(files: Readonly<Record<string, ArticleIdentity>>) {
  const index = createArticleIndex();
  for (const [file, identity] of Object.entries(files)) index.add(file, identity);
  return (wanted: ArticleIdentity, guids: readonly string[] = []) =>
    index.find({ ...wanted, guids: new Set(guids) });
}

const one = 'https://a.example/1';
const two = 'https://a.example/2';

describe('ArticleIndex', () => {
  it('finds an article by its guid, also when its address has changed', () => {
    const find = indexOf({ 'x.md': { guid: 'g', source: one } });
    assert.equal(find({ guid: 'g', source: two }), 'x.md');
  });

  it('tells equal guids of two hosts apart', () => {
    const find = indexOf({
      'x.md': { guid: '1', source: one },
      'y.md': { guid: '1', source: 'https://b.example/1' },
    });
    assert.equal(find({ guid: '1', source: 'https://b.example/9' }), 'y.md');
    assert.equal(find({ guid: '1', source: 'https://c.example/1' }), undefined);
  });

  it('knows an article without an address by its guid and feed', () => {
    const find = indexOf({ 'x.md': { guid: '1', feed: 'https://a.example/feed' } });
    assert.equal(find({ guid: '1', feed: 'https://a.example/feed' }), 'x.md');
    assert.equal(find({ guid: '1', feed: 'https://b.example/feed' }), undefined);
  });

  it('finds an article by its address', () => {
    const find = indexOf({ 'x.md': { source: one } });
    assert.equal(find({ guid: 'g', source: `${one}/?utm_source=rss#top` }), 'x.md');
    assert.equal(find({ source: two }), undefined);
  });

  it('finds an article by its address when the feed has given it a new guid', () => {
    const find = indexOf({ 'x.md': { guid: 'old', source: one } });
    assert.equal(find({ guid: 'new', source: one }, ['new']), 'x.md');
    assert.equal(find({ guid: 'new', source: one }, ['new', 'old']), undefined);
  });
});

describe('addressKey', () => {
  it('is the same for addresses that lead to one article', () => {
    for (const address of [
      'http://a.example/x',
      'https://www.a.example/x/',
      'https://a.example/x?utm_medium=feed&spm=1#c',
    ])
      assert.equal(addressKey(address), addressKey('https://a.example/x'));
  });

  it('differs where parameters tell articles apart', () => {
    assert.notEqual(addressKey('https://a.example/?p=1'), addressKey('https://a.example/?p=2'));
    assert.notEqual(addressKey('https://a.example:8080/x'), addressKey('https://a.example/x'));
  });
});

describe('readIdentity', () => {
  it('reads guid, source and feed', () => {
    assert.deepEqual(readIdentity('\n---\ntitle: a\nguid: 12\nsource: https://a.example/\nfeed: f\n---\nx'), {
      guid: '12',
      source: 'https://a.example/',
      feed: 'f',
    });
  });

  it('knows articles that came from nowhere', () => {
    assert.equal(readIdentity('---\ntitle: a\n---\nsource: b'), undefined);
    assert.equal(readIdentity('---\ntitle: a\nguid:\n---\n'), undefined);
    assert.equal(readIdentity('guid: a'), undefined);
    assert.equal(readIdentity(''), undefined);
  });
});
