import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runBuild } from '../../src/build/run-build.ts';

const svg = (sides: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${sides}/>`;

describe('the sizes of pictures in content/media', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const content = path.join(scratch, 'content');
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), text);
  };
  const build = () =>
    runBuild({
      content,
      output: path.join(scratch, 'site'),
      cache: path.join(scratch, 'cache'),
      workers: 1,
      drafts: false,
      future: false,
      clean: false,
      now: Date.UTC(2026, 0, 2),
    });
  const pictures = (page: string) =>
    [...readFileSync(path.join(scratch, 'site', page), 'utf8').matchAll(/<img src="([^"]*)"[^>]*>/g)].map(
      ([tag, src]) => [src, /width="\d+" height="\d+"/.exec(tag)?.[0]],
    );
  before(() => {
    put('site.yaml', 'title: 报\nurl: https://x.example/news/\n');
    put('media/桥 & 塔.svg', svg('viewBox="0 0 1600 900"'));
    put('media/tall.svg', svg('width="300" height="400"'));
    put(
      'articles/a.md',
      '---\ntitle: 甲\ndate: 2026-01-01\nslug: a\nthumbnail: /media/tall.svg\n---\n' +
        '<p>一</p><p><img src="/media/桥 &amp; 塔.svg" alt="桥"></p><p><img src="/media/tall.svg" width="150"></p><p><img src="/media/gone.svg"></p>',
    );
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('stand on the pages that show them, thumbnails included', async () => {
    await build();
    assert.deepEqual(pictures('p/a/index.html'), [
      ['/news/media/tall.svg', 'width="300" height="400"'],
      ['/news/media/%E6%A1%A5%20&amp;%20%E5%A1%94.svg', 'width="1600" height="900"'],
      ['/news/media/tall.svg', 'width="150" height="200"'],
      ['/news/media/gone.svg', undefined],
    ]);
    assert.deepEqual(pictures('latest/index.html'), [['/news/media/tall.svg', 'width="300" height="400"']]);
  });

  it('change the pages that show them when a file does, and no other page', async () => {
    put('media/tall.svg', svg('width="300" height="600"'));
    const { report } = await build();
    assert.deepEqual(pictures('latest/index.html'), [['/news/media/tall.svg', 'width="300" height="600"']]);
    assert.ok(report.changes.written.includes('p/a/index.html'));
    assert.ok(!report.changes.written.includes('404.html'));
  });
});
