import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { renderNewsSitemap } from '../../src/feeds/news-sitemap.ts';
import { renderSitemap } from '../../src/feeds/sitemap.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { DAY, makeConfig, makeMention, makeSummaries, makeSummary, NOON } from '../site/make-summary.ts';

const config = makeConfig();

function sitemapOf(
  summaries: readonly ArticleSummary[],
  standalone: readonly ArticleSummary[] = [],
): Map<string, string> {
  const site = arrangeSite(summaries, standalone, config);
  return new Map(renderSitemap(site, config).map(({ path, contents }) => [path, contents]));
}

function newsOf(summaries: readonly ArticleSummary[], language = 'zh-CN'): string[] {
  const site = arrangeSite(summaries, [], config);
  return renderNewsSitemap(site, { ...config, language }).map(({ contents }) => contents);
}

function locationsOf(xml: string): string[] {
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location]) => location!);
}

describe('renderSitemap', () => {
  it('lists articles from the oldest, with when they last changed', () => {
    const articles = sitemapOf([
      makeSummary({ sourcePath: 'b.md', slug: 'b', date: NOON + DAY }),
      makeSummary({ sourcePath: 'a.md', slug: 'a', updated: NOON + 2 * DAY }),
    ]).get('sitemap-articles-1.xml')!;
    assert.deepEqual(locationsOf(articles), [
      'https://news.example.com/p/a/',
      'https://news.example.com/p/b/',
    ]);
    assert.match(articles, /\/p\/a\/<\/loc>\n<lastmod>2022-01-08T12:00:00\.000Z<\/lastmod>/);
  });

  it('indexes its parts, each with when something in it last changed', () => {
    assert.equal(
      sitemapOf(makeSummaries(2)).get('sitemap.xml'),
      `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap>
<loc>https://news.example.com/sitemap-articles-1.xml</loc>
<lastmod>2022-01-07T12:00:00.000Z</lastmod>
</sitemap>
<sitemap>
<loc>https://news.example.com/sitemap-pages-1.xml</loc>
</sitemap>
</sitemapindex>
`,
    );
  });

  it('lists the fronts of everything, standalone pages too', () => {
    const mentioned = makeSummary({
      sourcePath: 'a.md',
      categories: [['甲', '乙']],
      tags: ['丙'],
      authors: ['丁'],
      projects: [makeMention({ id: '1' })],
    });
    const pages = locationsOf(
      sitemapOf([mentioned], [makeSummary({ sourcePath: 'about.md' })]).get('sitemap-pages-1.xml')!,
    );
    assert.deepEqual(
      pages.map((location) => decodeURI(location).replace('https://news.example.com', '')),
      [
        '/',
        '/latest/',
        '/categories/',
        '/archives/',
        '/tags/',
        '/authors/',
        '/projects/',
        '/about/',
        '/categories/甲/',
        '/categories/甲/乙/',
        '/archives/2022/01/',
        '/tags/丙/',
        '/authors/丁/',
        '/projects/1/',
      ],
    );
  });

  it('fills its parts from the oldest on, each as far as URLs and length allow', () => {
    const articles = fc.array(
      fc.record({
        slug: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        ago: fc.nat(10 ** 12),
      }),
      { minLength: 1, maxLength: 12 },
    );
    const limits = fc.record({
      urls: fc.integer({ min: 1, max: 6 }),
      length: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(articles, limits, (chosen, atMost) => {
        const summaries = makeSummaries(chosen.length, (index) => ({
          slug: chosen[index]!.slug,
          date: NOON - chosen[index]!.ago,
        }));
        const parts = renderSitemap(arrangeSite(summaries, [], config), config, atMost)
          .slice(1)
          .filter(({ path }) => path.startsWith('sitemap-articles'))
          .map(({ contents }) => contents.match(/<url>.*?<\/url>/gs)!);
        const lengthOf = (urls: readonly string[]) => urls.join('').length;
        for (const [index, urls] of parts.entries()) {
          assert.ok(urls.length <= atMost.urls);
          assert.ok(urls.length === 1 || lengthOf(urls) <= atMost.length);
          const next = parts[index + 1]?.[0];
          assert.ok(
            next === undefined || urls.length === atMost.urls || lengthOf([...urls, next]) > atMost.length,
          );
        }
        const [whole] = renderSitemap(arrangeSite(summaries, [], config), config)
          .slice(1)
          .map(({ contents }) => contents.match(/<url>.*?<\/url>/gs)!);
        assert.deepEqual(parts.flat(), whole);
      }),
    );
  });

  it('names each part by what it shows', () => {
    const keysOf = (summaries: readonly ArticleSummary[], siteUrl = config.url) => {
      const files = renderSitemap(arrangeSite(summaries, [], config), { ...config, url: siteUrl });
      return files.slice(1).map(({ key, contents }) => ({ key, contents }));
    };
    const variants = [
      keysOf([makeSummary({ sourcePath: 'a.md', slug: 'a' })]),
      keysOf([makeSummary({ sourcePath: 'a.md', slug: 'a', title: 'renamed' })]),
      keysOf([makeSummary({ sourcePath: 'a.md', slug: 'a', updated: NOON + 1 })]),
      keysOf([makeSummary({ sourcePath: 'a.md', slug: 'b' })]),
      keysOf([makeSummary({ sourcePath: 'a.md', slug: 'a', tags: ['b'] })]),
      keysOf([makeSummary({ sourcePath: 'a.md', slug: 'a' })], 'https://example.com/'),
    ].flat();
    for (const one of variants)
      for (const other of variants) assert.equal(one.key === other.key, one.contents === other.contents);
  });

  it('splits at 2,500 and leaves a full part as it is', () => {
    const hourly = (index: number) => ({ date: NOON + index * 1000 });
    const before = sitemapOf(makeSummaries(2500, hourly));
    const after = sitemapOf(makeSummaries(2501, hourly));
    assert.ok(!before.has('sitemap-articles-2.xml'));
    assert.equal(locationsOf(after.get('sitemap-articles-2.xml')!).length, 1);
    assert.equal(after.get('sitemap-articles-1.xml'), before.get('sitemap-articles-1.xml'));
  });
});

describe('renderNewsSitemap', () => {
  it('lists the newest 48 hours of content, whatever the clock says', () => {
    const [news] = newsOf(makeSummaries(5, (index) => ({ slug: `${index}`, title: `<${index}>` })));
    assert.deepEqual(
      locationsOf(news!).map((location) => location.slice(-3, -1)),
      ['/4', '/3', '/2'],
    );
    assert.match(news!, /<news:name>每日观察<\/news:name>\n<news:language>zh-cn<\/news:language>/);
    assert.match(
      news!,
      /<news:publication_date>2022-01-10T12:00:00\.000Z<\/news:publication_date>\n<news:title>&lt;4&gt;</,
    );
  });

  it('lists a thousand at most', () => {
    const [news] = newsOf(makeSummaries(1200, () => ({ date: NOON })));
    assert.equal(locationsOf(news!).length, 1000);
  });

  it("names the article's language as Google wants it", () => {
    const languageOf = (lang: string) =>
      /<news:language>(.*?)</.exec(newsOf([makeSummary({ sourcePath: 'a.md', lang })])[0]!)![1];
    assert.deepEqual(['zh-Hant', 'zh', 'en-GB', 'ja'].map(languageOf), ['zh-tw', 'zh-cn', 'en', 'ja']);
  });

  it('is left out when there is nothing to list', () => {
    assert.deepEqual(newsOf([]), []);
  });
});
