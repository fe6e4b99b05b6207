import type { PageBody } from '../../layouts/page-body.ts';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { ArticleCard, CategoryLink, Link, Page, ProjectCard, SiteChrome } from '../../src/site/page.ts';

/** Thu, 06 Jan 2022 12:15:33 GMT. */
export const INSTANT = 1641471333000;

export const CHROME: SiteChrome = {
  title: '宽幅日报',
  description: '每天一份',
  siteUrl: 'https://news.example.com/daily/',
  basePath: '/daily/',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  author: '宽幅日报社',
  menu: [
    { title: '首页', url: '/' },
    { title: '新媒体', url: '/categories/新媒体/' },
  ],
  footer: [{ title: '关于', url: '/about/' }],
  assets: {
    'site.css': '/assets/site.1.css',
    'site.js': '/assets/site.2.js',
    'theme.js': '/assets/theme.3.js',
    'icon.svg': '/assets/icon.4.svg',
    'manifest.webmanifest': '/manifest.webmanifest',
  },
  embedHosts: ['player.example.com'],
  feeds: [{ title: '宽幅日报', url: '/feed.xml', type: 'application/rss+xml' }],
};

export const EMPTY_CHROME: SiteChrome = {
  ...CHROME,
  description: '',
  menu: [],
  footer: [],
  assets: {},
  embedHosts: [],
  feeds: [],
};

export const BODY: PageBody = {
  html: '<p>第一段。</p><h2 id="h-1">一</h2><p>甲</p><h3 id="h-2">二</h3><p>乙</p><h2 id="h-3">三</h2><p><br /><img src="/media/a.png" alt="" width="8" height="9"></p>' as SafeHtml,
  outline: [
    { level: 2, id: 'h-1', text: '一' },
    { level: 3, id: 'h-2', text: '二' },
    { level: 2, id: 'h-3', text: '三' },
  ],
  images: [{ src: '/media/a.png', alt: '', width: 8, height: 9 }],
};

/** Every kind of page with all that it can hold, every text of it made by `text`. */
export function fullPages(text: (plain: string) => string = (plain) => plain): readonly Page[] {
  const link = (title: string, url: string): Link => ({ title: text(title), url });
  const category = (title: string, url: string): CategoryLink => ({ ...link(title, url), color: '#b4532a' });
  const path = [
    category('新媒体', '/categories/新媒体/'),
    category('36kr', '/categories/新媒体/36kr/'),
    category('资讯', '/categories/新媒体/36kr/资讯/'),
  ];
  const card = (title: string, url: string): ArticleCard => ({
    url,
    title: text(title),
    excerpt: text('摘要'),
    date: INSTANT,
    thumbnail: { src: 'https://img.example.com/a.jpg', width: 640, height: 360 },
    category: path,
    author: text('林一木'),
    readingMinutes: 3,
    lang: 'zh-CN',
    pinned: true,
    draft: true,
  });
  const cards = [card('标题甲', '/p/a/'), card('标题乙', '/p/b/'), card('标题丙', '/p/c/')];
  const project: ProjectCard = {
    id: '7133',
    url: '/projects/7133/',
    name: text('远航'),
    logo: 'https://img.example.com/logo.png',
    href: 'https://example.org/projects/7133',
  };
  const counted = { ...project, count: 3, latestMention: INSTANT };
  const older = link('更早', '/latest/1/');
  const newer = link('较新', '/latest/3/');
  return [
    {
      kind: 'home',
      url: '/',
      title: text('宽幅日报'),
      lead: cards[0]!,
      latest: [...cards, ...Array.from({ length: 8 }, (_, index) => card('标题', `/p/${index}/`))],
      sections: [{ category: path[0]!, articles: cards }],
      projects: [counted],
    },
    {
      kind: 'article',
      url: '/p/a/',
      title: text('标题甲'),
      date: INSTANT,
      updated: INSTANT + 3_600_000,
      lang: 'en',
      categories: [path, [category('编程', '/categories/编程/')]],
      tags: [link('物流', '/tags/物流/')],
      authors: [
        { ...link('林一木', '/authors/林一木/'), portrait: '/media/lin.jpg' },
        link('周岚', '/authors/周岚/'),
      ],
      thumbnail: { src: 'https://img.example.com/a.jpg' },
      excerpt: text('摘要'),
      sourceUrl: 'https://www.example.org/news/1?a=1&b=2',
      readingMinutes: 6,
      wordCount: 2200,
      toc: true,
      comments: true,
      draft: true,
      future: true,
      projects: [
        {
          ...project,
          previous: { ...link('标题乙', '/p/b/'), date: INSTANT },
        },
      ],
      movedProjects: { 8301: '7133' },
      related: cards,
      previous: link('上一篇的标题', '/p/b/'),
      next: link('下一篇的标题', '/p/c/'),
      bodyDigest: 'digest',
    },
    {
      kind: 'category',
      url: '/categories/新媒体/',
      title: text('新媒体'),
      path: path.slice(0, 1),
      description: text('描述'),
      count: 3,
      children: [{ category: path[1]!, count: 2 }],
      lead: cards[0]!,
      articles: cards.slice(1),
      older,
      feed: '/categories/新媒体/feed.xml',
    },
    {
      kind: 'category-index',
      url: '/categories/',
      title: text('分类'),
      categories: [
        {
          ...path[0]!,
          count: 3,
          description: text('描述'),
          children: [{ ...path[1]!, count: 2, children: [{ ...path[2]!, count: 1, children: [] }] }],
        },
      ],
    },
    {
      kind: 'list',
      list: 'latest',
      url: '/latest/2/',
      title: text('最新'),
      breadcrumb: [link('标签', '/tags/')],
      pageNumber: 2,
      count: 3,
      articles: cards,
      newer,
      older,
    },
    {
      kind: 'list',
      list: 'month',
      url: '/archives/2022/01/',
      title: text('2022 年 1 月'),
      breadcrumb: [link('归档', '/archives/')],
      articles: cards,
    },
    {
      kind: 'list',
      list: 'author',
      url: '/authors/林一木/',
      title: text('林一木'),
      breadcrumb: [link('作者', '/authors/')],
      count: 3,
      profile: { portrait: '/media/lin.jpg', bio: text('写城市。'), website: 'https://lin.example.com/' },
      articles: cards,
    },
    {
      kind: 'archive-index',
      url: '/archives/',
      title: text('归档'),
      years: [{ year: 2022, count: 3, months: [{ month: 1, count: 3, url: '/archives/2022/01/' }] }],
    },
    {
      kind: 'term-index',
      taxonomy: 'tag',
      url: '/tags/',
      title: text('标签'),
      terms: [{ ...link('物流', '/tags/物流/'), count: 2 }],
    },
    {
      kind: 'term-index',
      taxonomy: 'author',
      url: '/authors/',
      title: text('作者'),
      terms: [{ ...link('林一木', '/authors/林一木/'), count: 2 }],
    },
    {
      kind: 'project',
      url: '/projects/7133/',
      title: text('远航'),
      project,
      names: [text('远航物流')],
      count: 3,
      firstMention: INSTANT,
      latestMention: INSTANT,
      articles: cards,
      sentences: cards.map(() => `${text('远航')}启用了第二座仓库。`),
      links: [
        { href: 'https://example.org/projects/7133', kind: 'profile' },
        { href: 'https://example.org/space/1?a=1&b=2', kind: 'space' },
      ],
      timeline: [
        { year: 2021, month: 12, count: 1 },
        { year: 2022, month: 1, count: 2 },
      ],
      companions: [{ ...project, id: '8301', url: '/projects/8301/', count: 2 }],
      feed: '/projects/7133/feed.xml',
      pageNumber: 2,
      newer,
      older,
    },
    {
      kind: 'project-index',
      url: '/projects/',
      title: text('公司与产品'),
      total: 2,
      projects: [counted],
      active: [counted],
      initials: [
        { initial: 'Y', count: 1, names: [link('远航', '/projects/7133/')] },
        { initial: '#', count: 1, names: [link('8848', '/projects/1/')] },
      ],
    },
    {
      kind: 'project-index',
      url: '/projects/~y/',
      title: text('公司与产品 Y'),
      total: 1,
      initial: 'Y',
      projects: [],
      initials: [{ initial: 'Y', count: 1, names: [link('远航', '/projects/7133/')] }],
    },
    {
      kind: 'standalone',
      url: '/about/',
      title: text('关于'),
      excerpt: text('我们是谁'),
      lang: 'en',
      updated: INSTANT,
      bodyDigest: 'digest',
    },
    { kind: 'search', url: '/search/', title: text('搜索') },
    { kind: 'not-found', url: '/404.html', title: text('没有找到这个页面') },
    { kind: 'offline', url: '/offline.html', title: text('现在没有网络') },
    { kind: 'redirect', url: '/old/', title: text('旧地址'), target: '/p/a/' },
  ];
}

