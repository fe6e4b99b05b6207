import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { drawShareImage } from '../../layouts/share-image.tsx';
import { drawShareImages, listShareImages, type ShareImageFile } from '../../src/build/share-images.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import { listPages } from '../../src/site/list-pages.ts';
import type { ArticlePage, SiteChrome } from '../../src/site/page.ts';
import { describeShareImage, describeTitleImage, findShareImage } from '../../src/site/share-image.ts';
import { makeConfig, makeSummary } from '../site/make-summary.ts';

const section = (title: string, color = '#1d6f8b') => ({
  title,
  url: `/categories/${title}/`,
  color,
  hasShareImage: true as const,
});

async function draw(files: readonly ShareImageFile[]): Promise<readonly Buffer[]> {
  const drawn: Buffer[] = [];
  await drawShareImages(files, (_file, png) => drawn.push(Buffer.from(png)));
  return drawn;
}

describe('share images', () => {
  const site = arrangeSite(
    [
      makeSummary({ sourcePath: 'a.md', categories: [['科技', '芯片']] }),
      makeSummary({ sourcePath: 'b.md', categories: [['科技', '航天']] }),
      makeSummary({ sourcePath: 'c.md', categories: [['Culture']] }),
    ],
    [],
    makeConfig({
      title: '晴窗报',
      shareImages: { articles: 0 },
      categories: [{ path: ['科技'], order: 1, color: '#1d6f8b', aliases: [] }],
    }),
  );

  it('are one of the site and one of each top category, whatever the number of articles', () => {
    assert.deepEqual(
      listShareImages(site).map(({ path }) => `/${path}`),
      [undefined, ...site.categories.map(({ path: [top] }) => top)].map(
        (top) => describeShareImage('晴窗报', top).url,
      ),
    );
    assert.equal(site.categories.length, 2);
  });

  it('are the same bytes on every machine', async () => {
    const file = listShareImages(site).find(
      ({ path }) => `/${path}` === describeShareImage('晴窗报', section('科技')).url,
    )!;
    const [png] = await draw([file]);
    assert.ok(png);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
    assert.equal(createHash('sha256').update(png).digest('hex').slice(0, 16), 'a59ae32542497153');
  });

  it('are drawn for a bounded number of categories, the oldest, however many a source names', () => {
    const summaries = Array.from({ length: 200 }, (_, at) =>
      makeSummary({ sourcePath: `${at}.md`, date: 1000 + at, categories: [[`类${999 - at}`]] }),
    );
    const many = arrangeSite(summaries, [], makeConfig({ title: '报', shareImages: { articles: 0 } }));
    assert.equal(listShareImages(many).length, 25);
    const link = (name: string) => many.categories.find((category) => category.name === name)!.path[0]!;
    assert.equal(link('类999').hasShareImage, true);
    assert.equal(link('类800').hasShareImage, undefined);
    assert.equal(describeShareImage('报', link('类800')).url, describeShareImage('报').url);
  });

  describe('of articles', () => {
    const CHROME = { title: '报' } as SiteChrome;
    const articles = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        makeSummary({
          sourcePath: `${at}.md`,
          title: `第 ${at} 篇`,
          date: 1000 + at,
          categories: [['科技']],
          ...(at % 2 === 0 && { thumbnail: { src: 'https://x.example/1.png' } }),
        }),
      );
    const pagesOf = (count: number, wanted?: number) => {
      const arranged = arrangeSite(
        articles(count),
        [],
        makeConfig({ title: '报', ...(wanted !== undefined && { shareImages: { articles: wanted } }) }),
      );
      const pages = listPages(arranged).filter((page): page is ArticlePage => page.kind === 'article');
      return { pages, files: listShareImages(arranged).map(({ path }) => `/${path}`) };
    };

    it('show the titles of the newest that have no picture, as many as are wanted', () => {
      const { pages, files } = pagesOf(10, 2);
      assert.deepEqual(
        pages.filter((page) => page.hasShareImage).map(({ title }) => title),
        ['第 9 篇', '第 7 篇'],
      );
      for (const page of pages) assert.ok(files.includes(findShareImage(page, CHROME).url), page.title);
      assert.equal(files.length, 2 + 2);
    });

    it('are those of the newest 24 where site.yaml says nothing, of however many', () => {
      const { pages, files } = pagesOf(1000);
      assert.equal(pages.filter((page) => page.hasShareImage).length, 24);
      assert.equal(files.length, 2 + 24);
    });

    it('are none where none are wanted', () => {
      const { pages, files } = pagesOf(10, 0);
      assert.ok(pages.every((page) => page.hasShareImage === undefined));
      assert.equal(files.length, 2);
    });

    it('stand for drawings too, which no platform shows', () => {
      const summaries = ['/media/a.svg', 'https://x.example/b.SVG?v=2', '/media/c.png'].map((src, at) =>
        makeSummary({ sourcePath: `${at}.md`, title: src, date: at, thumbnail: { src } }),
      );
      const titled = listPages(arrangeSite(summaries, [], makeConfig({}))).filter(
        (page) => page.kind === 'article' && page.hasShareImage,
      );
      assert.deepEqual(titled.map(({ title }) => title).sort(), [
        '/media/a.svg',
        'https://x.example/b.SVG?v=2',
      ]);
    });

    it('give way to that of a new article, one for one', () => {
      const [before, after] = [pagesOf(11, 2), pagesOf(12, 2)];
      assert.equal(after.files.filter((file) => !before.files.includes(file)).length, 1);
      assert.equal(before.files.filter((file) => !after.files.includes(file)).length, 1);
    });

    it('are one for two articles of one title', () => {
      const arranged = arrangeSite(
        ['a.md', 'b.md'].map((sourcePath) => makeSummary({ sourcePath, title: '早报' })),
        [],
        makeConfig({ shareImages: { articles: 9 } }),
      );
      assert.equal(listShareImages(arranged).length, 2);
    });

    const linesOf = (title: string): string[] => {
      const lines: string[] = [];
      const outline = (text: string) => {
        lines.push(text);
        return [];
      };
      drawShareImage(describeTitleImage('报', title), { unitsPerEm: 1000, outline });
      return lines.slice(1);
    };

    it('break titles between Han characters and between words, and never before a comma', () => {
      assert.deepEqual(linesOf('老城区供暖升级，二次管网施工提前三天完成'), [
        '老城区供暖升级，二次',
        '管网施工提前三天完成',
      ]);
      assert.deepEqual(linesOf('Night ferry adds a reading car, and passengers stop sleeping'), [
        'Night ferry adds a reading',
        'car, and passengers stop',
        'sleeping',
      ]);
      assert.ok(linesOf(`${'一二三四五六七八九十'}，甲乙丙丁`)[0]!.endsWith('，'));
    });

    it('cut a title that has no room', () => {
      const lines = linesOf('很长'.repeat(200));
      assert.equal(lines.length, 4);
      assert.ok(lines[3]!.endsWith('…'));
      assert.equal(linesOf('x'.repeat(500)).length, 1);
    });

    it('are the same bytes on every machine', async () => {
      const arranged = arrangeSite(
        [makeSummary({ sourcePath: 'a.md', title: '老城区供暖升级，二次管网施工提前三天完成' })],
        [],
        makeConfig({ title: '晴窗报', shareImages: { articles: 1 } }),
      );
      const file = listShareImages(arranged).at(-1)!;
      const [png] = await draw([file]);
      assert.equal(createHash('sha256').update(png!).digest('hex').slice(0, 16), '666bc9a2ba2936b4');
    });
  });

  it('are drawn whatever a category or an article is called', async () => {
    const names = [
      ']]>',
      '<!--',
      '&#0;',
      '&amp;',
      '\u0000',
      '\u0085',
      '\ufffe',
      '\ud800',
      '\u202e',
      '\u200d',
      '😀',
      '𝕬',
      '',
      ' ',
    ];
    const site = arrangeSite(
      names.map((name, at) =>
        makeSummary({ sourcePath: `${at}.md`, title: `t${name}`, categories: [[`a${name}`]] }),
      ),
      [],
      makeConfig({ title: ']]>', shareImages: { articles: names.length } }),
    );
    const drawn = await draw(listShareImages(site));
    assert.equal(drawn.length, listShareImages(site).length);
    for (const png of drawn) assert.ok(png.length > 1000);
  });

  it('have another name when they show something else', () => {
    const urls = [
      describeShareImage('晴窗报'),
      describeShareImage('晴窗报', section('科技')),
      describeShareImage('晴窗报', section('科技', '#222222')),
      describeShareImage('晚窗报', section('科技')),
    ].map(({ url }) => url);
    assert.equal(new Set(urls).size, 4);
  });

  it('fit long names into their margins, and leave out what the font does not have', () => {
    const font = { unitsPerEm: 1, outline: () => [] };
    const sizes = (title: string) =>
      [...drawShareImage(describeShareImage('报', section(title)), font).matchAll(/scale\((\d+) -/g)].map(
        ([, size]) => Number(size),
      );
    assert.deepEqual(sizes('科技'), [64, 190]);
    assert.deepEqual(sizes('一二三四五六七八九十'), [64, 104]);
    assert.deepEqual(sizes('ข่าว'), [64]);
  });
});
