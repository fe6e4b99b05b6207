import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  mkdirSync(path.join(folder, 'articles'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (file: string, content: string | Uint8Array) =>
  writeFileSync(path.join(folder, 'articles', file), content);
const read = (file: string) => readFileSync(path.join(folder, 'articles', file), 'utf8');
const fix = (...flags: string[]) => runCommand('fix', ['--content', folder, ...flags]);

/** What becomes of one file. */
async function fixed(text: string, file = 'a.md'): Promise<string> {
  put(file, text);
  const { status, stderr } = await fix();
  assert.deepEqual([status, stderr], [0, '']);
  return read(file);
}

describe('npm run fix', () => {
  it('writes front matter as it is read, and leaves the rest as it is', async () => {
    const before = [
      '---',
      '# 编者注',
      'title: 快讯: 大桥通车',
      'Date: 2024-03-01',
      'categories:',
      '  - 城市',
      '  - — 交通',
      'custom:   [1,   2]',
      'tags：桥梁',
      'excerpt: &#123;好&#125;',
      '---',
      '正文，  有两个空格。',
      '',
    ];
    assert.deepEqual((await fixed(before.join('\n'))).split('\n'), [
      '---',
      '# 编者注',
      "title: '快讯: 大桥通车'",
      'date: 2024-03-01',
      'categories:',
      '  - 城市',
      '  - 交通',
      'custom:   [1,   2]',
      'tags:',
      '  - 桥梁',
      "excerpt: '{好}'",
      '---',
      '正文，  有两个空格。',
      '',
    ]);
  });

  it('puts in a fence that is missing, and takes out the doubles of a key', async () => {
    assert.equal(
      await fixed('title: 桥\ndate: 2024-03-01\n---\n正文\n'),
      '---\ntitle: 桥\ndate: 2024-03-01\n---\n正文\n',
    );
    assert.equal(
      await fixed('---\ntitle: 桥\ntitle: 大桥\ndate: 2024-03-01\n---\n正文\n'),
      '---\ntitle: 大桥\ndate: 2024-03-01\n---\n正文\n',
    );
  });

  it('mends punctuation, bare addresses and leftovers, and nothing that looks like them', async () => {
    const head = '---\ntitle: 桥\ndate: 2024-03-01\n---\n';
    assert.equal(
      await fixed(
        `${head}[TOC]\n\n桥修好了,车来了!见 https://a.example/b 。\n\n\`桥,车\` 3,000 [桥,车](/p/a,b/)\n`,
      ),
      `${head.replace('title', 'toc: true\ntitle')}\n\n桥修好了，车来了！见 <https://a.example/b> 。\n\n\`桥,车\` 3,000 [桥,车](/p/a,b/)\n`,
    );
    assert.equal(
      await fixed(`${head}<p title="桥,车">桥,车</p><span>复制代码</span><pre>桥,车</pre>`),
      `${head}<p title="桥,车">桥，车</p><span></span><pre>桥,车</pre>`,
    );
  });

  it('lets an article that said whether it wants an outline have what it said', async () => {
    const head = '---\ntitle: 桥\ndate: 2024-03-01\ntoc: false\n---\n';
    assert.equal(await fixed(`${head}[TOC]\n\n正文\n\n@[toc]\n`), `${head}\n\n正文\n\n\n`);
  });

  it('keeps line ends and a byte order mark, and writes other encodings as UTF-8', async () => {
    assert.equal(
      await fixed('\ufeff---\r\ntitle: 快讯: 桥\r\ndate: 2024-03-01\r\n---\r\n正文\r\n'),
      "\ufeff---\r\ntitle: '快讯: 桥'\r\ndate: 2024-03-01\r\n---\r\n正文\r\n",
    );
    // "标题" and "正文" in GB 18030.
    put(
      'b.md',
      Buffer.from(
        '2d2d2d0a7469746c653a20b1eacce20a646174653a20323032342d30332d30310a2d2d2d0ad5fdcec4b1eacce2d5fdcec40a',
        'hex',
      ),
    );
    assert.match((await fix()).stdout, /b\.md: becomes UTF-8\n/);
    assert.equal(read('b.md'), '---\ntitle: 标题\ndate: 2024-03-01\n---\n正文标题正文\n');
  });

  it('shows what it changed, and with --dry-run changes nothing', async () => {
    const text = '---\ntitle: 快讯: 桥\ndate: 2024-03-01\n---\n桥,车\n';
    put('a.md', text);
    const dry = await fix('--dry-run');
    assert.equal(read('a.md'), text);
    assert.match(dry.stdout, /-title: 快讯: 桥\n\+title: '快讯: 桥'\n/);
    assert.match(dry.stdout, /-桥,车\n\+桥，车\n/);
    assert.match(dry.stdout, /1 file would be mended: 1 half-width-punctuation, 1 unquoted-text\.\n$/);
    assert.equal((await fix()).stdout, dry.stdout.replace('would be mended', 'mended'));
    assert.equal((await fix()).stdout, 'Nothing to mend.\n');
  });

  it('leaves alone what it can not mend, and what is quarantined', async () => {
    for (const text of [
      '---\ntitle: 桥\ndate: 2022-02-31\n---\n桥,车\n',
      '---\ntitle: 桥 # 现场\ndate: 2024-03-01\n---\n正文\n',
      '---json\n{ "title": "桥", "date": "2024-03-01", }\n---\n正文\n',
    ])
      assert.equal(await fixed(text), text);
  });
});
