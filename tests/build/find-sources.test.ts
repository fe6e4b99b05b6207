import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findSources } from '../../src/build/find-sources.ts';

describe('the search for sources', () => {
  let around: string;
  let folder: string;
  beforeEach(() => {
    around = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    folder = path.join(around, 'articles');
    mkdirSync(folder);
  });
  afterEach(() => rmSync(around, { recursive: true, force: true }));

  const put = (file: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), 'x');
  };
  const find = () => findSources(folder, { label: 'articles/', isWanted: (file) => file.endsWith('.md') });
  const paths = async () => (await find()).files.map((file) => file.path);
  const rules = async () => (await find()).diagnostics.map(({ file, rule }) => `${file} ${rule}`);

  it('lists wanted files at every depth, in code-unit order', async () => {
    for (const file of ['b.md', 'a/z.md', 'a.md', '新媒体/36kr/一.md', 'a/notes.txt']) put(file);
    assert.deepEqual(await paths(), ['a.md', 'a/z.md', 'b.md', '新媒体/36kr/一.md']);
  });

  it('holds nothing when the folder is not there', async () => {
    rmSync(folder, { recursive: true });
    assert.deepEqual(await find(), { files: [], diagnostics: [] });
  });

  it('walks into a folder whose name looks like an article', async () => {
    put('x.md/inner.md');
    assert.deepEqual(await paths(), ['x.md/inner.md']);
  });

  it('follows a link to a file inside, and names one that leads out', async () => {
    put('a.md');
    writeFileSync(path.join(around, 'secret.md'), 'secret');
    symlinkSync(path.join(folder, 'a.md'), path.join(folder, 'b.md'));
    symlinkSync(path.join(around, 'secret.md'), path.join(folder, 'out.md'));
    assert.deepEqual(await paths(), ['a.md', 'b.md']);
    assert.deepEqual(await rules(), ['articles/out.md link-leads-out']);
  });

  it('names a link that leads nowhere', async () => {
    symlinkSync(path.join(folder, 'gone.md'), path.join(folder, 'dangling.md'));
    assert.deepEqual(await rules(), ['articles/dangling.md dangling-link']);
  });

  it('does not follow links to folders, so that a circle ends', async () => {
    put('sub/a.md');
    symlinkSync(folder, path.join(folder, 'sub', 'up'));
    assert.deepEqual(await paths(), ['sub/a.md']);
  });

  it('names a pipe without opening it', {
    skip: process.platform === 'win32' ? 'no pipes in folders' : false,
  }, async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.md')]);
    assert.deepEqual(await rules(), ['articles/pipe.md special-file']);
  });
});
