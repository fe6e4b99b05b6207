import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { gitBlobId } from '../../src/build/digest.ts';
import { readGitBlobs } from '../../src/build/git-blobs.ts';

describe('what git knows of sources', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const blobs = async (below = 'articles') => {
    const known = await readGitBlobs(path.join(folder, below));
    return known && Object.fromEntries(known);
  };
  const commit = () => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    git('init', '-q');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are the blob ids of files as the last commit has them, by path relative to the folder', async () => {
    put('articles/新媒体/一.md', '一\n');
    put('other.md', 'other\n');
    commit();
    assert.deepEqual(await blobs(), { '新媒体/一.md': gitBlobId(Buffer.from('一\n')) });
  });

  it('leave out what was changed, removed or never added', async () => {
    for (const name of ['a', 'b', 'c']) put(`articles/${name}.md`, name);
    commit();
    put('articles/a.md', 'changed');
    rmSync(path.join(folder, 'articles/b.md'));
    put('articles/new.md', 'new');
    assert.deepEqual(Object.keys((await blobs()) ?? {}), ['c.md']);
  });

  it('leave out a change that keeps size and modification time', async () => {
    put('articles/a.md', 'before');
    const then = new Date(Date.now() - 60_000);
    utimesSync(path.join(folder, 'articles/a.md'), then, then);
    commit();
    // git compares the time of change (which nobody can set) in whole seconds.
    await setTimeout(1100);
    put('articles/a.md', 'AFTER!');
    utimesSync(path.join(folder, 'articles/a.md'), then, then);
    assert.deepEqual(await blobs(), {});
  });

  it('leave out files that git was told to take on trust', async () => {
    put('articles/a.md', 'a');
    commit();
    git('update-index', '--assume-unchanged', 'articles/a.md');
    put('articles/a.md', 'changed');
    assert.deepEqual(await blobs(), {});
  });

  it('leave out links', async () => {
    put('articles/a.md', 'a');
    symlinkSync('a.md', path.join(folder, 'articles/b.md'));
    commit();
    assert.deepEqual(Object.keys((await blobs()) ?? {}), ['a.md']);
  });

  it('are not to be had where line endings or filters make a file differ from its blob', async () => {
    put('articles/a.md', 'a\n');
    commit();
    git('config', 'core.autocrlf', 'true');
    assert.equal(await blobs(), undefined);
    git('config', 'core.autocrlf', 'false');
    assert.notEqual(await blobs(), undefined);
    put('.gitattributes', '*.md text eol=crlf\n');
    assert.equal(await blobs(), undefined);
  });

  it('are not to be had outside a repository', async () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    mkdirSync(path.join(folder, 'articles'));
    assert.equal(await blobs(), undefined);
  });
});
