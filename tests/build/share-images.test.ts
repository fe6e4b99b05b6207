import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { drawShareImage } from '../../layouts/share-image.tsx';
import { listShareImages } from '../../src/build/share-images.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import { describeShareImage } from '../../src/site/share-image.ts';
import { makeConfig, makeSummary } from '../site/make-summary.ts';

const section = (title: string, color = '#1d6f8b') => ({
  title,
  url: `/categories/${title}/`,
  color,
  hasShareImage: true as const,
});

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
    await file.prepare?.();
    const png = Buffer.from(file.contents as Uint8Array);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
    assert.equal(createHash('sha256').update(png).digest('hex').slice(0, 16), '7117ae1244b66215');
  });

  it('are drawn for a bounded number of categories, the oldest, however many a source names', () => {
    const summaries = Array.from({ length: 200 }, (_, at) =>
      makeSummary({ sourcePath: `${at}.md`, date: 1000 + at, categories: [[`类${999 - at}`]] }),
    );
    const many = arrangeSite(summaries, [], makeConfig({ title: '报' }));
    assert.equal(listShareImages(many).length, 25);
    const link = (name: string) => many.categories.find((category) => category.name === name)!.path[0]!;
    assert.equal(link('类999').hasShareImage, true);
    assert.equal(link('类800').hasShareImage, undefined);
    assert.equal(describeShareImage('报', link('类800')).url, describeShareImage('报').url);
  });

  it('are drawn whatever a category is called', async () => {
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
      names.map((name, at) => makeSummary({ sourcePath: `${at}.md`, categories: [[`a${name}`]] })),
      [],
      makeConfig({ title: ']]>' }),
    );
    for (const file of listShareImages(site)) {
      await file.prepare?.();
      assert.ok(file.contents.length > 1000);
    }
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

  it('fit long names into their margins, escape them, and leave out what the font does not have', () => {
    const sizes = (title: string) =>
      [...drawShareImage(describeShareImage('报', section(title))).matchAll(/font-size="(\d+)"/g)].map(
        ([, size]) => Number(size),
      );
    assert.deepEqual(sizes('科技'), [64, 190]);
    assert.deepEqual(sizes('一二三四五六七八九十'), [64, 104]);
    assert.deepEqual(sizes('ข่าว'), [64]);
    assert.match(drawShareImage(describeShareImage('报', section('<b>"&'))), />&lt;b>&quot;&amp;</);
  });
});
