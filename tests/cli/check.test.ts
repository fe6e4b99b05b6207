import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** An article that nothing is said of. */
function article(title: string, body: string, more = ''): string {
  return `---\ntitle: ${title}\ndate: 2024-03-01\nthumbnail: /media/a.jpg\n${more}---\n${body}\n`;
}

const check = (...flags: string[]) =>
  runCommand('check', [
    ...['--content', path.join(folder, 'content'), '--cache', path.join(folder, 'cache'), ...flags],
  ]);

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** `file:line:column severity rule` of each, the file relative to the articles. */
async function found(...flags: string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await check('--format', 'json', ...flags);
  assert.equal(stderr, '');
  return (JSON.parse(stdout) as Found[]).map(
    ({ file, line, column, severity, rule }) =>
      `${path.relative(path.join(folder, 'content/articles'), file)}:${line}:${column} ${severity} ${rule}`,
  );
}

const TEXT = '大桥今天通车，两岸的人都来看。桥长三千米，宽三十米，修了三年零四个月，用去钢材一万吨。'.repeat(
  6,
);

describe('npm run check', () => {
  it('finds categories that are probably another one, and those that site.yaml does not list', async () => {
    put('content/site.yaml', 'categories:\n  - path: 新媒体/IT之家\n  - path: 城市\n');
    put('content/articles/a.md', article('一', '好', 'categories: [新媒体, IT之家]\n'));
    put('content/articles/b.md', article('二', '好', 'categories: [新媒体, "it 之家"]\n'));
    put('content/articles/c.md', article('三', '好', 'categories: [新媒体, 晨报, Ａ报]\n'));
    put('content/articles/d.md', article('四', '好', 'categories: [新媒体, 晨报, A报]\n'));
    put('content/articles/e.md', article('五', '好', 'categories: [新媒体, 晨报, A报]\n'));
    assert.deepEqual(await found(), [
      'b.md:5:13 warning category-variant',
      'c.md:5:13 info category-not-in-tree',
      'c.md:5:13 warning category-variant',
    ]);
    put('content/site.yaml', 'categories:\n  - path: 新媒体/IT之家\n    aliases: [新媒体/it 之家]\n');
    assert.deepEqual((await found())[0], 'c.md:5:13 info category-not-in-tree');
  });

  it('finds articles that are there twice, by their title and by their text', async () => {
    put('content/articles/a.md', article('大桥通车', TEXT));
    put('content/articles/b.md', article('「大桥」通车！', '另一篇。', 'updated: 2024-03-02\n'));
    put('content/articles/c.md', article('通车', `本报讯 ${TEXT}`));
    assert.deepEqual(await found(), ['b.md:2:8 warning duplicate-title', 'c.md:2:8 warning near-duplicate']);
  });

  it('finds links of the site that lead nowhere, and none that leads somewhere', async () => {
    put('content/site.yaml', 'url: https://news.example.org/daily/\n');
    put('content/media/a.jpg', '');
    put('content/pages/about.md', '---\ntitle: 关于\n---\n见[无](/p/none/)。\n');
    put('content/articles/b.md', article('二', '## 引桥\n\n好', 'slug: b\ncategories: [城市]\ntags: [桥]\n'));
    const good = [
      ...['/', '/p/b/', '/p/b', '/p/b/#h-引桥', '/daily/p/b/', 'https://news.example.org/daily/p/b/?x=1'],
      ...[
        '/about/',
        '/media/a.jpg',
        '/feed.xml',
        '/sitemap.xml',
        '/search/',
        '/latest/',
        '/archives/2024/03/',
        '/robots.txt',
      ],
      ...['https://other.example/p/none/', '/categories/城市/', '/tags/桥/'],
    ];
    put('content/articles/a.md', article('一', good.map((href) => `[好](${href})`).join('\n')));
    put(
      'content/articles/c.md',
      article('三', '[一](/p/c/)\n[二](/p/b/#引桥)\n[三](https://news.example.org/daily/x)'),
    );
    assert.deepEqual(await found(), [
      'c.md:6:1 warning broken-internal-link',
      'c.md:7:1 warning broken-internal-anchor',
      'c.md:8:1 warning broken-internal-link',
      '../pages/about.md:4:2 warning broken-internal-link',
    ]);
  });

  it('takes a rule as seriously as site.yaml does', async () => {
    put('content/articles/a.md', article('一', '![](/media/a.jpg) 好,的'));
    put('content/articles/b.md', article('快讯: 二', '好'));
    assert.deepEqual(await found(), [
      'a.md:6:1 info image-without-alt',
      'a.md:6:20 info half-width-punctuation',
      'b.md:2:8 warning unquoted-text',
    ]);
    put(
      'content/site.yaml',
      'check:\n  rules:\n    image-without-alt: error\n    half-width-punctuation: off\n    unquoted-text: info\n',
    );
    assert.deepEqual(await found(), ['a.md:6:1 error image-without-alt', 'b.md:2:8 info unquoted-text']);
    assert.equal((await check()).status, 1);
  });

  it('lists three infos of a rule, and counts the rest', async () => {
    put('content/articles/a.md', article('一', '![](/a.jpg)\n\n'.repeat(9)));
    put('content/media/a.jpg', '');
    const { stdout } = await check();
    assert.equal(stdout.match(/info {2}image-without-alt/g)?.length, 3);
    assert.match(
      stdout,
      /There are 4 more like it in the article|… and 2 more of image-without-alt; --all lists them\./,
    );
    assert.match(stdout, /1 article checked: 0 errors, 0 warnings, 5 infos\./);
    assert.equal((await check('--all')).stdout.match(/info {2}image-without-alt/g)?.length, 5);
    assert.match((await check('--format', 'github')).stdout, /^::notice file=/);
  });

  it('says only of files that git says changed what it says of them', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]);
    put('content/articles/a.md', article('一', '![](/media/a.jpg)'));
    put('content/articles/中 文.md', article('二', '好'));
    assert.equal((await check('--changed')).status, 2, 'there is no repository');
    git('init', '-q');
    assert.deepEqual(await found('--changed'), ['a.md:6:1 info image-without-alt']);
    git('add', '.');
    git('commit', '-qm', 'a');
    assert.deepEqual(await found('--changed'), []);
    put('content/articles/中 文.md', article('一', '好'));
    assert.deepEqual(await found('--changed'), ['中 文.md:2:8 warning duplicate-title']);
    git('checkout', '-qb', 'branch');
    git('commit', '-qam', 'b');
    put('content/articles/新.md', article('三', '[](/p/x/)'));
    assert.deepEqual(await found('--changed'), [
      '新.md:6:1 warning empty-link',
      '新.md:6:1 warning broken-internal-link',
    ]);
    assert.equal((await found('--since', 'HEAD~1')).length, 3);
    assert.match((await check('--since', 'no-such-branch')).stderr, /since no-such-branch/);
  });

  it('says the same again when nothing changed, and something else when site.yaml, the pictures or an article did', async () => {
    put('content/articles/a.md', article('一', '<p>见<a href="#no">下</a></p>'));
    put('content/articles/b.md', article('二', '<p>见<a href="/media/b.jpg">桥</a></p>'));
    const first = await found();
    assert.notDeepEqual(first, []);
    assert.deepEqual(await found(), first);
    put('content/media/b.jpg', '');
    const second = await found();
    assert.notDeepEqual(second, first);
    assert.deepEqual(await found(), second);
    put('content/site.yaml', 'check:\n  rules:\n    broken-internal-anchor: off\n');
    const third = await found();
    assert.notDeepEqual(third, second);
    put('content/articles/a.md', article('一', '<p>下</p>'));
    assert.deepEqual(await found(), await found('--cache', path.join(folder, 'another cache')));
  });

  it('remembers what it found of files that did not change, and forgets it when they do', async () => {
    put('content/articles/a.md', article('一', '![](/media/a.jpg)'));
    const first = await found();
    assert.deepEqual(await found(), first);
    put('content/articles/a.md', article('一', '好\n\n![](/media/a.jpg)'));
    assert.deepEqual(await found(), ['a.md:8:1 info image-without-alt']);
  });
});
