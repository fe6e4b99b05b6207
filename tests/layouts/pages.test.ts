import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheerioAPI, load } from 'cheerio';
import { renderPage } from '../../layouts/render-page.tsx';
import type { ListPage, Page, SiteChrome } from '../../src/site/page.ts';
import { BODY, CHROME, fullPage, fullPages, INSTANT } from './sample-pages.ts';

function draw(page: Page, chrome: SiteChrome = CHROME): CheerioAPI {
  return load(renderPage(page, { chrome, body: BODY }));
}

describe('the home page', () => {
  const $ = draw(fullPage('home'));

  it('has the nameplate for its heading', () => {
    assert.equal($('h1').text(), '宽幅日报');
    assert.equal($('title').text(), '宽幅日报');
  });

  it('shows the lead largest and first, and no other so', () => {
    assert.equal($('.card-lead').length, 1);
    assert.equal($('.card').first().hasClass('card-lead'), true);
    assert.equal($('img[loading="eager"]').length, 1);
  });

  it('gives each section its colour without a style attribute', () => {
    assert.equal($('.front-section .color-bar path').first().attr('fill'), '#b4532a');
  });

  it('announces the feeds', () => {
    const feed = $('link[rel="alternate"]');
    assert.deepEqual(
      [feed.attr('type'), feed.attr('href'), feed.attr('title')],
      ['application/rss+xml', '/daily/feed.xml', '宽幅日报'],
    );
  });
});

describe('a card', () => {
  const card = fullPage('home').lead!;
  const list = fullPage('list');

  it('is one link over the whole card, and one to its category', () => {
    const $ = draw({ ...list, articles: [card] });
    assert.deepEqual(
      $('.card a')
        .toArray()
        .map((link) => $(link).text()),
      ['标题甲', '36kr · 资讯'],
    );
  });

  it('draws a placeholder under its picture, and in place of one', () => {
    const { thumbnail: _, ...bare } = card;
    const $ = draw({ ...list, articles: [card, bare] });
    assert.equal($('.card svg.placeholder').length, 2);
    assert.equal($('.card img').length, 1);
  });

  it('does not repeat the levels of the category that its page is about', () => {
    const $ = draw({ ...fullPage('category'), articles: [card] });
    assert.equal($('.tiles .category-name').text(), '36kr · 资讯');
    const deep = draw({ ...fullPage('category'), path: card.category, articles: [card] });
    assert.equal(deep('.tiles .category-name').length, 0);
  });

  it('names an author once, when the category bears the same name', () => {
    const $ = draw({ ...list, articles: [{ ...card, author: '36kr' }] });
    assert.equal($('.card-meta').text().split('36kr').length, 2);
  });

  it('carries its instant for the marks of a later visit', () => {
    const time = draw({ ...list, articles: [card] })('.card time');
    assert.equal(time.attr('datetime'), new Date(INSTANT).toISOString());
  });
});

describe('a list', () => {
  it('leads to newer and older pages, and names its own', () => {
    const $ = draw(fullPage('list'));
    assert.equal($('.pagination a[rel="prev"]').attr('href'), '/daily/latest/3/');
    assert.equal($('.pagination a[rel="next"]').attr('href'), '/daily/latest/1/');
    assert.match($('.pagination').text(), /第 2 页/);
  });

  it('of an author says who writes, with a portrait and a way out', () => {
    const page = fullPages().find((known) => known.kind === 'list' && known.list === 'author')!;
    const $ = load(renderPage(page, { chrome: CHROME }));
    assert.equal($('h1').text().trim(), '林一木 3 篇');
    assert.equal($('.page-heading .portrait img').attr('src'), '/daily/media/lin.jpg');
    assert.match($('.page-heading').text(), /写城市。/);
    assert.equal($('.page-heading .button').attr('href'), 'https://lin.example.com/');
    assert.equal($('meta[name="description"]').attr('content'), '写城市。');
    assert.equal(
      $('meta[property="og:image"]').attr('content'),
      'https://news.example.com/daily/media/lin.jpg',
    );
    assert.equal($('meta[name="twitter:card"]').attr('content'), 'summary');
  });

  it('of a month is parted by the days of the site, not of the machine', () => {
    const [card] = fullPage('list').articles;
    const articles = [
      { ...card!, url: '/p/1/', date: Date.UTC(2022, 0, 6, 16, 30) },
      { ...card!, url: '/p/2/', date: Date.UTC(2022, 0, 6, 15, 30) },
      { ...card!, url: '/p/3/', date: Date.UTC(2022, 0, 5, 16, 30) },
    ];
    const $ = draw({ ...fullPage('list'), list: 'month', articles });
    assert.deepEqual(
      $('.day')
        .toArray()
        .map((day) => [$(day).find('h2').text().replaceAll('\u00a0', ' '), $(day).find('.card').length]),
      [
        ['1 月 7 日 星期五', 1],
        ['1 月 6 日 星期四', 2],
      ],
    );
  });
});

