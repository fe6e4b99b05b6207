import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FeedItem } from '../../src/import/feed-item.ts';
import { parseFeed } from '../../src/import/parse-feed.ts';

const OPEN =
  '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>晨报</title><link>https://n.example/</link>';
const CLOSE = '</channel></rss>';

const item = (number: number): string =>
  `<item><title>第${number}条</title><link>https://n.example/${number}</link><guid isPermaLink="false">g${number}</guid><description>摘要 &lt;b&gt;&amp;amp;&lt;/b&gt;</description><content:encoded><![CDATA[<p>正文 ${number} &amp; 完</p>]]></content:encoded></item>`;

function itemsOf(text: string): readonly FeedItem[] {
  const parsed = parseFeed(text, 'feed.xml');
  assert.ok(parsed.ok);
  return parsed.feed.items;
}

/** `line:column rule` of each diagnostic. */
const faultsOf = (text: string): readonly string[] =>
  parseFeed(text, 'feed.xml').diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

const titlesOf = (text: string) => itemsOf(text).map(({ title }) => title?.value);

describe('parseFeed', () => {
  it('reads RSS 2.0, its namespaces included', () => {
    const [first] = itemsOf(
      `${OPEN.replace('<rss', '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"')}<item>
        <title>大桥 &lt;b&gt;通车&lt;/b&gt;</title><link>https://n.example/1</link><guid>https://n.example/1</guid>
        <pubDate>Fri, 01 Mar 2024 08:00:00 GMT</pubDate><dc:creator>张三</dc:creator><category>桥</category><category>路</category>
        <media:content url="https://n.example/1.jpg" medium="image"/><enclosure url="https://n.example/1.mp3" type="audio/mpeg" length="1"/>
        <description>摘要</description><content:encoded>&lt;p&gt;正文&lt;/p&gt;</content:encoded></item>${CLOSE}`,
    );
    assert.deepEqual(first, {
      guid: 'https://n.example/1',
      link: 'https://n.example/1',
      title: { value: '大桥 <b>通车</b>', isHtml: true },
      published: 'Fri, 01 Mar 2024 08:00:00 GMT',
      authors: ['张三'],
      tags: ['桥', '路'],
      content: { value: '<p>正文</p>', isHtml: true },
      summary: { value: '摘要', isHtml: true },
      pictures: ['https://n.example/1.jpg'],
      media: [{ url: 'https://n.example/1.mp3', kind: 'audio' }],
      damaged: false,
    });
  });

  it('takes a guid for the address where there is no other, unless it says that it is none', () => {
    const [permalink, other] = itemsOf(
      `${OPEN}<item><guid>https://n.example/1</guid></item><item><guid isPermaLink="false">https://n.example/2</guid></item>${CLOSE}`,
    );
    assert.equal(permalink?.link, 'https://n.example/1');
    assert.equal(other?.link, undefined);
  });

  it('takes the name of an author without the address', () => {
    const [first] = itemsOf(
      `${OPEN}<item><title>a</title><author>a@n.example (张三)</author></item>${CLOSE}`,
    );
    assert.deepEqual(first?.authors, ['张三']);
  });

  it('reads Atom, and tells text from HTML', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>晨报</title><id>i</id><author><name>编辑部</name></author>
      <link rel="self" href="https://n.example/atom.xml"/><link href="https://n.example/"/>
      <entry><id>tag:n.example,2024:1</id><title>a &lt; b</title><link rel="enclosure" type="image/png" href="/1.png"/><link rel="alternate" href="/1"/>
        <updated>2024-03-02T00:00:00Z</updated><published>2024-03-01T00:00:00Z</published><category term="q" label="桥"/>
        <summary type="html">&lt;b&gt;摘要&lt;/b&gt;</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>正<em>文</em><br/></p></div></content></entry></feed>`;
    const parsed = parseFeed(feed, 'x');
    assert.ok(parsed.ok);
    assert.deepEqual(
      { ...parsed.feed, items: 0 },
      { title: '晨报', link: 'https://n.example/', language: 'zh', items: 0 },
    );
    assert.deepEqual(parsed.feed.items, [
      {
        guid: 'tag:n.example,2024:1',
        link: '/1',
        title: { value: 'a < b', isHtml: false },
        published: '2024-03-01T00:00:00Z',
        updated: '2024-03-02T00:00:00Z',
        authors: ['编辑部'],
        tags: ['桥'],
        content: { value: '<p>正<em>文</em><br/></p>', isHtml: true },
        summary: { value: '<b>摘要</b>', isHtml: true },
        pictures: ['/1.png'],
        media: [],
        damaged: false,
      },
    ]);
  });

  it('reads RDF and JSON Feed', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>t</title></channel><item rdf:about="https://n.example/1"><title>甲</title><dc:date>2024-03-01</dc:date></item></rdf:RDF>`;
    const [first] = itemsOf(rdf);
    assert.deepEqual(
      [first?.link, first?.title?.value, first?.published],
      ['https://n.example/1', '甲', '2024-03-01'],
    );
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 't',
      items: [{ id: 7, content_text: 'a\n\nb', image: 'https://n.example/i' }, null, 3],
    };
    const [only, ...none] = itemsOf(JSON.stringify(json));
    assert.deepEqual(
      [only?.guid, only?.content, only?.pictures, none],
      ['7', { value: 'a\n\nb', isHtml: false }, ['https://n.example/i'], []],
    );
  });

  it('minds neither what stands before the XML nor how its names are written', () => {
    assert.deepEqual(titlesOf(`\n\nWarning: something\n${OPEN}${item(1)}${CLOSE}`), ['第1条']);
    assert.deepEqual(titlesOf('<RSS><CHANNEL><ITEM><TITLE>甲</TITLE></ITEM></CHANNEL></RSS>'), ['甲']);
  });
});

