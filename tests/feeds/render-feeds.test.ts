import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import type { SiteConfig } from '../../src/content/site-config.ts';
import { listFeeds } from '../../src/feeds/list-feeds.ts';
import { renderFeeds } from '../../src/feeds/render-feeds.ts';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { DAY, makeConfig, makeSummaries, makeSummary, NOON } from '../site/make-summary.ts';

interface RenderInput {
  readonly config?: SiteConfig;
  /** The body of every article. */
  readonly body?: string;
  /** UTC instant, ms. */
  readonly now?: number;
}

function render(
  summaries: readonly ArticleSummary[],
  { config = makeConfig(), body, now }: RenderInput = {},
) {
  const site = arrangeSite(summaries, [], config, now === undefined ? {} : { now });
  const findBody = () => body as SafeHtml | undefined;
  return new Map(renderFeeds({ site, config, findBody }).map(({ path, contents }) => [path, contents]));
}

const one = makeSummary({
  sourcePath: 'a.md',
  slug: '甲',
  title: '甲 <乙> & 丙',
  excerpt: '摘要',
  date: NOON,
  updated: NOON + DAY,
  categories: [['新媒体', '资讯']],
  tags: ['标签'],
  authors: ['36kr'],
  thumbnail: { src: 'https://img.example/1.png?a=1&b=2', width: 899, height: 500 },
  lang: 'zh-TW',
});
const url = 'https://news.example.com/p/%E7%94%B2/';
const config = makeConfig({ description: '新闻', author: '编辑部' });
const files = render([one], { config, body: '<p><a href="/projects/1/">某</a> ]]> 完</p>' });
const wholeBody = '<p><a href="https://news.example.com/projects/1/">某</a> ]]> 完</p>';

