import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let server: Server;
let origin: string;
/** What the server answers, by path; undefined: 500. */
let feeds: Record<string, string>;
let asked: string[];
before(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const text = feeds[url];
    response.writeHead(text === undefined ? 500 : 200, { 'Content-Type': 'application/rss+xml' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  feeds = {};
  asked = [];
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const item = (number: number, title = `第${number}条`): string =>
  `<item><title>${title}</title><link>https://n.example/${number}</link><guid isPermaLink="false">g${number}</guid><pubDate>Fri, 0${number} Mar 2024 08:00:00 GMT</pubDate><description>&lt;p&gt;正文 ${number}&lt;/p&gt;</description></item>`;
const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>晨报</title><link>https://n.example/</link>${items.join('')}</channel></rss>`;

const at = (name: string) => path.join(folder, name);
const run = (...words: string[]) => runCommand('import', [...words, '--content', at('content')]);
const feed = (name: string, ...flags: string[]) =>
  run('feed', `${origin}/${name}`, '--allow-private', ...flags);
const check = () => runCommand('check', ['--content', at('content'), '--cache', at('cache')]);

/** Every article, by its path. */
function articles(): Record<string, string> {
  const root = at('content/articles');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

describe('npm run import -- feed', () => {
  it('makes articles of a feed that check passes', async () => {
    feeds['/a'] = rss(item(1), item(2));
    const { status, stdout } = await feed('a', '--category', '城市/晨报/要闻');
    assert.equal(status, 0);
    assert.match(stdout, /\/a: 2 new\n {2}new {6}.*第1条\.md/);
    assert.deepEqual(Object.keys(articles()), ['城市/晨报/要闻/第1条.md', '城市/晨报/要闻/第2条.md']);
    assert.match(articles()['城市/晨报/要闻/第1条.md']!, /source: https:\/\/n\.example\/1\nguid: g1\n/);
    const checked = await check();
    assert.equal(checked.status, 0);
    assert.match(checked.stdout, /2 articles checked: 0 errors, 0 warnings/);
    assert.deepEqual(asked, ['/a'], 'one request, and no other');
  });

  it('brings up to date what was imported before, and doubles nothing', async () => {
    feeds['/a'] = rss(item(1), item(2));
    await feed('a');
    const before = articles();
    assert.match((await feed('a')).stdout, /2 unchanged/);
    assert.deepEqual(articles(), before);
    feeds['/a'] = rss(item(3), item(2), item(1, '第1条，改过'));
    assert.match((await feed('a')).stdout, /1 new, 1 updated, 1 unchanged/);
    assert.deepEqual(Object.keys(articles()), ['晨报/第1条.md', '晨报/第2条.md', '晨报/第3条.md']);
    assert.match(articles()['晨报/第1条.md']!, /title: 第1条，改过/);
  });

  it('leaves alone what was edited by hand, unless it is told otherwise', async () => {
    feeds['/a'] = rss(item(1));
    await feed('a');
    const file = at('content/articles/晨报/第1条.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('正文', '我的正文'));
    feeds['/a'] = rss(item(1, '新题'));
    assert.match((await feed('a')).stdout, /1 edited by hand and left alone\n {2}edited/);
    assert.match(readFileSync(file, 'utf8'), /我的正文/);
    assert.match((await feed('a', '--overwrite')).stdout, /1 updated/);
    assert.match(readFileSync(file, 'utf8'), /title: 新题/);
  });

  it('finds an article again that an author has moved', async () => {
    feeds['/a'] = rss(item(1));
    await feed('a');
    const text = articles()['晨报/第1条.md']!;
    rmSync(at('content/articles'), { recursive: true });
    mkdirSync(at('content/articles/别处'), { recursive: true });
    writeFileSync(at('content/articles/别处/桥.md'), text);
    assert.match((await feed('a')).stdout, /1 unchanged/);
    assert.deepEqual(Object.keys(articles()), ['别处/桥.md']);
  });

  it('imports what it can of a broken feed, and says what was broken', async () => {
    feeds['/a'] = rss(item(1), item(2)).slice(0, -60);
    const { status, stdout, stderr } = await feed('a');
    assert.equal(status, 0);
    assert.match(stdout, /2 new/);
    assert.match(stderr, /\/a:1:\d+ {2}warning {2}damaged-item/);
    feeds['/a'] = rss(item(1), item(2));
    assert.match((await feed('a')).stdout, /1 updated, 1 unchanged/);
    feeds['/a'] = rss(item(1), item(2)).slice(0, -60);
    assert.match((await feed('a')).stdout, /2 unchanged/);
  });

  it('reads a feed from a file, without the network', async () => {
    writeFileSync(at('feed.xml'), rss(item(1)));
    assert.match((await run('feed', at('feed.xml'))).stdout, /1 new/);
    assert.deepEqual(asked, []);
  });

  it('writes nothing on a dry run', async () => {
    writeFileSync(at('feed.xml'), rss(item(1)));
    assert.match((await run('feed', at('feed.xml'), '--dry-run')).stdout, /would be 1 new/);
    assert.throws(articles);
  });

  it('refuses private addresses unless they are allowed', async () => {
    feeds['/a'] = rss(item(1));
    const { status, stderr } = await run('feed', `${origin}/a`);
    assert.equal(status, 1);
    assert.match(stderr, /unreachable-feed {2}127\.0\.0\.1 is not an address of the public Internet/);
    assert.deepEqual(asked, []);
  });

  it('keeps to its limits of size', async () => {
    feeds['/a'] = rss(item(1, '桥'.repeat(2000)));
    const { status, stderr } = await feed('a', '--max-bytes', '2000');
    assert.equal(status, 1);
    assert.match(stderr, /more than 2000 bytes/);
  });

  it('keeps hostile names inside the folder', async () => {
    mkdirSync(at('content/articles'), { recursive: true });
    mkdirSync(at('outside'));
    symlinkSync(at('outside'), at('content/articles/晨报'));
    writeFileSync(at('feed.xml'), rss(item(1, '../../../../evil')));
    const { status, stderr } = await run('feed', at('feed.xml'));
    assert.equal(status, 1);
    assert.match(stderr, /leads out of/);
    assert.deepEqual(readdirSync(at('outside')), []);
    await run('feed', at('feed.xml'), '--category', '../x');
    assert.deepEqual(Object.keys(articles()), ['x/evil.md']);
  });

  it('asks for what it needs', async () => {
    assert.equal((await run()).status, 2);
    assert.equal((await run('feed')).status, 2);
    assert.equal((await run('blog', 'x')).status, 2);
    assert.equal((await run('feeds', 'x')).status, 2);
    assert.equal((await run('feeds', '--category', 'x')).status, 2);
    assert.equal((await run('feed', at('none.xml'))).status, 1);
  });
});

describe('npm run import -- feeds', () => {
  const configure = (...sources: readonly string[]) => {
    mkdirSync(at('content'), { recursive: true });
    writeFileSync(
      at('content/site.yaml'),
      `title: 报\nfeeds:\n  sources:\n${sources.map((one) => `    - ${one}\n`).join('')}`,
    );
  };

  it('imports the feeds of site.yaml; one that fails does not stop the others', async () => {
    feeds['/a'] = rss(item(1));
    feeds['/c'] = rss(item(2));
    configure(
      `{url: ${origin}/a, category: 新媒体/甲}`,
      `{url: ${origin}/b}`,
      `{url: ${origin}/c, category: [乙, 丙/丁]}`,
    );
    const { status, stdout, stderr } = await run('feeds', '--allow-private');
    assert.equal(status, 1);
    assert.match(stdout, /\/a: 1 new\n[\s\S]*\/b: failed\n[\s\S]*\/c: 1 new/);
    assert.match(stderr, /\/b:1:1 {2}error {2}unreachable-feed {2}The server answers 500\./);
    assert.deepEqual(Object.keys(articles()), ['乙/丙_丁/第2条.md', '新媒体/甲/第1条.md']);
    assert.match(articles()['乙/丙_丁/第2条.md']!, /categories:\n {2}- 乙\n {2}- 丙\/丁\n/);
  });

  it('takes an article once that two feeds carry', async () => {
    feeds['/a'] = rss(item(1), item(2));
    feeds['/b'] = rss(item(2), item(3));
    configure(`{url: ${origin}/a, category: 甲}`, `{url: ${origin}/b, category: 乙}`);
    for (const expected of [
      /\/a: 2 new\n[\s\S]*\/b: 1 new, 1 already had/,
      /\/a: 2 unchanged\n[\s\S]*\/b: 1 unchanged, 1 already/,
    ])
      assert.match((await run('feeds', '--allow-private')).stdout, expected);
    assert.deepEqual(Object.keys(articles()), ['乙/第3条.md', '甲/第1条.md', '甲/第2条.md']);
  });

  it('says that there are none', async () => {
    const { status, stderr } = await run('feeds');
    assert.equal(status, 2);
    assert.match(stderr, /feeds\.sources/);
  });
});
