import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProjectPolicy } from '../../src/content/site-config.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { listPages } from '../../src/site/list-pages.ts';
import type { Page } from '../../src/site/page.ts';
import { DAY, makeConfig, makeMention, makeSummaries, makeSummary, NOON } from './make-summary.ts';

const policy: ProjectPolicy = { links: 'internal', ignore: [], always: [] };

function arrange(
  summaries: readonly ArticleSummary[],
  projects: ProjectPolicy = policy,
  standalone: readonly ArticleSummary[] = [],
) {
  return arrangeSite(summaries, standalone, makeConfig({ projects }), { articlesLabel: 'articles/' });
}

function pagesOf(summaries: readonly ArticleSummary[], projects?: ProjectPolicy): Map<string, Page> {
  return new Map(listPages(arrange(summaries, projects)).map((page) => [page.url, page]));
}

function pageOf<K extends Page['kind']>(pages: Map<string, Page>, url: string, kind: K) {
  const page = pages.get(url);
  assert.equal(page?.kind, kind, url);
  return page as Extract<Page, { kind: K }>;
}

const profile = (id: string, name: string) =>
  makeMention({ id, name, text: name, href: `https://36kr.com/projectDetails/${id}` });
const space = (id: string, name: string) =>
  makeMention({ id, name, text: name, href: `https://www.36dianping.com/space/${id}?mp=zzquote` });

describe('a project that sources know by two ids', () => {
  const summaries = [
    makeSummary({ sourcePath: 'old.md', projects: [profile('1', '钉钉')] }),
    makeSummary({ sourcePath: 'new.md', date: NOON + DAY, projects: [space('2', '钉钉')] }),
  ];
  const pages = pagesOf(summaries);

  it('has one page, at the id of the oldest mention, with the articles of both', () => {
    const page = pageOf(pages, '/projects/1/', 'project');
    assert.deepEqual(
      page.articles.map(({ title }) => title),
      ['new', 'old'],
    );
  });

  it('is reached by the other id too', () => {
    assert.equal(pageOf(pages, '/projects/2/', 'redirect').target, '/projects/1/');
  });

  it('links both of the sources’ pages, and says what they are', () => {
    assert.deepEqual(pageOf(pages, '/projects/1/', 'project').links, [
      { href: 'https://36kr.com/projectDetails/1', kind: 'profile' },
      { href: 'https://www.36dianping.com/space/2', kind: 'space' },
    ]);
  });

  it('is told of by its own id where an article has the other', () => {
    const [article] = [...pages.values()].filter((page) => page.kind === 'article' && page.title === 'new');
    assert.ok(article?.kind === 'article');
    assert.deepEqual(article.movedProjects, { 2: '1' });
    assert.deepEqual(
      article.projects.map(({ id, previous }) => [id, previous?.title]),
      [['1', 'old']],
    );
  });

  it('is one card of an article that has both', () => {
    const both = pagesOf([
      makeSummary({
        sourcePath: 'a.md',
        projects: [
          { ...profile('1', '钉钉'), sentence: '第一句。' },
          { ...space('2', '钉钉'), text: '钉', sentence: '第二句。' },
        ],
      }),
    ]);
    const page = pageOf(both, '/projects/1/', 'project');
    assert.deepEqual([page.count, page.sentences[0], page.names], [1, '第一句。', ['钉']]);
  });
});

describe('projects.aliases of site.yaml', () => {
  const summaries = [
    makeSummary({ sourcePath: 'old.md', projects: [profile('1', '阿里')] }),
    makeSummary({ sourcePath: 'new.md', date: NOON + DAY, projects: [profile('2', '淘宝')] }),
  ];

  it('join ids, and leave every address working', () => {
    const pages = pagesOf(summaries, { ...policy, aliases: [{ ids: ['9', '2', '1'] }] });
    assert.equal(pageOf(pages, '/projects/1/', 'project').count, 2);
    assert.deepEqual(
      ['2', '9'].map((id) => pageOf(pages, `/projects/${id}/`, 'redirect').target),
      ['/projects/1/', '/projects/1/'],
    );
  });

  it('name a project', () => {
    const pages = pagesOf(summaries, { ...policy, aliases: [{ ids: ['1'], name: '阿里巴巴' }] });
    const page = pageOf(pages, '/projects/1/', 'project');
    assert.deepEqual([page.title, page.names], ['阿里巴巴', ['阿里']]);
  });
});

