import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import { listPages } from '../../src/site/list-pages.ts';
import type { Page, SiteChrome } from '../../src/site/page.ts';
import { listStructuredData, serializeJsonLd } from '../../src/site/structured-data.ts';
import { makeConfig, makeSummary } from './make-summary.ts';

const chrome: SiteChrome = {
  title: '每日观察',
  description: '新闻',
  siteUrl: 'https://u.example/news/',
  basePath: '/news/',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  author: '编辑部',
  menu: [],
  footer: [],
  assets: {},
};

const pages = listPages(
  arrangeSite(
    [
      makeSummary({
        sourcePath: 'a.md',
        slug: 'a',
        title: '甲',
        excerpt: '摘要',
        categories: [['新媒体', '资讯']],
        tags: ['标签'],
        authors: ['36kr'],
        thumbnail: { src: 'https://x/1.jpg' },
        sourceUrl: 'https://36kr.com/p/1',
      }),
    ],
    [],
    makeConfig(),
  ),
);

function dataOf(kind: Page['kind']) {
  return listStructuredData(pages.find((page) => page.kind === kind)!, chrome);
}

describe('listStructuredData', () => {
  it('describes the author of a page that says who it is', () => {
    const site = arrangeSite(
      [makeSummary({ sourcePath: 'a.md', authors: ['沈望舒'] })],
      [],
      makeConfig({
        authors: [{ name: '沈望舒', portrait: '/media/s.jpg', bio: '写城市。', url: 'https://s.example/' }],
      }),
    );
    const page = listPages(site).find((known) => known.kind === 'list' && known.list === 'author')!;
    assert.deepEqual(listStructuredData(page, chrome)[0], {
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      mainEntity: {
        '@type': 'Person',
        name: '沈望舒',
        url: `https://u.example/news/authors/${encodeURIComponent('沈望舒')}/`,
        image: 'https://u.example/news/media/s.jpg',
        description: '写城市。',
        sameAs: ['https://s.example/'],
      },
    });
  });

  it('describes an article as news, with its breadcrumb', () => {
    const [article, trail] = dataOf('article');
    assert.deepEqual(article, {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: '甲',
      description: '摘要',
      url: 'https://u.example/news/p/a/',
      mainEntityOfPage: 'https://u.example/news/p/a/',
      datePublished: '2022-01-06T12:00:00.000Z',
      dateModified: '2022-01-06T12:00:00.000Z',
      inLanguage: 'zh-CN',
      image: ['https://x/1.jpg'],
      author: [{ '@type': 'Person', name: '36kr', url: 'https://u.example/news/authors/36kr/' }],
      publisher: { '@type': 'Organization', name: '编辑部', url: 'https://u.example/news/' },
      articleSection: '新媒体 / 资讯',
      keywords: ['标签'],
      wordCount: 100,
      timeRequired: 'PT1M',
      isBasedOn: 'https://36kr.com/p/1',
    });
    assert.deepEqual(
      (trail!.itemListElement as { name: string }[]).map(({ name }) => name),
      ['新媒体', '资讯', '甲'],
    );
  });

  it('describes lists as collections', () => {
    assert.deepEqual(
      dataOf('category').map((node) => node['@type']),
      ['CollectionPage'],
    );
    assert.deepEqual(
      dataOf('home').map((node) => node['@type']),
      ['WebSite'],
    );
  });

  it('says nothing of pages that are not to be listed', () => {
    assert.deepEqual(dataOf('not-found'), []);
  });
});

describe('serializeJsonLd', () => {
  it('can be read back, and never ends the script it stands in', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</script>', '<!--', '\u2028', '&lt;', ']]>'),
    );
    fc.assert(
      fc.property(fc.array(hostile), (value) => {
        const written = serializeJsonLd(value);
        assert.doesNotMatch(written, /[<>&\u2028\u2029]/);
        assert.deepEqual(JSON.parse(written), value);
      }),
    );
  });
});
