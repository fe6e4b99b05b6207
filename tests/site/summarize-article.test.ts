import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Article } from '../../src/content/article.ts';
import type { CleanedBody } from '../../src/html/cleaned-body.ts';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import { summarizeArticle } from '../../src/site/summarize-article.ts';

const article: Article = {
  sourcePath: 'a.md',
  title: '甲',
  date: 0,
  categories: [['新媒体']],
  tags: [],
  authors: ['36kr'],
  aliases: [],
  draft: false,
  comments: true,
  pinned: false,
  data: { layout: 'post' },
  format: 'html',
  body: '<p>正文</p>',
  bodyLine: 5,
};

const body: CleanedBody = {
  html: '<p>正文</p>' as SafeHtml,
  excerpt: '正文',
  text: '正文',
  count: { characters: 2, words: 0 },
  outline: [],
  images: [],
  projects: [],
  diagnostics: [],
};

function summarize(overArticle: Partial<Article> = {}, overBody: Partial<CleanedBody> = {}, basePath = '/') {
  return summarizeArticle({ ...article, ...overArticle }, { ...body, ...overBody }, 'digest', basePath);
}

const image = (src: string, width?: number, height?: number) => ({
  src,
  alt: '',
  ...(width !== undefined && { width }),
  ...(height !== undefined && { height }),
});

describe('summarizeArticle', () => {
  it('keeps what the site needs, and neither body nor unknown keys', () => {
    assert.deepEqual(summarize(), {
      sourcePath: 'a.md',
      title: '甲',
      date: 0,
      categories: [['新媒体']],
      tags: [],
      authors: ['36kr'],
      aliases: [],
      draft: false,
      comments: true,
      pinned: false,
      excerpt: '正文',
      readingMinutes: 1,
      wordCount: 2,
      projects: [],
      bodyDigest: 'digest',
    });
  });

  it("prefers the author's excerpt", () => {
    assert.equal(summarize({ excerpt: '摘要' }).excerpt, '摘要');
  });

  it('cuts an endless excerpt between code points', () => {
    const { excerpt } = summarize({ excerpt: '𠮷'.repeat(1000) });
    assert.equal(excerpt, `${'𠮷'.repeat(500)}…`);
  });

  it('counts 400 characters or 230 words as a minute', () => {
    assert.equal(summarize({}, { count: { characters: 2000, words: 230 } }).readingMinutes, 6);
  });

  it("takes the article's own thumbnail, with the size that the body knows", () => {
    const images = [image('https://x/1.jpg', 899, 500)];
    assert.deepEqual(summarize({ thumbnail: 'https://x/1.jpg' }, { images }).thumbnail, {
      src: 'https://x/1.jpg',
      width: 899,
      height: 500,
    });
  });

  it('reads a size off the URL', () => {
    assert.deepEqual(summarize({ thumbnail: 'https://x/1-640x360.jpg' }).thumbnail, {
      src: 'https://x/1-640x360.jpg',
      width: 640,
      height: 360,
    });
  });

  for (const thumbnail of [
    'https://picsum.photos/400/300?random=12',
    'https://picsum.photos/400/300',
    'https://source.unsplash.com/random/400x300',
    'https://loremflickr.com/320/240',
  ]) {
    it(`passes over the random picture ${thumbnail}`, () => {
      assert.equal(summarize({ thumbnail }).thumbnail, undefined);
      const images = [image(thumbnail), image('https://x/2.jpg')];
      assert.deepEqual(summarize({ thumbnail }, { images }).thumbnail, { src: 'https://x/2.jpg' });
    });
  }

  it('keeps a picture that picsum.photos serves by number, which is always the same', () => {
    assert.equal(
      summarize({ thumbnail: 'https://picsum.photos/id/237/400/300' }).thumbnail?.src.includes('237'),
      true,
    );
  });

  it('takes the first picture of the body that is no icon', () => {
    const images = [
      image('https://x/icon.png', 64, 64),
      image('https://x/wide.png', 900, 20),
      image('https://x/3.jpg', 800, 450),
    ];
    assert.equal(summarize({}, { images }).thumbnail?.src, 'https://x/3.jpg');
  });

  it('names a picture of the site without the base path, wherever it found it', () => {
    const images = [image('/news/media/a.jpg')];
    const of = (named?: string) =>
      summarize(named ? { thumbnail: named } : {}, { images }, '/news/').thumbnail;
    assert.deepEqual(of(), { src: '/media/a.jpg' });
    assert.deepEqual(of('/news/media/b.jpg'), { src: '/media/b.jpg' });
    assert.deepEqual(of('/media/b.jpg'), { src: '/media/b.jpg' });
    const sized = summarize(
      { thumbnail: '/media/a.jpg' },
      { images: [image('/news/media/a.jpg', 4, 3)] },
      '/news/',
    );
    assert.deepEqual(sized.thumbnail, { src: '/media/a.jpg', width: 4, height: 3 });
  });

  it('lists the pictures of the site whose size the body does not tell, each once', () => {
    const images = [
      image('/media/a.jpg'),
      image('/media/a.jpg'),
      image('/media/b.jpg', 400),
      image('/media/c.jpg', 400, 300),
      image('https://x.example/d.jpg'),
    ];
    assert.deepEqual(summarize({}, { images }).ownPictures, ['/media/a.jpg', '/media/b.jpg']);
    assert.equal(summarize().ownPictures, undefined);
  });
});
