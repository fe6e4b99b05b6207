import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { articleFromItem, type ItemContext } from '../../src/import/article-from-item.ts';
import { decodeFeed } from '../../src/import/decode-feed.ts';
import type { FeedItem } from '../../src/import/feed-item.ts';
import { readFeedArticles } from '../../src/import/read-feed-articles.ts';
import { makeItem } from './make-imported.ts';

const CONTEXT: ItemContext = {
  base: 'https://n.example/blog/',
  category: ['城市'],
  timeZone: 'Asia/Shanghai',
  language: 'zh-CN',
};
const make = (item: Partial<FeedItem>, context: Partial<ItemContext> = {}) =>
  articleFromItem(makeItem(item), { ...CONTEXT, ...context });
const html = (value: string) => ({ value, isHtml: true });
const plain = (value: string) => ({ value, isHtml: false });

describe('articleFromItem', () => {
  it('makes plain text of a title, however it was escaped', () => {
    assert.equal(make({ title: html('大桥 &amp;amp; <b>通车</b>&nbsp;!') }).title, '大桥 & 通车 !');
    assert.equal(make({ title: plain('a < b & c') }).title, 'a < b & c');
    assert.equal(make({ title: html('<script> 是什么') }).title, '<script> 是什么');
  });

  it('finds a title where there is none: in the text, in the address', () => {
    const long = '桥'.repeat(50);
    assert.equal(make({ content: html(`<p>${long}</p>`) }).title, `${'桥'.repeat(40)}…`);
    assert.equal(make({ link: '/2024/%E5%A4%A7%E6%A1%A5/' }).title, '大桥');
    assert.equal(make({}).title, 'Untitled');
  });

  it('reads dates in the zone of the site, and leaves out those that can not be read', () => {
    assert.equal(make({ published: '2024-03-01 08:00' }).date, Date.UTC(2024, 2, 1));
    assert.equal(make({ published: '昨天', updated: '2024-03-01T00:00:00Z' }).date, Date.UTC(2024, 2, 1));
    assert.ok(!('date' in make({ published: '2024-02-31' })));
    assert.ok(!('updated' in make({ published: '2024-03-02', updated: '2024-03-01' })));
  });

  it('makes addresses absolute, and drops those that are not http(s)', () => {
    assert.equal(make({ link: '../1?a=b' }).source, 'https://n.example/1?a=b');
    assert.equal(
      make({ pictures: ['javascript:1', 'data:x', '/1.jpg'] }).thumbnail,
      'https://n.example/1.jpg',
    );
    assert.ok(!('source' in make({ link: 'javascript:alert(1)' })));
  });

  it('takes the content, else the summary; plain text in paragraphs', () => {
    assert.equal(make({ content: html('<p>一</p>'), summary: html('二') }).body, '<p>一</p>');
    assert.equal(make({ content: html(' '), summary: html('二 &amp; 三') }).body, '<p>二 &amp; 三</p>');
    assert.equal(make({ content: plain('一 <b>\n二\n\n三') }).body, '<p>一 &lt;b&gt;<br>\n二</p>\n<p>三</p>');
  });

  it('keeps a summary that says something else than the beginning of the text', () => {
    const content = html('<p>桥修了三年，今天通车。</p>');
    assert.equal(make({ content, summary: html('<p>三年之后</p>') }).excerpt, '三年之后');
    assert.equal(make({ content, summary: html('桥修了三年…') }).excerpt, undefined);
    assert.equal(make({ summary: html('三年之后') }).excerpt, undefined);
  });

  it('shows a recording that the text does not show', () => {
    const media = [{ url: '/a.mp3', kind: 'audio' as const }];
    assert.match(make({ media }).body, /<audio controls src="https:\/\/n\.example\/a\.mp3"><\/audio>/);
    assert.equal(
      make({ media, content: html('<audio src="/a.mp3"></audio>') }).body,
      '<audio src="/a.mp3"></audio>',
    );
  });

  it('names the feed as the author of what nobody signed', () => {
    assert.deepEqual(make({}, { author: '晨报' }).authors, ['晨报']);
    assert.deepEqual(make({ authors: ['张三', '张三'] }, { author: '晨报' }).authors, ['张三']);
  });

  it('says the language only where it is not the site’s', () => {
    assert.equal(make({ language: 'en_us' }).lang, 'en-US');
    for (const language of ['zh', 'zh-cn', '??']) assert.ok(!('lang' in make({ language })));
  });

  it('keeps the guid, and names the feed of an item without an address', () => {
    assert.equal(make({ guid: ' g ' }).guid, 'g');
    assert.match(make({ guid: 'g'.repeat(2000) }).guid ?? '', /^sha256:/);
    assert.equal(make({ guid: 'g' }, { feed: 'https://n.example/f' }).feed, 'https://n.example/f');
    assert.ok(!('feed' in make({ link: '/1' }, { feed: 'https://n.example/f' })));
  });
});