describe('renderFeeds', () => {
  it('writes the feeds of the site and of each top category, their list, the graph of projects, sitemaps and robots.txt', () => {
    assert.deepEqual([...files.keys()].sort(), [
      'atom.xml',
      'categories/新媒体/atom.xml',
      'categories/新媒体/feed.json',
      'categories/新媒体/feed.xml',
      'feed.json',
      'feed.xml',
      'feeds.opml',
      'projects/index.json',
      'robots.txt',
      'sitemap-articles-1.xml',
      'sitemap-news.xml',
      'sitemap-pages-1.xml',
      'sitemap.xml',
    ]);
  });

  it('writes RSS that another reader understands', () => {
    const feed = parseRssFeed(files.get('feed.xml')!);
    assert.equal(feed.title, '每日观察');
    assert.equal(feed.link, 'https://news.example.com/');
    assert.equal(feed.description, '新闻');
    assert.equal(feed.lastBuildDate, 'Fri, 07 Jan 2022 12:00:00 GMT');
    assert.equal(feed.atom?.links?.[0]?.href, 'https://news.example.com/feed.xml');
    const [item] = feed.items!;
    assert.equal(item!.title, '甲 <乙> & 丙');
    assert.equal(item!.link, url);
    assert.deepEqual(item!.guid, { value: url, isPermaLink: true });
    assert.equal(item!.pubDate, 'Thu, 06 Jan 2022 12:00:00 GMT');
    assert.equal(item!.description, '摘要');
    assert.equal(item!.content?.encoded, wholeBody);
    assert.deepEqual(item!.dc?.creators, ['36kr']);
    assert.deepEqual(
      item!.categories?.map(({ name }) => name),
      ['新媒体', '资讯', '标签'],
    );
    assert.deepEqual(item!.enclosures, [
      { url: 'https://img.example/1.png?a=1&b=2', length: 0, type: 'image/png' },
    ]);
    assert.equal(item!.media?.contents?.[0]?.width, 899);
  });

  it('writes Atom that another reader understands', () => {
    const feed = parseAtomFeed(files.get('atom.xml')!);
    assert.equal(feed.id, 'https://news.example.com/atom.xml');
    assert.equal(feed.updated, '2022-01-07T12:00:00.000Z');
    assert.equal(feed.authors?.[0]?.name, '编辑部');
    const [entry] = feed.entries!;
    assert.equal(entry!.id, url);
    assert.equal(entry!.title?.value, '甲 <乙> & 丙');
    assert.equal(entry!.published, '2022-01-06T12:00:00.000Z');
    assert.equal(entry!.updated, '2022-01-07T12:00:00.000Z');
    assert.equal(entry!.content?.value, wholeBody);
    assert.equal(entry!.content?.type, 'html');
    assert.equal(
      entry!.links?.find(({ rel }) => rel === 'enclosure')?.href,
      'https://img.example/1.png?a=1&b=2',
    );
    assert.deepEqual(
      entry!.categories?.map(({ term }) => term),
      ['新媒体', '资讯', '标签'],
    );
  });

  it('writes JSON Feed that another reader understands', () => {
    const feed = parseJsonFeed(files.get('feed.json')!);
    assert.equal(feed.feed_url, 'https://news.example.com/feed.json');
    const [item] = feed.items!;
    assert.equal(item!.url, url);
    assert.equal(item!.content_html, wholeBody);
    assert.equal(item!.image, 'https://img.example/1.png?a=1&b=2');
    assert.deepEqual(item!.authors, [{ name: '36kr' }]);
    assert.equal(item!.language, 'zh-TW');
  });

  it('lists every feed as OPML', () => {
    const { body } = parseOpml(files.get('feeds.opml')!);
    assert.deepEqual(
      body?.outlines?.map(({ text, xmlUrl }) => [text, xmlUrl]),
      [
        ['每日观察', 'https://news.example.com/feed.xml'],
        ['新媒体 - 每日观察', 'https://news.example.com/categories/%E6%96%B0%E5%AA%92%E4%BD%93/feed.xml'],
      ],
    );
  });

  it('lets everything be crawled, and names the sitemaps', () => {
    assert.equal(
      files.get('robots.txt'),
      'User-agent: *\nAllow: /\n\nSitemap: https://news.example.com/sitemap.xml\nSitemap: https://news.example.com/sitemap-news.xml\n',
    );
  });

  it('puts the base path before every URL', () => {
    const based = render([one], {
      config: makeConfig({ url: 'https://u.example/news/', basePath: '/news/' }),
      body: '<p>文</p>',
    });
    assert.equal(parseRssFeed(based.get('feed.xml')!).items![0]!.link, 'https://u.example/news/p/%E7%94%B2/');
    assert.match(
      based.get('sitemap.xml')!,
      /<loc>https:\/\/u\.example\/news\/sitemap-articles-1\.xml<\/loc>/,
    );
  });

  it('holds the newest articles, as many as configured', () => {
    const few = makeConfig({ feeds: { size: 2, fullText: false, projects: 'sentences', sources: [] } });
    const feed = parseRssFeed(render(makeSummaries(5), { config: few }).get('feed.xml')!);
    assert.deepEqual(
      feed.items?.map(({ title }) => title),
      ['4', '3'],
    );
  });

  it('holds excerpts only, if configured so', () => {
    const excerpts = makeConfig({ feeds: { size: 30, fullText: false, projects: 'sentences', sources: [] } });
    const written = render([one], { config: excerpts, body: '<p>全文</p>' });
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) assert.doesNotMatch(written.get(file)!, /全文/);
  });

  it('looks for no body before a file is made, and names each by all that it shows', () => {
    const keysOf = (summary: ArticleSummary, config = makeConfig()) => {
      const site = arrangeSite([summary], [], config);
      const findBody = () => assert.fail('looked for');
      const written = renderFeeds({ site, config, findBody });
      return new Map(written.map(({ path, key }) => [path, key]));
    };
    const feedsOf = (category: string) =>
      ['feed.xml', 'atom.xml', 'feed.json'].flatMap((file) => [file, `categories/${category}/${file}`]);
    const before = keysOf(one);
    assert.deepEqual(keysOf(one), before);
    assert.equal(new Set(feedsOf('新媒体').map((file) => before.get(file))).size, 6);
    const changes = [
      keysOf({ ...one, bodyDigest: 'another' }),
      keysOf({ ...one, tags: ['另一'] }),
      keysOf({ ...one, categories: [['新媒体', '要闻']] }),
      keysOf(one, makeConfig({ author: '另一' })),
      keysOf(one, makeConfig({ feeds: { ...makeConfig().feeds, fullText: false } })),
    ];
    for (const after of changes)
      for (const file of feedsOf('新媒体')) assert.notEqual(after.get(file), before.get(file), file);
  });

  it('keeps drafts and articles of the future to the preview', () => {
    const summaries = [
      makeSummary({ sourcePath: 'now.md' }),
      makeSummary({ sourcePath: 'draft.md', draft: true }),
      makeSummary({ sourcePath: 'future.md', date: NOON + DAY }),
    ];
    const written = render(summaries, { now: NOON });
    for (const [path, contents] of written) assert.doesNotMatch(contents, /draft|future/, path);
    assert.deepEqual(
      parseRssFeed(written.get('feed.xml')!).items?.map(({ title }) => title),
      ['now'],
    );
    assert.equal(written.get('sitemap-articles-1.xml')!.match(/<loc>/g)?.length, 1);
  });

  it('stays within 512 KiB, dropping the bodies of the oldest', () => {
    const written = render(
      makeSummaries(30, () => ({ excerpt: '摘要' })),
      { body: `<p>${'字'.repeat(10_000)}</p>` },
    );
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      assert.ok(Buffer.byteLength(written.get(file)!) <= 512 * 1024, file);
    }
    const items = parseRssFeed(written.get('feed.xml')!).items!;
    assert.equal(items.length, 30);
    assert.ok(items[0]!.content?.encoded);
    assert.equal(items[29]!.content, undefined);
    assert.equal(items[29]!.description, '摘要');
  });

  it('writes valid feeds of no articles', () => {
    const empty = render([]);
    assert.equal(parseAtomFeed(empty.get('atom.xml')!).updated, '1970-01-01T00:00:00.000Z');
    assert.equal(parseRssFeed(empty.get('feed.xml')!).title, '每日观察');
    assert.ok(!empty.has('sitemap-news.xml'));
    assert.ok(!empty.has('sitemap-articles-1.xml'));
  });

  it('announces the feeds that it writes', () => {
    for (const { url: announced } of listFeeds(arrangeSite([one], [], config)))
      assert.ok(files.has(announced.slice(1)), announced);
  });

  it('carries any text to another reader, less what XML cannot hold', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '&amp;',
        '&#0;',
        '</title>',
        '<!--',
        '<?xml?>',
        '\0',
        '\ud800',
        '\ufffe',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, excerpt, tag) => {
        const summary = makeSummary({
          sourcePath: 'a.md',
          title: `甲${title}乙`,
          excerpt,
          tags: [tag],
          categories: [[tag]],
        });
        for (const [path, contents] of render([summary], { body: excerpt })) {
          if (!path.endsWith('.xml') && !path.endsWith('.opml')) continue;
          assert.doesNotMatch(contents, /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u, path);
        }
        const feed = parseRssFeed(render([summary]).get('feed.xml')!);
        assert.equal(feed.items!.length, 1);
        assert.match(feed.items![0]!.title!, /^甲.*乙$/s);
      }),
    );
  });
});