describe('a project’s page', () => {
  const summaries = makeSummaries(5, (index) => ({
    projects: [
      profile('1', '甲'),
      ...(index % 2 ? [profile('2', '乙')] : []),
      ...(index === 3 ? [profile('3', '丙')] : []),
    ],
  }));
  const page = pageOf(pagesOf(summaries), '/projects/1/', 'project');

  it('counts its mentions by month', () => {
    assert.deepEqual(page.timeline, [{ year: 2022, month: 1, count: 5 }]);
  });

  it('shows who is named in the same articles, most often first', () => {
    assert.deepEqual(
      page.companions?.map(({ name, count }) => [name, count]),
      [
        ['乙', 2],
        ['丙', 1],
      ],
    );
  });

  it('has a feed from the third article on', () => {
    const pages = pagesOf(summaries);
    assert.equal(page.feed, '/projects/1/feed.xml');
    assert.equal(pageOf(pages, '/projects/2/', 'project').feed, undefined);
  });

  it('tells the whole on the front alone, so that numbered pages stay as they are', () => {
    const pages = pagesOf(makeSummaries(9, () => ({ projects: [profile('1', '甲'), profile('2', '乙')] })));
    const { links, timeline, companions, feed } = pageOf(pages, '/projects/1/page/1/', 'project');
    assert.deepEqual([links, timeline, companions, feed], [undefined, undefined, undefined, undefined]);
  });
});

describe('an article’s page', () => {
  it('says where each project was in the news before, in older articles only', () => {
    const pages = listPages(
      arrange(makeSummaries(3, (index) => ({ projects: index === 1 ? [] : [profile('1', '甲')] }))),
    );
    const previous = pages.flatMap((page) =>
      page.kind === 'article' ? [[page.title, page.projects.map((project) => project.previous?.title)]] : [],
    );
    assert.deepEqual(previous, [
      ['2', ['0']],
      ['1', []],
      ['0', [undefined]],
    ]);
  });
});

describe('the index of projects', () => {
  const index = (summaries: readonly ArticleSummary[]) =>
    pageOf(pagesOf(summaries), '/projects/', 'project-index');

  it('has them by mentions, by mentions of the last weeks, and by initial', () => {
    const page = index([
      makeSummary({
        sourcePath: 'a.md',
        date: NOON - 60 * DAY,
        projects: [profile('1', '小米'), profile('4', '7Fresh')],
      }),
      makeSummary({ sourcePath: 'b.md', date: NOON - 50 * DAY, projects: [profile('1', '小米')] }),
      makeSummary({ sourcePath: 'c.md', projects: [profile('2', '阿里'), profile('3', '爱奇艺')] }),
    ]);
    assert.equal(page.total, 4);
    assert.deepEqual(
      page.projects.map(({ name, count }) => [name, count]),
      [
        ['小米', 2],
        ['阿里', 1],
        ['爱奇艺', 1],
        ['7Fresh', 1],
      ],
    );
    assert.deepEqual(
      page.active?.map(({ name }) => name),
      ['阿里', '爱奇艺'],
    );
    assert.deepEqual(page.initials, [
      {
        initial: 'A',
        count: 2,
        names: [
          { title: '阿里', url: '/projects/2/' },
          { title: '爱奇艺', url: '/projects/3/' },
        ],
      },
      { initial: 'X', count: 1, names: [{ title: '小米', url: '/projects/1/' }] },
      { initial: '#', count: 1, names: [{ title: '7Fresh', url: '/projects/4/' }] },
    ]);
  });

  it('gives each letter a page of its own when there are many', () => {
    const many = makeSummaries(40, (at) => ({
      projects: Array.from({ length: 40 }, (_, of) =>
        profile(`${at}-${of}`, `${of % 2 ? 'A' : '米'}${at}-${of}`),
      ),
    }));
    const pages = pagesOf(many);
    const page = pageOf(pages, '/projects/', 'project-index');
    assert.deepEqual(
      page.initials?.map(({ initial, url, count, names }) => [initial, url, count, names.length]),
      [
        ['A', '/projects/~a/', 800, 0],
        ['M', '/projects/~m/', 800, 0],
      ],
    );
    assert.equal(page.projects.length, 48);
    const letter = pageOf(pages, '/projects/~a/', 'project-index');
    assert.deepEqual([letter.initial, letter.total, letter.initials?.[0]?.names.length], ['A', 800, 800]);
  });
});