describe('readFeedArticles', () => {
  const read = (items: string, category: readonly string[] = []) => {
    const text = `<rss><channel><title>晨 &amp;amp; 报</title><link>https://n.example/</link>${items}</channel></rss>`;
    const result = readFeedArticles(text, { name: 'f', category, timeZone: 'UTC', language: 'zh-CN' });
    assert.ok(result.ok);
    return result;
  };
  const item = (title: string, link: string, guid = '') =>
    `<item><title>${title}</title><link>${link}</link>${guid && `<guid>${guid}</guid>`}</item>`;

  it('files articles under the feed’s title where no category is given', () => {
    assert.deepEqual(read(item('a', '/1')).articles[0]?.categories, [['晨 & 报']]);
    assert.deepEqual(read(item('a', '/1'), ['甲', '乙']).articles[0]?.categories, [['甲', '乙']]);
  });

  it('takes an item once that comes twice', () => {
    assert.equal(read(item('a', '/1', 'g') + item('a', '/1', 'g')).articles.length, 1);
    assert.equal(read(item('a', '/1') + item('a', '/1')).articles.length, 1);
  });

  it('loses no item of a feed that gives all the same guid', () => {
    const { articles } = read(item('a', '/1', 'g') + item('b', '/2', 'g'));
    assert.deepEqual(
      articles.map(({ source, guid }) => [source, guid]),
      [
        ['https://n.example/1', undefined],
        ['https://n.example/2', undefined],
      ],
    );
  });

  it('loses no item of a feed that gives all the same address', () => {
    const { articles } = read(item('a', '/', 'g1') + item('b', '/', 'g2') + item('c', '/') + item('d', '/'));
    assert.equal(articles.length, 4);
    assert.equal(new Set(articles.map(({ guid }) => guid)).size, 4);
    assert.deepEqual(read(item('d', '/') + item('c', '/')).articles[1]?.guid, articles[2]?.guid);
  });

  it('says which date can not be read, and where it stands', () => {
    const { diagnostics } = read('<item>\n<title>a</title><pubDate>昨天</pubDate></item>');
    assert.deepEqual(
      diagnostics.map(({ line, rule, message }) => [line, rule, message]),
      [[2, 'unread-date', 'The date of "a" can not be read: "昨天".']],
    );
  });
});

describe('decodeFeed', () => {
  const gbk = Uint8Array.from([0xb4, 0xf3, 0xc7, 0xc5]); // 大桥
  const withProlog = (encoding: string) =>
    Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>`), gbk]);

  it('believes the XML declaration', () => assert.match(decodeFeed(withProlog('GB2312')), /大桥$/));
  it('believes the header where there is no declaration', () => {
    assert.equal(decodeFeed(Buffer.concat([Buffer.from('<a>'), gbk]), 'text/xml; charset=gbk'), '<a>大桥');
  });
  it('believes neither of what is valid UTF-8', () => {
    assert.match(
      decodeFeed(Buffer.from('<?xml version="1.0" encoding="gbk"?>大桥'), 'text/xml; charset=latin1'),
      /大桥$/,
    );
  });
  it('reads UTF-16 and byte order marks', () => {
    assert.equal(decodeFeed(Buffer.from('\ufeff大桥', 'utf16le')), '大桥');
    assert.equal(decodeFeed(Buffer.from('\ufeff大桥')), '大桥');
  });
  it('guesses where nothing is said, or nonsense', () => {
    const text = Buffer.concat(Array<Uint8Array>(20).fill(gbk));
    for (const encoding of ['utf-8', 'x-none'])
      assert.match(decodeFeed(Buffer.concat([withProlog(encoding), text])), /大桥$/);
  });
});
