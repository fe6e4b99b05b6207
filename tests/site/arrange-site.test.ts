import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { listPages } from '../../src/site/list-pages.ts';
import type { ArticlePage, Page } from '../../src/site/page.ts';
import { DAY, makeConfig, makeMention, makeSummaries, makeSummary, NOON } from './make-summary.ts';

function pagesOf(summaries: readonly ArticleSummary[], config = makeConfig()): Map<string, Page> {
  return new Map(listPages(arrangeSite(summaries, [], config)).map((page) => [page.url, page]));
}

function pageOf<K extends Page['kind']>(
  pages: Map<string, Page>,
  url: string,
  kind: K,
): Extract<Page, { kind: K }> {
  const page = pages.get(url);
  assert.equal(page?.kind, kind, `${url} of ${[...pages.keys()].join(' ')}`);
  return page as Extract<Page, { kind: K }>;
}

function articleOf(pages: Map<string, Page>, title: string): ArticlePage {
  return [...pages.values()].find(
    (page): page is ArticlePage => page.kind === 'article' && page.title === title,
  )!;
}

const titles = (cards: readonly { readonly title: string }[]): string[] => cards.map(({ title }) => title);

describe('arrangeSite', () => {
  it('orders articles newest first, those of one instant by source path', () => {
    const site = arrangeSite(
      [
        makeSummary({ sourcePath: 'b.md' }),
        makeSummary({ sourcePath: 'c.md', date: NOON + 1 }),
        makeSummary({ sourcePath: 'a.md' }),
        makeSummary({ sourcePath: 'B.md' }),
      ],
      [],
      makeConfig(),
    );
    assert.deepEqual(
      site.articles.map(({ summary }) => summary.sourcePath),
      ['c.md', 'B.md', 'a.md', 'b.md'],
    );
  });

  it('marks articles after the given instant as future', () => {
    const site = arrangeSite(makeSummaries(2), [], makeConfig(), { now: NOON });
    assert.deepEqual(
      site.articles.map(({ future }) => future),
      [true, false],
    );
  });

  it('says where in the content folder an unsound wish stands', () => {
    const site = arrangeSite(
      [makeSummary({ sourcePath: 'a.md', permalink: '/..' })],
      [{ ...makeSummary({ sourcePath: 'search.md' }) }],
      makeConfig(),
      { articlesLabel: 'articles/' },
    );
    assert.deepEqual(
      site.diagnostics.map(({ file, rule }) => [file, rule]),
      [
        ['pages/search.md', 'reserved-permalink'],
        ['articles/a.md', 'invalid-permalink'],
      ],
    );
  });

  it('publishes standalone pages where their files say', () => {
    const standalone = ['about.md', 'help/index.md', 'help/write us.html', 'index.md'].map((sourcePath) =>
      makeSummary({ sourcePath, aliases: sourcePath === 'about.md' ? ['/who/'] : [] }),
    );
    const site = arrangeSite([], standalone, makeConfig());
    assert.deepEqual(site.standalone.map(({ url }) => url).slice(0, 3), [
      '/about/',
      '/help/',
      '/help/write-us/',
    ]);
    assert.match(site.standalone[3]!.url, /^\/p\//);
    assert.deepEqual(site.redirects, [{ url: '/who/', target: '/about/' }]);
  });

  it('gives a standalone page its URL before any article', () => {
    const site = arrangeSite(
      [makeSummary({ sourcePath: 'about.md', permalink: '/about/' })],
      [makeSummary({ sourcePath: 'about.md' })],
      makeConfig(),
    );
    assert.equal(site.standalone[0]!.url, '/about/');
    assert.notEqual(site.articles[0]!.url, '/about/');
  });
});

describe('listPages', () => {
  it('makes a site of no articles', () => {
    assert.deepEqual([...pagesOf([]).keys()].sort(), [
      '/',
      '/404.html',
      '/archives/',
      '/authors/',
      '/categories/',
      '/latest/',
      '/offline.html',
      '/projects/',
      '/search/',
      '/tags/',
    ]);
  });

  it('leads the home page with the newest pinned article', () => {
    const home = pageOf(
      pagesOf(makeSummaries(20, (index) => ({ pinned: index === 2 || index === 1 }))),
      '/',
      'home',
    );
    assert.equal(home.lead?.title, '2');
    assert.equal(home.latest.length, 12);
    assert.equal(home.latest[0]!.title, '19');
  });

  it('leads it with the newest that has a picture, if that is among the newest few', () => {
    const withPicture = (at: number) =>
      pageOf(
        pagesOf(
          makeSummaries(20, (index) => (index === at ? { thumbnail: { src: 'https://x/1.jpg' } } : {})),
        ),
        '/',
        'home',
      );
    const home = withPicture(17);
    assert.equal(home.lead?.title, '17');
    assert.deepEqual(titles(home.latest).slice(0, 4), ['19', '18', '16', '15']);
    assert.equal(withPicture(3).lead?.title, '19');
  });

  it('has a section for each top category, in the configured order, then by name', () => {
    const config = makeConfig({
      categories: [{ path: ['丙'], order: 1, color: '#123456', aliases: [] }],
    });
    const summaries = makeSummaries(30, (index) => ({
      categories: [[['甲', '丙', '乙'][index % 3]!, '下']],
    }));
    const home = pageOf(pagesOf(summaries, config), '/', 'home');
    assert.deepEqual(titles(home.sections.map(({ category }) => category)), ['丙', '乙', '甲']);
    assert.equal(home.sections[0]!.category.color, '#123456');
    assert.ok(home.sections.every(({ articles }) => articles.length === 5));
  });

  it('shows in a section what stands nowhere else on the front page, while there is enough of it', () => {
    const summaries = makeSummaries(30, (index) => ({ categories: [[index % 10 === 0 ? '少' : '多']] }));
    const home = pageOf(pagesOf(summaries), '/', 'home');
    const [few, many] = home.sections
      .map(({ articles }) => titles(articles))
      .toSorted((a, b) => a.length - b.length);
    const above = [home.lead!.title, ...titles(home.latest)];
    assert.equal(many!.length, 5);
    assert.deepEqual(
      many!.filter((title) => above.includes(title)),
      [],
    );
    assert.deepEqual(few, ['10', '20', '0']);
  });

  it('leads a section with the newest that has a picture, if that is among the newest few', () => {
    const summaries = makeSummaries(30, (index) => ({
      categories: [['甲']],
      ...(index === 15 && { thumbnail: { src: 'https://x/1.jpg' } }),
    }));
    const [section] = pageOf(pagesOf(summaries), '/', 'home').sections;
    assert.deepEqual(titles(section!.articles), ['15', '16', '14', '13', '12']);
  });

  it('counts the projects of the last four weeks of content, not of the clock', () => {
    const mentioned = (ids: string[]) => ({ projects: ids.map((id) => makeMention({ id })) });
    const summaries = [
      makeSummary({ sourcePath: 'old.md', date: NOON - 29 * DAY, ...mentioned(['9', '2']) }),
      makeSummary({ sourcePath: 'a.md', date: NOON - 27 * DAY, ...mentioned(['1', '2']) }),
      makeSummary({ sourcePath: 'b.md', date: NOON, ...mentioned(['2']) }),
    ];
    const { projects } = pageOf(pagesOf(summaries), '/', 'home');
    assert.deepEqual(
      projects.map(({ id, count }) => [id, count]),
      [
        ['2', 2],
        ['1', 1],
      ],
    );
  });

  it('lists an article in every category along its path', () => {
    const pages = pagesOf([
      makeSummary({ sourcePath: 'a.md', title: '甲', categories: [['新媒体', '36kr', '资讯']] }),
    ]);
    for (const url of ['/categories/新媒体/', '/categories/新媒体/36kr/', '/categories/新媒体/36kr/资讯/']) {
      assert.equal(pageOf(pages, url, 'category').lead?.title, '甲');
    }
    const article = articleOf(pages, '甲');
    assert.deepEqual(titles(article.categories[0]!), ['新媒体', '36kr', '资讯']);
    assert.equal(new Set(article.categories[0]!.map(({ color }) => color)).size, 1);
    const leaf = pageOf(pages, '/categories/新媒体/36kr/资讯/', 'category');
    assert.deepEqual(titles(leaf.path), ['新媒体', '36kr', '资讯']);
    assert.deepEqual(
      pageOf(pages, '/categories/新媒体/', 'category').children.map(({ category, count }) => [
        category.title,
        count,
      ]),
      [['36kr', 1]],
    );
  });

  it('counts an article of two paths once in what they share', () => {
    const pages = pagesOf([
      makeSummary({
        sourcePath: 'a.md',
        categories: [
          ['甲', '乙'],
          ['甲', '丙'],
          ['甲', '乙'],
        ],
      }),
    ]);
    const [top] = pageOf(pages, '/categories/', 'category-index').categories;
    assert.equal(top!.count, 1);
    assert.deepEqual(
      top!.children.map(({ title, count }) => [title, count]),
      [
        ['丙', 1],
        ['乙', 1],
      ],
    );
  });

  it('merges variants of a category that the configuration names, with all below them', () => {
    const config = makeConfig({
      categories: [{ path: ['科技'], order: 0, description: '新知', aliases: [['IT'], ['资讯', '科技']] }],
    });
    const pages = pagesOf(
      [
        makeSummary({ sourcePath: 'a.md', categories: [['IT', '手机']] }),
        makeSummary({ sourcePath: 'b.md', categories: [['资讯', '科技', '手机']] }),
        makeSummary({ sourcePath: 'c.md', categories: [['科技'], ['IT']] }),
      ],
      config,
    );
    const { categories } = pageOf(pages, '/categories/', 'category-index');
    assert.deepEqual(titles(categories), ['科技']);
    assert.equal(categories[0]!.count, 3);
    assert.equal(categories[0]!.description, '新知');
    assert.equal(categories[0]!.children[0]!.count, 2);
    assert.equal(articleOf(pages, 'c').categories.length, 1);
  });

  it('never puts a category where numbered pages or feeds are', () => {
    const pages = pagesOf([
      makeSummary({
        sourcePath: 'a.md',
        categories: [
          ['甲', 'page'],
          ['甲', 'feed.xml'],
        ],
      }),
    ]);
    const children = pageOf(pages, '/categories/甲/', 'category').children.map(
      ({ category }) => category.url,
    );
    assert.match(children[0]!, /^\/categories\/甲\/feed\.xml-[0-9a-z]{8}\/$/);
    assert.match(children[1]!, /^\/categories\/甲\/page-[0-9a-z]{8}\/$/);
  });

  it('shows all of a category: its front, then numbered pages', () => {
    const pages = pagesOf(makeSummaries(8, () => ({ categories: [['甲']] })));
    const front = pageOf(pages, '/categories/甲/', 'category');
    assert.deepEqual(titles([front.lead!, ...front.articles]), ['7', '6', '5', '4', '3']);
    assert.equal(front.count, 8);
    assert.deepEqual(front.older, { title: '甲', url: '/categories/甲/page/1/' });
    const first = pageOf(pages, '/categories/甲/page/1/', 'list');
    assert.deepEqual(titles(first.articles), ['2', '1', '0']);
    assert.deepEqual(titles(first.breadcrumb), ['甲']);
    assert.equal(first.pageNumber, 1);
    assert.equal(first.count, undefined);
    assert.equal(first.newer?.url, '/categories/甲/');
  });

  it("files articles under the month of the site's time zone", () => {
    const pages = pagesOf([makeSummary({ sourcePath: 'a.md', date: Date.UTC(2021, 11, 31, 16) })]);
    const month = pageOf(pages, '/archives/2022/01/', 'list');
    assert.equal(month.title, '2022 年 1 月');
    assert.deepEqual(month.breadcrumb, [{ title: '归档', url: '/archives/' }]);
    assert.deepEqual(pageOf(pages, '/archives/', 'archive-index').years, [
      { year: 2022, count: 1, months: [{ month: 1, count: 1, url: '/archives/2022/01/' }] },
    ]);
  });

  it('counts the days of a month, and says on which page the newest of each is', () => {
    // In the site's time zone, eight hours ahead: one on 3 January, three on the 5th, two on the 6th.
    const days = [3, 5, 5, 5, 6, 6];
    const pages = pagesOf(
      [
        ...days.map((day, index) =>
          makeSummary({ sourcePath: `${index}.md`, date: Date.UTC(2022, 0, day - 1, 16, index) }),
        ),
        makeSummary({ sourcePath: 'before.md', date: Date.UTC(2021, 9, 1) }),
        makeSummary({ sourcePath: 'after.md', date: Date.UTC(2022, 1, 1) }),
      ],
      makeConfig({ pagination: { size: 2 } }),
    );
    assert.deepEqual(pageOf(pages, '/archives/2022/01/', 'list').calendar, {
      year: 2022,
      month: 1,
      days: [
        { day: 3, count: 1, url: '/archives/2022/01/page/1/' },
        { day: 5, count: 3, url: '/archives/2022/01/page/2/' },
        { day: 6, count: 2, url: '/archives/2022/01/' },
      ],
      previous: { title: '2021 年 10 月', url: '/archives/2021/10/' },
      next: { title: '2022 年 2 月', url: '/archives/2022/02/' },
    });
    assert.equal(pageOf(pages, '/archives/2022/01/page/2/', 'list').calendar, undefined);
  });

  it('shows years newest first, their months in order', () => {
    const dates = [Date.UTC(2021, 4), Date.UTC(2022, 0), Date.UTC(2022, 2), Date.UTC(2022, 2, 2)];
    const summaries = dates.map((date, index) => makeSummary({ sourcePath: `${index}.md`, date }));
    const { years } = pageOf(pagesOf(summaries), '/archives/', 'archive-index');
    assert.deepEqual(
      years.map(({ year, count, months }) => [
        year,
        count,
        months.map(({ month, count: of }) => [month, of]),
      ]),
      [
        [
          2022,
          3,
          [
            [1, 1],
            [3, 2],
          ],
        ],
        [2021, 1, [[5, 1]]],
      ],
    );
  });

  it('lists tags and authors, most used first', () => {
    const pages = pagesOf(
      makeSummaries(5, (index) => ({ tags: index < 2 ? ['乙', 'AI'] : ['AI'], authors: ['36kr'] })),
    );
    assert.deepEqual(pageOf(pages, '/tags/', 'term-index').terms, [
      { title: 'AI', url: '/tags/AI/', count: 5 },
      { title: '乙', url: '/tags/乙/', count: 2 },
    ]);
    assert.deepEqual(titles(pageOf(pages, '/authors/', 'term-index').terms), ['36kr']);
    const tag = pageOf(pages, '/tags/乙/', 'list');
    assert.deepEqual(titles(tag.articles), ['1', '0']);
    assert.equal(tag.count, 2);
    assert.deepEqual(articleOf(pages, '0').tags, [
      { title: '乙', url: '/tags/乙/' },
      { title: 'AI', url: '/tags/AI/' },
    ]);
  });

  it('says of an author what site.yaml says, whatever the Unicode form of the name', () => {
    const portrait = '/media/renée.jpg';
    const authors = [{ name: 'Renée', portrait, bio: '写港口。', url: 'https://r.example/' }];
    const pages = pagesOf(
      makeSummaries(4, () => ({ authors: ['Rene\u0301e', '36kr'] })),
      makeConfig({ authors, pagination: { size: 2 } }),
    );
    const [described, other] = articleOf(pages, '0').authors;
    assert.deepEqual(described, { title: 'Renée', url: '/authors/Renée/', portrait });
    assert.deepEqual(other, { title: '36kr', url: '/authors/36kr/' });
    const front = pageOf(pages, '/authors/Renée/', 'list');
    assert.deepEqual(front.profile, { portrait, bio: '写港口。', website: 'https://r.example/' });
    assert.equal(pageOf(pages, '/authors/Renée/page/1/', 'list').profile, undefined);
    assert.equal(pageOf(pages, '/authors/36kr/', 'list').profile, undefined);
  });

  it('takes a project’s name, logo and link from its oldest mention', () => {
    const pages = pagesOf([
      makeSummary({
        sourcePath: 'new.md',
        date: NOON + DAY,
        projects: [
          makeMention({ id: '7133', name: '阿里', text: 'Alibaba', href: 'https://x/2', sentence: '句二。' }),
        ],
      }),
      makeSummary({
        sourcePath: 'old.md',
        projects: [
          makeMention({
            id: '7133',
            name: '阿里巴巴',
            text: '阿里巴巴',
            logo: 'https://x/l',
            sentence: '句一。',
          }),
        ],
      }),
    ]);
    const page = pageOf(pages, '/projects/7133/', 'project');
    assert.deepEqual(page.project, {
      id: '7133',
      url: '/projects/7133/',
      name: '阿里巴巴',
      logo: 'https://x/l',
    });
    assert.deepEqual(page.names, ['阿里', 'Alibaba']);
    assert.deepEqual([page.count, page.firstMention, page.latestMention], [2, NOON, NOON + DAY]);
    assert.deepEqual(
      page.articles.map(({ title }, index) => [title, page.sentences[index]]),
      [
        ['new', '句二。'],
        ['old', '句一。'],
      ],
    );
    const { url } = articleOf(pages, 'old');
    assert.deepEqual(articleOf(pages, 'new').projects, [
      { ...page.project, previous: { title: 'old', url, date: NOON } },
    ]);
    assert.equal(pageOf(pages, '/projects/', 'project-index').projects[0]!.count, 2);
  });

  it('names a project by a mention that has its name, before one in Markdown', () => {
    const pages = pagesOf([
      makeSummary({ sourcePath: 'old.md', projects: [makeMention({ id: '1', name: '', text: '这家公司' })] }),
      makeSummary({
        sourcePath: 'new.md',
        date: NOON + DAY,
        projects: [makeMention({ id: '1', name: '某某', text: '某某' })],
      }),
    ]);
    const page = pageOf(pages, '/projects/1/', 'project');
    assert.equal(page.title, '某某');
    assert.deepEqual(page.names, ['这家公司']);
  });

  it('gives no page to a project whose id is a device name', () => {
    const pages = pagesOf([makeSummary({ sourcePath: 'a.md', projects: [makeMention({ id: 'nul' })] })]);
    assert.ok(!pages.has('/projects/nul/'));
    assert.deepEqual(articleOf(pages, 'a').projects, []);
  });

  it('lets numbered pages of a project speak of their own time', () => {
    const mention = (index: number) => [
      makeMention({ id: '1', text: index < 2 ? '旧名' : '新名', name: '某' }),
    ];
    const pages = pagesOf(makeSummaries(7, (index) => ({ projects: mention(index) })));
    const first = pageOf(pages, '/projects/1/page/1/', 'project');
    assert.deepEqual([first.count, first.latestMention], [3, NOON + 2 * DAY]);
    assert.deepEqual(first.names, ['旧名', '新名']);
    assert.equal(pageOf(pages, '/projects/1/', 'project').count, 7);
  });

  it('links an article to its neighbours in its first category', () => {
    const summaries = makeSummaries(6, (index) => ({
      categories: index % 2 ? [['单'], ['全']] : [['双'], ['全']],
    }));
    const pages = pagesOf(summaries);
    assert.deepEqual([articleOf(pages, '3').previous?.title, articleOf(pages, '3').next?.title], ['1', '5']);
    assert.deepEqual(
      [articleOf(pages, '0').previous?.title, articleOf(pages, '0').next?.title],
      [undefined, '2'],
    );
  });

  it('links an uncategorized article to its neighbours in the site', () => {
    const pages = pagesOf(makeSummaries(3, (index) => ({ categories: index === 1 ? [] : [['甲']] })));
    assert.deepEqual([articleOf(pages, '1').previous?.title, articleOf(pages, '1').next?.title], ['0', '2']);
  });

  it('makes a page of every alias', () => {
    const pages = pagesOf([makeSummary({ sourcePath: 'a.md', slug: 'x', aliases: ['/old.html'] })]);
    assert.equal(pageOf(pages, '/old.html', 'redirect').target, '/p/x/');
  });

  it('titles its own pages in the language of the site', () => {
    const titleOf = (language: string) => pagesOf([], makeConfig({ language })).get('/categories/')!.title;
    assert.deepEqual(['zh-CN', 'zh-TW', 'zh-Hans-HK', 'en-GB', 'fr'].map(titleOf), [
      '分类',
      '分類',
      '分类',
      'Categories',
      'Categories',
    ]);
  });

  it('changes a bounded set of pages for a new article', () => {
    const over = (index: number): Partial<ArticleSummary> => ({
      categories: [['甲', `${index % 4}`, '丙']],
      tags: index % 5 ? [] : ['标签'],
      authors: ['作者'],
      projects: index % 3 ? [] : [makeMention({ id: '1', text: `名${index % 7}` })],
    });
    const config = makeConfig({ pagination: { size: 10 } });
    const before = pagesOf(makeSummaries(600, over), config);
    const after = pagesOf(makeSummaries(601, over), config);
    const changed = [...after.values()].filter(
      (page) => JSON.stringify(page) !== JSON.stringify(before.get(page.url)),
    );
    assert.ok(changed.length <= 30, `${changed.length} pages changed`);
    assert.ok(changed.filter(({ kind }) => kind === 'article').length <= 3);
    assert.ok([...before.keys()].every((url) => after.has(url)));
  });
});
