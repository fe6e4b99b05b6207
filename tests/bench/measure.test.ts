import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { broadsheet } from '../../bench/builders/broadsheet.ts';
import { hugo } from '../../bench/builders/hugo.ts';
import { classifyFile, countOutput } from '../../bench/measure/classify-output.ts';
import { measureCommand } from '../../bench/measure/measure-command.ts';
import { parseProcess, readProcess } from '../../bench/measure/process-tree.ts';
import { claimScratch, resetWorkspace } from '../../bench/measure/workspace.ts';

const scratch = await mkdtemp(path.join(tmpdir(), 'bench-'));
after(() => rm(scratch, { recursive: true }));
const noProc = existsSync('/proc/self/statm') ? false : 'this system has no /proc';

describe('parseProcess', () => {
  const stat = (name: string) =>
    `42 (${name}) S 1 42 42 0 -1 4194560 900 0 0 0 150 50 300 100 20 0 11 0 12345 99999999 2500 18446744073709551615`;

  it('reads times and memory', () => {
    const use = parseProcess(stat('node'), '20000 2500 500 10 0 1500 0\n');
    assert.equal(use.cpuMs, 2000);
    assert.equal(use.endedChildrenCpuMs, 4000);
    assert.equal(use.residentBytes / use.anonymousBytes, 2500 / 2000);
  });

  it('is not misled by a name with spaces and parentheses', () => {
    assert.deepEqual(parseProcess(stat('a) S 9 (b'), '1 1 0'), parseProcess(stat('node'), '1 1 0'));
  });
});

describe('readProcess', () => {
  it('knows nothing of a process that is not there', () => {
    assert.equal(readProcess(2 ** 30), undefined);
  });
});

describe('measureCommand', () => {
  const run = (script: string) =>
    measureCommand(
      { program: process.execPath, args: ['-e', script] },
      { cwd: scratch, log: path.join(scratch, 'log') },
    );

  it('adds up the memory of a process and its children, and knows their time', { skip: noProc }, async () => {
    const hold = 'const held = Buffer.alloc(80e6, 1);';
    const child = `${hold} setTimeout(() => held[0], 600);`;
    const cost = await run(
      `${hold} require('child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(child)}]); held[0]`,
    );
    assert.ok(cost.peakBytes! > 160e6, `${cost.peakBytes}`);
    assert.ok(cost.peakAnonymousBytes! > 160e6, `${cost.peakAnonymousBytes}`);
    assert.ok(cost.peakAnonymousBytes! < cost.peakBytes!);
    assert.ok(cost.cpuMs! > 0);
  });

  it('keeps what the command prints, and fails with it', async () => {
    await assert.rejects(run("console.error('no such thing'); process.exit(3)"), /ended with 3; see .*log$/);
    assert.match(await readFile(path.join(scratch, 'log'), 'utf8'), /no such thing/);
  });

  it('fails when there is no such program', async () => {
    await assert.rejects(
      measureCommand(
        { program: 'no-such-program-anywhere', args: [] },
        { cwd: scratch, log: path.join(scratch, 'log') },
      ),
      /ENOENT/,
    );
  });
});

describe('classifyFile', () => {
  it('tells the kinds of pages apart', () => {
    const kinds = (paths: readonly string[]) => paths.map((file) => classifyFile(file, broadsheet.kinds));
    assert.deepEqual(
      kinds([
        'p/0a1b/index.html',
        'categories/科技/feed.xml',
        'categories/科技/page/1/index.html',
        'index.html',
        'latest/page/2/index.html',
        'archives/2024/05/index.html',
        'sitemap-articles-1.xml',
        '404.html',
      ]),
      ['article', 'feed', 'category', 'latest', 'latest', 'month', 'sitemap', 'other'],
    );
  });

  it('counts no redirect of Hugo’s among its lists', () => {
    assert.equal(classifyFile('month/2024-05/page/1/index.html', hugo.kinds), 'other');
    assert.equal(classifyFile('month/2024-05/page/10/index.html', hugo.kinds), 'month');
  });
});

describe('countOutput', () => {
  it('counts files, bytes, kinds, and what was written since', async () => {
    const folder = path.join(scratch, 'site');
    await mkdir(path.join(folder, 'p/a'), { recursive: true });
    await writeFile(path.join(folder, 'p/a/index.html'), '1234');
    await writeFile(path.join(folder, 'feed.xml'), '12');
    await utimes(path.join(folder, 'feed.xml'), 1000, 1000);
    assert.deepEqual(countOutput(folder, broadsheet.kinds, 2_000_000), {
      files: 2,
      bytes: 6,
      kinds: { article: 1, feed: 1 },
      written: 1,
    });
  });
});

describe('claimScratch', () => {
  it('takes an empty folder, and one that it took before', async () => {
    const folder = path.join(scratch, 'new');
    claimScratch(folder);
    await writeFile(path.join(folder, 'anything'), '');
    claimScratch(folder);
  });

  it('refuses a folder in which somebody keeps something', async () => {
    const folder = path.join(scratch, 'taken');
    await mkdir(folder);
    await writeFile(path.join(folder, 'thesis.md'), '');
    assert.throws(() => claimScratch(folder), /--scratch/);
    assert.deepEqual(await readdir(folder), ['thesis.md']);
  });
});

describe('resetWorkspace', () => {
  it('leaves installed packages and the builder’s site, and nothing else', async () => {
    const workspace = path.join(scratch, 'hugo');
    await mkdir(path.join(workspace, 'node_modules/x'), { recursive: true });
    await mkdir(path.join(workspace, 'layouts/old'), { recursive: true });
    await mkdir(path.join(workspace, 'public'), { recursive: true });
    resetWorkspace(workspace, hugo);
    assert.deepEqual((await readdir(workspace)).sort(), ['hugo.toml', 'layouts', 'node_modules', 'static']);
    assert.ok(!existsSync(path.join(workspace, 'layouts/old')));
  });
});
