import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);
const put = (file: string, text: string | Uint8Array) => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};
const post = (name: string, frontMatter: string, body = '正文') =>
  put(`blog/source/${name}`, `---\n${frontMatter}\n---\n${body}\n`);
const configure = (text: string) => put('blog/_config.yml', text);
const run = (...flags: string[]) =>
  runCommand('import', ['hexo', at('blog'), '--content', at('content'), ...flags]);
const read = (file: string) => readFileSync(at(`content/${file}`), 'utf8');

/** What the build makes of it: the address of each article, and every file. */
async function build() {
  const { status, stderr } = await runCommand('build', [
    ...[
      '--content',
      at('content'),
      '--output',
      at('site'),
      '--cache',
      at('cache'),
      '--report',
      at('report.json'),
      '--quiet',
    ],
  ]);
  assert.equal(status, 0, stderr);
  return JSON.parse(readFileSync(at('report.json'), 'utf8')) as {
    urls: Record<string, string>;
    warnings: readonly { rule: string; message: string }[];
  };
}

describe('npm run import -- hexo', () => {
  it('keeps the address of every post, whatever the pattern', async () => {
    configure(
      'title: 博客\nurl: https://blog.example.com\npermalink: :year/:month/:day/:title/\ntimezone: Asia/Shanghai\nlanguage: zh-CN\n',
    );
    post('_posts/hello.md', 'title: 你好\ndate: 2022-01-06 23:30:00\ncategories: [编程, 随笔]');
    post('_posts/新媒体/桥 与 路.md', 'title: 桥\ndate: Thu, 06 Jan 2022 18:15:33 GMT');
    post('_posts/own.md', 'title: 自定\ndate: 2022-01-07\npermalink: old/own.html');
    assert.equal((await run()).status, 0);
    const { urls, warnings } = await build();
    assert.deepEqual(urls, {
      'articles/hello.md': '/2022/01/06/hello/',
      'articles/own.md': '/old/own.html',
      'articles/新媒体/桥 与 路.md': '/2022/01/07/新媒体/桥 与 路/',
    });
    assert.deepEqual(warnings, []);
    // The pattern of site.yaml says what it gives anyway; only what it does not give is written down.
    assert.doesNotMatch(read('articles/hello.md'), /permalink/);
    assert.match(read('articles/own.md'), /^permalink: old\/own\.html$/m);
    assert.match(read('articles/新媒体/桥 与 路.md'), /^permalink: \/2022\/01\/07\/新媒体\/桥 与 路\/$/m);
    assert.match(
      read('site.yaml'),
      /title: 博客\nurl: https:\/\/blog\.example\.com\/\nlanguage: zh-CN\ntimeZone: Asia\/Shanghai\npermalink: \/:year\/:month\/:day\/:title\/\n/,
    );
  });

  it('keeps short links, and the path of a blog that is in a folder', async () => {
    configure('url: https://u.github.io/blog\nroot: /blog/\npermalink: posts/:abbrlink.html\n');
    post('_posts/a.md', 'title: a\ndate: 2022-01-06\nabbrlink: 4a17b156');
    await run();
    assert.deepEqual((await build()).urls, { 'articles/a.md': '/posts/4a17b156.html' });
    rmSync(at('content'), { recursive: true });
    put('content/site.yaml', 'url: https://news.example.com/\n');
    await run();
    assert.deepEqual((await build()).urls, { 'articles/a.md': '/blog/posts/4a17b156.html' });
  });

  it('keeps redirects: of posts, of _config.yml and of _redirects', async () => {
    configure(
      'url: https://blog.example.com/\npermalink: :title/\nalias:\n  old/one/index.html: bridge/\n  gone.html: nowhere.html\n',
    );
    post(
      '_posts/bridge.md',
      'title: a\ndate: 2022-01-06\nalias: [first/index.html]\nredirect_from: /second/',
    );
    put(
      'blog/source/_redirects',
      '# old\n/third.html /bridge/ 301\n/x/* /bridge/\nhttps://a /b\n/fourth https://blog.example.com/bridge/index.html\n',
    );
    const { stderr } = await run();
    assert.match(stderr, /_config\.yml:1:1 {2}warning {2}lost-redirect {2}gone\.html leads to nowhere\.html/);
    await build();
    for (const file of [
      'old/one/index.html',
      'first/index.html',
      'second/index.html',
      'third.html',
      'fourth/index.html',
    ])
      assert.match(readFileSync(at(`site/${file}`), 'utf8'), /\/bridge\//, file);
  });

  it('brings pictures along, and finds them wherever they are mentioned', async () => {
    configure('post_asset_folder: true\n');
    const picture = Buffer.from('GIF89a');
    put('blog/source/images/a b.gif', picture);
    put('blog/source/_posts/bridge/桥.gif', picture);
    put('blog/source/_data/secret.gif', picture);
    post(
      '_posts/bridge.md',
      'title: a\ndate: 2022-01-06\ncover: /images/a%20b.gif',
      '![](桥.gif "t") ![](./bridge/桥.gif)\n<img src="/images/a b.gif">\n{% asset_img 桥.gif %}\n[x]: /images/a%20b.gif\n![](https://n.example/桥.gif) `![](桥.gif)`',
    );
    assert.match((await run()).stdout, /and 2 pictures/);
    const text = read('articles/bridge.md');
    assert.match(text, /^thumbnail: \/media\/images\/a%20b\.gif$/m);
    assert.equal(text.match(/\/media\/posts\/bridge\/%E6%A1%A5\.gif/g)?.length, 4);
    assert.equal(text.match(/\/media\/images\/a%20b\.gif/g)?.length, 3);
    assert.match(text, /https:\/\/n\.example\/桥\.gif/);
    assert.deepEqual(readFileSync(at('content/media/posts/bridge/桥.gif')), picture);
    assert.ok(!existsSync(at('content/media/data')));
    await build();
    assert.ok(existsSync(at('site/media/images/a b.gif')));
  });

  it('says the same moment in another time zone', async () => {
    configure('timezone: America/New_York\n');
    put('content/site.yaml', 'timeZone: Asia/Shanghai\n');
    post('_posts/a.md', 'title: a\ndate: 2022-01-06 20:00:00\nupdated: 2022-01-07 20:00:00');
    post('_posts/b.md', 'title: b\ndate: 2022-01-06T20:00:00Z');
    await run();
    assert.match(
      read('articles/a.md'),
      /^date: 2022-01-07T01:00:00\.000Z\nupdated: 2022-01-08T01:00:00\.000Z$/m,
    );
    assert.match(read('articles/a.md'), /^permalink: \/2022\/01\/06\/a\/$/m);
    assert.match(read('articles/b.md'), /^date: 2022-01-06T20:00:00Z$/m);
  });

  it('publishes nothing that was held back', async () => {
    post('_drafts/later.md', 'title: 稿');
    post('_posts/locked.md', 'title: 锁\ndate: 2022-01-06\npassword: abc');
    const { stderr } = await run();
    assert.match(stderr, /held-back/);
    assert.match(read('articles/drafts/later.md'), /^draft: true$/m);
    assert.match(read('articles/locked.md'), /^draft: true$/m);
    assert.deepEqual((await build()).urls, {});
  });

  it('imports pages where they were, and leaves out those that the site makes itself', async () => {
    post('_posts/a.md', 'title: a\ndate: 2022-01-06');
    post('about/index.md', 'title: 关于');
    post('links/friends.md', 'title: 朋友');
    post('tags/index.md', 'title: 标签\ntype: tags');
    const { stderr } = await run();
    assert.match(stderr, /source\/tags\/index\.md:1:1 {2}warning {2}skipped-file/);
    await build();
    assert.ok(existsSync(at('site/about/index.html')));
    assert.ok(existsSync(at('site/links/friends.html')));
  });

  it('imports what no YAML parser reads, and loses no file that nobody can read', async () => {
    put(
      'blog/source/_posts/a.md',
      `\n---\ntitle: """'桥'"""\ncategories:\n -  - 新媒体\n - 资讯\ndate: Thu, 06 Jan 2022 12:15:33 GMT\n---\n<div>\n\n    正文</div>\n`,
    );
    post('_posts/b.md', 'title: b\ndate: 2022-02-31');
    const { status } = await run();
    assert.equal(status, 1);
    const text = read('articles/a.md');
    assert.match(text, /^title: """'桥'"""$/m);
    assert.match(text, /^permalink: \/2022\/01\/06\/a\/$/m);
    assert.match(text, /\n<div>\n\n {4}正文<\/div>\n$/);
    assert.match(read('articles/b.md'), /2022-02-31/);
  });

  it('leaves alone what was edited since, and doubles nothing', async () => {
    post('_posts/a.md', 'title: a\ndate: 2022-01-06');
    await run();
    assert.match((await run()).stdout, /: 1 unchanged/);
    writeFileSync(at('content/articles/a.md'), `${read('articles/a.md')}mine\n`);
    assert.match((await run()).stdout, /1 edited by hand and left alone/);
    assert.match(read('articles/a.md'), /mine/);
    assert.match((await run('--overwrite')).stdout, /1 updated/);
  });

  it('says what is no Hexo site', async () => {
    mkdirSync(at('blog'));
    const { status, stderr } = await run();
    assert.equal(status, 1);
    assert.match(stderr, /is no Hexo site/);
  });
});