describe('ids that authors write by hand', () => {
  const written = (id: string, text: string, line = 3) => ({
    ...makeMention({ id, name: text, text }),
    written: { line, column: 5 },
  });
  const warn = (summaries: readonly ArticleSummary[], projects?: ProjectPolicy, pages?: ArticleSummary[]) =>
    arrange(summaries, projects, pages).diagnostics.map(
      ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`,
    );
  const tagged = makeSummary({ sourcePath: 'tagged.md', projects: [profile('7133', '阿里巴巴')] });

  it('are fine when a source has them', () => {
    assert.deepEqual(
      warn([tagged, makeSummary({ sourcePath: 'a.md', projects: [written('7133', '阿里')] })]),
      [],
    );
  });

  it('are fine when site.yaml names them', () => {
    const summaries = [makeSummary({ sourcePath: 'a.md', projects: [written('ferry', '渡轮')] })];
    assert.deepEqual(warn(summaries, { ...policy, aliases: [{ ids: ['ferry'], name: '夜航渡轮' }] }), []);
  });

  it('are warned of when nobody knows them, where they stand first', () => {
    const summaries = [
      makeSummary({ sourcePath: 'late.md', date: NOON + DAY, projects: [written('9', '某某', 8)] }),
      makeSummary({ sourcePath: 'early.md', projects: [written('9', '某某')] }),
    ];
    assert.deepEqual(warn(summaries), ['articles/early.md:3:5 unknown-project No source has a project "9".']);
  });

  it('are corrected where the name is known', () => {
    assert.deepEqual(
      warn([tagged, makeSummary({ sourcePath: 'a.md', projects: [written('7132', '阿里巴巴')] })]),
      ['articles/a.md:3:5 unknown-project No source has a project "7132"; "阿里巴巴" is project:7133.'],
    );
  });

  it('are looked at on pages too', () => {
    const page = makeSummary({ sourcePath: 'about.md', projects: [written('9', '某某')] });
    assert.deepEqual(warn([tagged], policy, [page]), [
      'pages/about.md:3:5 unknown-project No source has a project "9".',
    ]);
  });

  it('give a project its name only until a source does', () => {
    const pages = pagesOf([
      makeSummary({ sourcePath: 'a.md', projects: [written('7133', '这家公司')] }),
      { ...tagged, date: NOON + DAY },
    ]);
    const page = pageOf(pages, '/projects/7133/', 'project');
    assert.deepEqual([page.title, page.names], ['阿里巴巴', ['这家公司']]);
  });
});

describe('what a new article changes', () => {
  it('is the pages of its own projects, and no other project’s', () => {
    const over = (index: number): Partial<ArticleSummary> => ({
      projects:
        index === 400
          ? ['1', '2', '3', '4', '5'].map((id) => profile(id, `名${id}`))
          : [profile(`${index % 30}`, `名${index % 30}`), space(`s${index % 7}`, `名${index % 7}`)],
    });
    const before = pagesOf(makeSummaries(400, over));
    const after = pagesOf(makeSummaries(401, over));
    const changed = [...after.values()].filter(
      (page) => JSON.stringify(page) !== JSON.stringify(before.get(page.url)),
    );
    const fronts = changed.flatMap((page) =>
      page.kind === 'project' && page.pageNumber === undefined ? page.project.id : [],
    );
    assert.deepEqual(fronts.sort(), ['1', '2', '3', '4', '5']);
    assert.ok(changed.length <= 40, `${changed.length} pages changed`);
    assert.deepEqual(
      [...before.keys()].filter((url) => !after.has(url)),
      [],
    );
  });
});
