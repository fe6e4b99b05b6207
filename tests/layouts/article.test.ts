import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheerioAPI, load } from 'cheerio';
import type { PageBody } from '../../layouts/page-body.ts';
import { renderPage } from '../../layouts/render-page.tsx';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { ArticlePage } from '../../src/site/page.ts';
import { BODY, CHROME, fullPage, INSTANT } from './sample-pages.ts';

const page = fullPage('article');

function renderArticle(change: Partial<ArticlePage> = {}, body: PageBody = BODY): CheerioAPI {
  return load(renderPage({ ...page, ...change }, { chrome: CHROME, body }));
}

describe('an article', () => {
  it('says when it appeared in the zone of the site', () => {
    assert.equal(
      load(renderPage(page, { chrome: CHROME, body: BODY }))('.facts time')
        .first()
        .prop('outerHTML'),
      '<time datetime="2022-01-06T12:15:33.000Z">2022-01-06 20:15</time>',
    );
  });

  it('indents its paragraphs where the operator wants it', () => {
    const html = renderPage(page, { chrome: { ...CHROME, indentsParagraphs: true }, body: BODY });
    assert.equal(load(html)('.prose').attr('class'), 'prose prose-indented');
    assert.equal(renderArticle()('.prose').attr('class'), 'prose');
  });

  it('leads back through each level of its first category', () => {
    const links = renderArticle()('.breadcrumb a').toArray();
    assert.deepEqual(
      links.map((link) => [load(link).text(), decodeURI(link.attribs.href!)]),
      [
        ['新媒体', '/daily/categories/新媒体/'],
        ['36kr', '/daily/categories/新媒体/36kr/'],
        ['资讯', '/daily/categories/新媒体/36kr/资讯/'],
      ],
    );
  });

  it('names its other categories below the text', () => {
    assert.match(renderArticle()('.article-footer').text(), /编程/);
  });

  it('loads its header picture first, without telling the host where from', () => {
    const { loading, fetchpriority, referrerpolicy, width, height, alt } =
      renderArticle()('.article-picture img')[0]!.attribs;
    assert.deepEqual(
      { loading, fetchpriority, referrerpolicy, width, height, alt },
      {
        loading: 'eager',
        fetchpriority: 'high',
        referrerpolicy: 'no-referrer',
        width: '1600',
        height: '900',
        alt: '',
      },
    );
  });

  it('shows the face of a single author, in a box that stays when the picture does not come', () => {
    const author = { title: '林一木', url: '/authors/林一木/', portrait: '/media/lin.jpg' };
    const $ = renderArticle({ authors: [author] });
    assert.equal($('.dateline .portrait img').attr('src'), '/daily/media/lin.jpg');
    assert.equal($('.dateline .portrait').text(), '林');
    const other = { title: '周岚', url: '/authors/周岚/' };
    for (const authors of [[other], [author, other], []])
      assert.equal(renderArticle({ authors })('.portrait').length, 0);
  });

  it('loads the pictures of related articles late', () => {
    for (const image of renderArticle()('.related img')) assert.equal(image.attribs.loading, 'lazy');
  });

  it('draws a band in its section colour when it has no picture', () => {
    const { thumbnail: _, ...bare } = page;
    const $ = load(renderPage(bare, { chrome: CHROME, body: BODY }));
    assert.equal($('.article-picture img').length, 0);
    assert.equal($('.article-band svg path').first().attr('fill'), '#b4532a');
  });

  it('leaves the header picture to a body that opens with it', () => {
    const src = 'https://img.example.com/a.jpg';
    const opening: PageBody = {
      html: `<figure><img src="${src}?w=800" alt=""></figure><p>甲</p>` as SafeHtml,
      outline: [],
      images: [{ src: `${src}?w=800`, alt: '' }],
    };
    assert.equal(renderArticle({ thumbnail: { src } }, opening)('.article-picture').length, 0);
    const later = { ...opening, html: `<p>${'甲'.repeat(400)}</p>${opening.html}` as SafeHtml };
    assert.equal(renderArticle({ thumbnail: { src } }, later)('.article-picture').length, 1);
  });

  it('loads the picture that its body opens with at once, and the others late', () => {
    const src = 'https://img.example.com/a.jpg';
    const picture = `<p><img src="${src}" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>`;
    const opening: PageBody = {
      html: `${picture}${picture}` as SafeHtml,
      outline: [],
      images: [{ src, alt: '' }],
    };
    const loadings = (change: Partial<ArticlePage>) =>
      renderArticle(
        change,
        opening,
      )('.prose img')
        .toArray()
        .map(({ attribs }) => [attribs.loading, attribs.fetchpriority]);
    const [first, second] = [
      ['eager', 'high'],
      ['lazy', undefined],
    ];
    assert.deepEqual(loadings({ thumbnail: { src } }), [first, second]);
    // Its header has another: the body's are below.
    assert.deepEqual(loadings({ thumbnail: { src: 'https://img.example.com/b.jpg' } }), [second, second]);
  });

  it('holds its body as it was cleaned, to the byte', () => {
    assert.ok(renderPage(page, { chrome: CHROME, body: BODY }).includes(BODY.html));
  });

  it('marks the language of title and body when it is its own', () => {
    const $ = renderArticle({ lang: 'en' });
    assert.equal($('html').attr('lang'), 'zh-CN');
    assert.equal($('h1').attr('lang'), 'en');
    assert.equal($('.prose').attr('lang'), 'en');
    const { lang: _, ...plain } = page;
    assert.equal(load(renderPage(plain, { chrome: CHROME, body: BODY }))('h1').attr('lang'), undefined);
  });

  it('says when it was changed, if that was later', () => {
    assert.match(renderArticle({ updated: INSTANT + 1000 })('.facts').text(), /更新于/);
    assert.doesNotMatch(renderArticle({ updated: INSTANT })('.facts').text(), /更新于/);
  });

  it('gives the source credit, and nothing of value to the source', () => {
    const $ = renderArticle();
    assert.equal($('.source-credit span').text(), 'example.org');
    assert.equal($('.source-credit a').attr('href'), 'https://www.example.org/news/1?a=1&b=2');
    assert.equal($('.source-credit a').attr('rel'), 'external noopener nofollow');
  });

  it('leads to its neighbours, tags, authors and projects', () => {
    const $ = renderArticle();
    const href = (selector: string) => decodeURI($(selector).attr('href') ?? '');
    assert.equal(href('.neighbours a[rel="prev"]'), '/daily/p/b/');
    assert.equal(href('.neighbours a[rel="next"]'), '/daily/p/c/');
    assert.equal(href('a[rel="tag"]'), '/daily/tags/物流/');
    assert.equal(href('a[rel="author"]'), '/daily/authors/林一木/');
    assert.equal(href('.project-chip'), '/daily/projects/7133/');
    assert.equal($('.byline').text(), '林一木、周岚');
  });

  it('keeps drafts and what is not yet due from search engines', () => {
    for (const change of [{ draft: true }, { future: true }]) {
      const $ = renderArticle({ draft: false, future: false, ...change });
      assert.equal($('meta[name="robots"]').attr('content'), 'noindex');
    }
    const $ = renderArticle({ draft: false, future: false });
    assert.equal($('meta[name="robots"]').length, 0);
    assert.equal($('link[rel="canonical"]').attr('href'), 'https://news.example.com/daily/p/a/');
  });
});

describe('the outline of an article', () => {
  const { toc: _, ...undecided } = page;

  function hasOutline(headings: number, toc?: boolean): boolean {
    const body = { ...BODY, outline: BODY.outline.slice(0, headings) };
    const html = renderPage(toc === undefined ? undecided : { ...page, toc }, { chrome: CHROME, body });
    return load(html)('.outline').length === 1;
  }

  it('is there from three headings on', () => {
    assert.equal(hasOutline(2), false);
    assert.equal(hasOutline(3), true);
  });

  it('is there, or not, as the author wishes', () => {
    assert.equal(hasOutline(1, true), true);
    assert.equal(hasOutline(3, false), false);
    assert.equal(hasOutline(0, true), false);
  });

  it('links to the headings, the deeper ones indented', () => {
    const links = renderArticle()('.outline li').toArray();
    assert.deepEqual(
      links.map((item) => [item.attribs.class ?? '', load(item)('a').attr('href')]),
      [
        ['', '#h-1'],
        ['outline-deeper', '#h-2'],
        ['', '#h-3'],
      ],
    );
  });
});