describe('parseFeed, of a feed that is broken', () => {
  it('reads what came of a feed that is cut off, and says which item is not whole', () => {
    const text = `${OPEN}\n${item(1)}\n${item(2).slice(0, 150)}`;
    const items = itemsOf(text);
    assert.deepEqual(
      items.map(({ title, damaged }) => [title?.value, damaged]),
      [
        ['第1条', false],
        ['第2条', true],
      ],
    );
    assert.deepEqual(faultsOf(text), ['1:1 broken-feed', '3:1 damaged-item']);
  });

  it('reads an item whose element is not closed, and all others', () => {
    const text = OPEN + item(1).replace('</link>', '') + item(2).replace('</title>', '') + item(3) + CLOSE;
    const items = itemsOf(text);
    assert.deepEqual(
      items.map(({ guid, link, title, content }) => [guid, link, title?.value, content?.value]),
      [
        ['g1', 'https://n.example/1', '第1条', '<p>正文 1 &amp; 完</p>'],
        ['g2', 'https://n.example/2', '第2条', '<p>正文 2 &amp; 完</p>'],
        ['g3', 'https://n.example/3', '第3条', '<p>正文 3 &amp; 完</p>'],
      ],
    );
    assert.ok(items.every(({ damaged }) => !damaged));
  });

  it('keeps a CDATA section that is not ended from swallowing the items after it', () => {
    const items = itemsOf(OPEN + item(1) + item(2).replace(']]>', '') + item(3) + CLOSE);
    assert.deepEqual(
      items.map(({ guid }) => guid),
      ['g1', 'g2', 'g3'],
    );
    assert.equal(items[1]?.content?.value, '<p>正文 2 &amp; 完</p>');
  });

  it('keeps an item that is not ended from swallowing the next', () => {
    const items = itemsOf(OPEN + item(1).replace('</item>', '') + item(2) + CLOSE);
    assert.deepEqual(
      items.map(({ guid, damaged }) => [guid, damaged]),
      [
        ['g1', true],
        ['g2', false],
      ],
    );
  });

  it('leaves an article about feeds alone', () => {
    const sample = item(1).replace('正文', '<pre><item><title>x</title></item></pre>');
    assert.deepEqual(titlesOf(OPEN + sample + CLOSE), ['第1条']);
  });

  it('reads HTML that stands in an item without being escaped', () => {
    const text = `${OPEN}<item><title>甲</title><description><p>一<br>二<img src="a.png"></p></description><guid>g1</guid></item>${item(2)}${CLOSE}`;
    const [first, second] = itemsOf(text);
    assert.match(first?.summary?.value ?? '', /^<p>一<br>二<img src="a.png">/);
    assert.deepEqual([first?.guid, second?.guid], ['g1', 'g2']);
  });

  it('keeps the authors of broken Atom, and its XHTML', () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1<title>甲</title><author><name>张三</name></author><content type="xhtml"><div><p>正<em>文</em></p></div></content></entry><entry><id>2</id><title>乙';
    const [first, second] = itemsOf(text);
    assert.deepEqual(first?.authors, ['张三']);
    assert.match(first?.content?.value ?? '', /<p>正<em>文<\/em><\/p>/);
    assert.deepEqual([second?.title?.value, second?.damaged], ['乙', true]);
  });

  it('drops characters that XML does not have', () => {
    const items = itemsOf(`${OPEN}${item(1).replace('</link>', '').replace('第', '\u0001第\ufffe')}${CLOSE}`);
    assert.equal(items[0]?.title?.value, '第1条');
  });

  it('reads the items of a JSON feed that is cut off, the last as far as it goes', () => {
    const whole = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: '晨报',
      items: [
        { id: '1', title: '甲 {"a": [', content_html: '<p>"}]</p>' },
        { id: '2', title: '乙', content_html: '<p>很长</p>' },
      ],
    });
    const items = itemsOf(whole.slice(0, -12));
    assert.deepEqual(
      items.map(({ guid, title, damaged }) => [guid, title?.value, damaged]),
      [
        ['1', '甲 {"a": [', false],
        ['2', '乙', true],
      ],
    );
  });

  it('does not expand entities that a feed declares', () => {
    const text = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${OPEN}<item><title>甲&b;</title></item>${CLOSE}`;
    assert.deepEqual(titlesOf(text), ['甲&b;']);
    const file = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${OPEN}<item><title>&x;</title></item>${CLOSE}`;
    assert.deepEqual(titlesOf(file), ['&x;']);
  });

  it('says what is no feed, and which feeds a page names', () => {
    assert.deepEqual(faultsOf(''), ['1:1 no-feed']);
    assert.deepEqual(faultsOf('hello'), ['1:1 no-feed']);
    assert.deepEqual(faultsOf('{"a": 1}'), ['1:1 no-feed']);
    const page =
      '<!doctype html><html><link rel="alternate" type="application/rss+xml" href="/feed.xml"></html>';
    const { ok, diagnostics } = parseFeed(page, 'x');
    assert.equal(ok, false);
    assert.match(diagnostics.at(-1)?.message ?? '', /It is a page, not a feed; it names \/feed\.xml/);
  });

  it('takes an empty feed for what it is', () => {
    assert.deepEqual(parseFeed(OPEN + CLOSE, 'x').diagnostics, []);
    assert.deepEqual(itemsOf(OPEN + CLOSE), []);
  });

  it('loses no item that stands before the place where a feed is cut off', () => {
    const text = OPEN + [1, 2, 3, 4].map(item).join('\n') + CLOSE;
    fc.assert(
      fc.property(fc.nat(text.length), (cut) => {
        const parsed = parseFeed(text.slice(0, cut), 'x');
        const whole = (text.slice(0, cut).match(/<\/item>/g) ?? []).length;
        const read = parsed.ok ? parsed.feed.items : [];
        assert.ok(read.length >= whole);
        assert.deepEqual(
          read.slice(0, whole).map(({ guid, damaged }) => [guid, damaged]),
          [1, 2, 3, 4].slice(0, whole).map((number) => [`g${number}`, false]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, whatever it is given', () => {
    const pieces = fc.constantFrom(
      OPEN,
      CLOSE,
      item(1),
      '<item>',
      '</item>',
      '<entry>',
      '<title>',
      ']]>',
      '<![CDATA[',
      '<!DOCTYPE x [',
      '&',
      '{"items":[',
      '{"id":1',
      '"',
      '<feed>',
      '\0',
      '<a b="',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        parseFeed(parts.join(''), 'x');
      }),
      { numRuns: 500 },
    );
  });
});