/** Every kind of page with as little as it can hold. */
export const EMPTY_PAGES: readonly Page[] = [
  { kind: 'home', url: '/', title: '空', latest: [], sections: [], projects: [] },
  {
    kind: 'article',
    url: '/p/a/',
    title: '空',
    date: INSTANT,
    categories: [],
    tags: [],
    authors: [],
    excerpt: '',
    readingMinutes: 1,
    wordCount: 0,
    comments: false,
    draft: false,
    future: false,
    projects: [],
    related: [],
    bodyDigest: '',
  },
  {
    kind: 'category',
    url: '/categories/空/',
    title: '空',
    path: [{ title: '空', url: '/categories/空/', color: '#000000' }],
    count: 0,
    children: [],
    articles: [],
  },
  { kind: 'category-index', url: '/categories/', title: '空', categories: [] },
  { kind: 'list', list: 'tag', url: '/tags/a/', title: '空', breadcrumb: [], articles: [] },
  { kind: 'list', list: 'month', url: '/archives/2022/01/', title: '空', breadcrumb: [], articles: [] },
  { kind: 'archive-index', url: '/archives/', title: '空', years: [] },
  { kind: 'term-index', taxonomy: 'tag', url: '/tags/', title: '空', terms: [] },
  {
    kind: 'project',
    url: '/projects/1/',
    title: '空',
    project: { id: '1', url: '/projects/1/', name: '空' },
    names: [],
    count: 0,
    firstMention: INSTANT,
    latestMention: INSTANT,
    articles: [],
    sentences: [],
  },
  { kind: 'project-index', url: '/projects/', title: '空', projects: [] },
  { kind: 'standalone', url: '/about/', title: '空', excerpt: '', bodyDigest: '' },
  { kind: 'search', url: '/search/', title: '空' },
  { kind: 'not-found', url: '/404.html', title: '空' },
  { kind: 'redirect', url: '/old/', title: '空', target: '/p/a/' },
];

/** One kind of full page, for tests of what only it has. */
export function fullPage<Kind extends Page['kind']>(kind: Kind): Extract<Page, { kind: Kind }> {
  const page = fullPages().find((candidate) => candidate.kind === kind);
  return page as Extract<Page, { kind: Kind }>;
}
