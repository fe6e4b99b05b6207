import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runBuild } from '../../src/build/run-build.ts';
import { verifyBuild } from '../../src/build/verify-build.ts';
import { Workforce } from '../../src/build/workforce.ts';
import { readArticlePage } from '../../src/search/read-article-page.ts';
import { SearchIndex } from '../../src/search/search-index.ts';
import { outputPath } from '../../src/site/link.ts';
import { readTree } from '../sites/site-tree.ts';

const SEGMENTS = 'search/segments';

/** Every file of a site with the digest of its contents. */
function readSums(site: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readTree(site)).map(([file, text]) => [file, hash('sha256', text)]),
  );
}

describe('the search index of a build', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const content = path.join(scratch, 'content');
  const workforce = new Workforce(2);
  const site = path.join(scratch, 'site');

  const options = (name = 'site', more: { clean?: boolean } = {}) => ({
    content,
    output: path.join(scratch, name),
    cache: path.join(scratch, `${name}-cache`),
    workers: 2,
    drafts: false,
    future: false,
    clean: false,
    now: Date.UTC(2024, 5, 1),
    ...more,
  });
  const build = (name?: string, more?: { clean?: boolean }) => runBuild(options(name, more), workforce);
  const configure = (text: string) =>
    writeFileSync(
      path.join(content, 'site.yaml'),
      `title: 小城新闻\nurl: https://news.example.org/daily/\n${text}`,
    );

  function put(name: string, day: number, body: string, head = 'categories: [城市, 港口]'): void {
    const date = new Date(Date.UTC(2024, 0, day)).toISOString();
    writeFileSync(
      path.join(content, 'articles', `${name}.md`),
      `---\ntitle: 文章${name}\ndate: ${date}\n${head}\n---\n${body}\n`,
    );
  }

  async function find(query: string): Promise<string[]> {
    const index = new SearchIndex({
      readFile: (file) => readFile(path.join(site, 'search', file)),
      readArticle: async (url) => readArticlePage(await readFile(path.join(site, outputPath(url)), 'utf8')),
    });
    const titles: string[] = [];
    for await (const event of index.search(query)) {
      if (event.kind === 'result') titles.push(event.result.title.map(({ text }) => text).join(''));
    }
    return titles;
  }

  before(() => {
    mkdirSync(path.join(content, 'articles'), { recursive: true });
    configure('');
    for (let day = 1; day <= 70; day += 1) put(`${day}`, day, `渡轮第 ${day} 次靠岸。`);
  });
  after(async () => {
    await workforce.dismiss();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('finds what the pages say: text, links to projects, names as they are shown', async () => {
    put(
      'p',
      71,
      '<p>昨天，<a class="project-link" data-id="7133" data-name="阿里巴巴" href="https://36kr.com/projectDetails/7133">阿里巴巴</a>集团的人 &lt;看&gt; 了灯塔&amp;海。</p>',
      'categories: [程序]\nauthor: 晴窗',
    );
    configure('categories:\n  - path: 编程\n    aliases: [程序]\n');
    await build();
    assert.deepEqual(await find('"阿里巴巴集团的人"'), ['文章p']);
    assert.deepEqual(await find('<看>了灯塔&海'), ['文章p']);
    assert.deepEqual(await find('project:阿里巴巴 source:晴窗 category:编程'), ['文章p']);
    assert.deepEqual(await find('category:程序'), []);
    assert.equal((await find('渡轮')).length, 70);
  });

  it('is searched by the new names when only names change', async () => {
    configure('');
    await build();
    assert.deepEqual(await find('category:程序'), ['文章p']);
    assert.deepEqual(await find('category:编程'), []);
  });

  it('keeps every file of the older segments when an article is added, and loses one that is edited or deleted', async () => {
    const times = () =>
      new Map(
        readdirSync(path.join(site, SEGMENTS), { recursive: true, encoding: 'utf8' }).map((file) => [
          file,
          statSync(path.join(site, SEGMENTS, file)).mtimeMs,
        ]),
      );
    const earlier = times();
    put('new', 80, '灯塔亮着。');
    const { report } = await build();
    const written = report.changes.written.filter((file) => file.startsWith('search/'));
    assert.ok(
      written.includes('search/manifest.json') && !written.includes('search/index.html'),
      written.join(),
    );
    assert.equal(
      new Set(written.filter((file) => file.startsWith(SEGMENTS)).map((file) => file.split('/')[2])).size,
      1,
    );
    const later = times();
    const kept = [...earlier].filter(([file, time]) => file.endsWith('.bin') && later.get(file) === time);
    assert.ok(kept.length >= 3, `${kept.length} kept`);
    put('new', 80, '灯火亮着。');
    rmSync(path.join(content, 'articles', '7.md'));
    await build();
    assert.deepEqual(await find('"灯塔亮着"'), []);
    assert.deepEqual(await find('灯火'), ['文章new']);
    assert.equal((await find('渡轮')).length, 69);
    assert.deepEqual(await verifyBuild(options()), []);
  });

  it('is written again where it is damaged, missing, or full of what does not belong there', async () => {
    const whole = readSums(site);
    const [segment] = readdirSync(path.join(site, SEGMENTS));
    truncateSync(path.join(site, SEGMENTS, segment!, 'p0.bin'), 3);
    rmSync(path.join(site, SEGMENTS, segment!, 'a0.bin'));
    await build();
    assert.deepEqual(readSums(site), whole);
    rmSync(path.join(site, 'search'), { recursive: true });
    await build();
    assert.deepEqual(readSums(site), whole);
    // Workers have the store open.
    await workforce.dismiss();
    rmSync(path.join(scratch, 'site-cache'), { recursive: true });
    mkdirSync(path.join(site, SEGMENTS, segment!, 'deep'));
    writeFileSync(path.join(site, SEGMENTS, segment!, 'deep', 'p9.bin'), 'x');
    writeFileSync(path.join(site, SEGMENTS, segment!, 'p9.bin'), 'x');
    await build();
    assert.deepEqual(readSums(site), whole);
    await build('site', { clean: true });
    assert.deepEqual(readSums(site), whole);
  });

  it('is there for a site without an article, and for one with the first', async () => {
    const empty = mkdtempSync(path.join(scratch, 'empty-'));
    mkdirSync(path.join(empty, 'articles'));
    await runBuild({ ...options('none'), content: empty }, workforce);
    const manifest = JSON.parse(readFileSync(path.join(scratch, 'none/search/manifest.json'), 'utf8'));
    assert.deepEqual([manifest.documents, manifest.windows, manifest.segments], [0, [], []]);
  });

  it('reports, when verified, a segment that holds something else', async () => {
    const [segment] = readdirSync(path.join(site, SEGMENTS));
    const file = `${SEGMENTS}/${segment}/a0.bin`;
    const bytes = readFileSync(path.join(site, file));
    bytes[9]! ^= 1;
    writeFileSync(path.join(site, file), bytes);
    assert.deepEqual(await verifyBuild(options()), [{ file, kind: 'different' }]);
  });
});