describe('the calendar of a month', () => {
  const page: ListPage = {
    ...fullPage('list'),
    list: 'month',
    url: '/archives/2022/01/',
    calendar: {
      year: 2022,
      month: 1,
      days: [
        { day: 1, count: 1, url: '/archives/2022/01/page/1/' },
        { day: 31, count: 12, url: '/archives/2022/01/' },
      ],
      previous: { title: '2021 年 11 月', url: '/archives/2021/11/' },
      next: { title: '2022 年 3 月', url: '/archives/2022/03/' },
    },
  };
  const rows = ($: CheerioAPI) =>
    $('.calendar tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );

  it('has weeks that begin as they do where the language is spoken', () => {
    const chinese = rows(draw(page));
    assert.deepEqual(chinese.slice(0, 2), [
      ['一', '二', '三', '四', '五', '六', '日'],
      ['', '', '', '', '', '1 1', '2'],
    ]);
    assert.deepEqual(chinese.at(-1), ['31 12', '', '', '', '', '', '']);
    const english = rows(load(renderPage(page, { chrome: { ...CHROME, language: 'en' } })));
    assert.deepEqual(english[1], ['', '', '', '', '', '', '1 1']);
    assert.equal(english.length, 1 + 6);
  });

  it('leads to the articles of a day, on whichever page they are, and says how many', () => {
    const links = draw(page)('.calendar td a').toArray();
    assert.deepEqual(
      links.map(({ attribs }) => [attribs.href, attribs.class, attribs['aria-label']]),
      [
        ['/daily/archives/2022/01/page/1/#day-2022-01-01', 'shade-1', '1 1 篇'],
        ['#day-2022-01-31', 'shade-4', '31 12 篇'],
      ],
    );
  });

  it('leads to the months beside it that have articles', () => {
    assert.deepEqual(
      draw(page)('.calendar nav a')
        .toArray()
        .map(({ attribs }) => [attribs.rel, attribs.href]),
      [
        ['prev', '/daily/archives/2021/11/'],
        ['next', '/daily/archives/2022/03/'],
      ],
    );
    const { previous: _, next: __, ...alone } = page.calendar!;
    assert.equal(draw({ ...page, calendar: alone })('.calendar nav').length, 0);
  });
});

describe('the archive', () => {
  it('shows twelve months of a year, and links those with articles', () => {
    const $ = draw(fullPage('archive-index'));
    assert.equal($('.months li').length, 12);
    assert.equal($('.months a').attr('href'), '/daily/archives/2022/01/');
    assert.match($('.months a').text(), /1月\s*3 篇/);
  });

  it('shades months by their share of the busiest', () => {
    const month = (month: number, count: number) => ({ month, count, url: `/archives/2022/${month}/` });
    const years = [{ year: 2022, count: 141, months: [month(1, 1), month(2, 40), month(3, 100)] }];
    const $ = draw({ ...fullPage('archive-index'), years });
    assert.deepEqual(
      $('.months a')
        .toArray()
        .map((link) => link.attribs.class),
      ['shade-1', 'shade-2', 'shade-4'],
    );
  });
});

describe('the page of a project', () => {
  const $ = draw(fullPage('project'));

  it('marks the name in each sentence', () => {
    assert.equal($('.card mark').first().text(), '远航');
    assert.equal($('.card .card-excerpt').first().text(), '远航启用了第二座仓库。');
  });

  it('says what else it is called, how often and since when it is named', () => {
    assert.match($('.project-facts').text(), /又写作远航物流提及3 篇最早提及2022-01-06最近提及2022-01-06/);
  });

  it('leads to the source page, and says which', () => {
    const link = $('a[rel~="external"]');
    assert.equal(link.attr('href'), 'https://example.org/projects/7133');
    assert.match(link.text(), /example\.org/);
  });
});

describe('the search page', () => {
  const html = renderPage(fullPage('search'), { chrome: CHROME });
  const $ = load(html);

  it('is a GET form to itself, and a place for the engine', () => {
    assert.equal($('form').attr('action'), '/daily/search/');
    assert.equal($('form').attr('method'), 'get');
    assert.equal($('input[type="search"]').attr('name'), 'q');
    assert.equal($('[data-search]').length, 1);
  });

  it('points to categories and archives where script is off', () => {
    assert.match(html, /<noscript><p[^>]*>搜索需要启用 JavaScript/);
    const links = $('main a')
      .toArray()
      .map((link) => link.attribs.href);
    assert.ok(links.includes('/daily/categories/') && links.includes('/daily/archives/'));
  });
});

describe('a redirect', () => {
  it('sends the browser to the target, and names it to search engines', () => {
    const $ = draw({ ...fullPage('redirect'), target: '/p/新/' });
    assert.equal($('meta[http-equiv="refresh"]').attr('content'), '0; url=/daily/p/%E6%96%B0/');
    assert.equal($('link[rel="canonical"]').attr('href'), 'https://news.example.com/daily/p/%E6%96%B0/');
    assert.equal($('meta[name="robots"]').attr('content'), 'noindex');
  });

  it('never leaves the site, whatever the target says', () => {
    for (const target of [
      '//evil.example/',
      '/\\evil.example/',
      '/a"><script>alert(1)</script>',
      '/a; url=b',
    ]) {
      const $ = draw({ ...fullPage('redirect'), target });
      assert.match($('meta[http-equiv="refresh"]').attr('content')!, /^0; url=\/daily\/[^"<>\\]*$/);
      assert.equal($('script').length, 0);
    }
  });
});

describe('the masthead', () => {
  it('marks the page itself, and the section that an article is in', () => {
    const states = (page: Page) =>
      draw(page)('.sections a')
        .toArray()
        .map((link) => link.attribs['aria-current']);
    assert.deepEqual(states(fullPage('home')), ['page', undefined]);
    assert.deepEqual(states(fullPage('category')), [undefined, 'page']);
    assert.deepEqual(states(fullPage('article')), [undefined, 'true']);
    assert.deepEqual(states(fullPage('search')), [undefined, undefined]);
  });

  it('begins with a link that skips it', () => {
    const $ = draw(fullPage('article'));
    const skip = $('body').find('a').first();
    assert.equal($(skip.attr('href')!).is('main[tabindex="-1"]'), true);
  });
});

describe('the footer', () => {
  it('names each way into the site once, also when the operator lists it', () => {
    const footer = [{ title: '旧文', url: '/archives/' }];
    const $ = draw(fullPage('home'), { ...CHROME, footer });
    const links = $('.site-footer a[href="/daily/archives/"]');
    assert.deepEqual([links.length, links.text()], [1, '旧文']);
  });
});

describe('the head', () => {
  it('drops the site name from a title that search engines would cut', () => {
    const title = '长'.repeat(66);
    assert.equal(draw({ ...fullPage('standalone'), title })('title').text(), title);
  });

  it('describes lists by their newest headlines', () => {
    const $ = draw(fullPage('list'));
    assert.equal($('meta[name="description"]').attr('content'), '标题甲 / 标题乙 / 标题丙');
  });

  it('names pictures of the site by absolute URL', () => {
    const page = { ...fullPage('article'), thumbnail: { src: '/media/b.png' } };
    const $ = draw(page);
    assert.equal(
      $('meta[property="og:image"]').attr('content'),
      'https://news.example.com/daily/media/b.png',
    );
    assert.equal($('.article-picture img').attr('src'), '/daily/media/b.png');
  });

  it('asks for the theme before the style sheet, and defers the rest', () => {
    const $ = draw(fullPage('home'));
    const assets = $('head script[src], head link[rel="stylesheet"]').toArray();
    assert.deepEqual(
      assets.map(({ attribs }) => [attribs.src ?? attribs.href, 'defer' in attribs]),
      [
        ['/daily/assets/theme.3.js', false],
        ['/daily/assets/site.1.css', false],
        ['/daily/assets/site.2.js', true],
      ],
    );
  });
});
