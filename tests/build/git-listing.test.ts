import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { BriefTables } from '../../src/build/brief-tables.ts';
import { gitBlobId } from '../../src/build/digest.ts';
import { blobOf } from '../../src/build/git-entry.ts';
import { type GitListing, readGitListing } from '../../src/build/git-listing.ts';
import { recognizeSources } from '../../src/build/recognize-sources.ts';

/** Of a folder whose files are all there is. */
const listEntries = (listing: GitListing, label = '') =>
  recognizeSources(listing, BriefTables.none, { folder: '/', label, skipped: 0 })?.entries;

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
    const listing = await readGitListing(path.join(folder, below));
    const known = listing && listEntries(listing);
    return known && Object.fromEntries(Array.from(known, ([file, entry]) => [file, blobOf(entry)]));
  };
  const state = async (below = 'articles') => (await readGitListing(path.join(folder, below)))?.state;
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

  it('are not to be had where a folder between the repository and the sources says so', async () => {
    put('site/content/a.md', 'a\n');
    put('site/.gitattributes', '*.md ident\n');
    commit();
    assert.equal(await blobs('site/content'), undefined);
    assert.equal(await state('site/content'), undefined);
  });

  it('carry a label when they are asked to', async () => {
    put('articles/a.md', 'a');
    put('articles/b.md', 'b');
    commit();
    put('articles/b.md', 'changed');
    const listing = await readGitListing(path.join(folder, 'articles'));
    assert.deepEqual([...listEntries(listing!, 'articles/')!.keys()], ['articles/a.md']);
  });

  it('are one state of the folder, which comes back with the bytes and the names', async () => {
    put('articles/a.md', 'a');
    put('articles/media/一.png', '1');
    put('elsewhere.md', 'elsewhere');
    commit();
    const first = await state();
    assert.ok(first);
    put('elsewhere.md', 'changed');
    assert.equal(await state(), first);
    put('articles/a.md', 'b');
    assert.equal(await state(), undefined);
    commit();
    const second = await state();
    assert.ok(second);
    assert.notEqual(second, first);
    put('articles/a.md', 'a');
    commit();
    assert.equal(await state(), first);
    git('mv', 'articles/a.md', 'articles/c.md');
    assert.notEqual(await state(), first);
  });

  for (const [what, change] of [
    ['a new file', () => put('articles/new.md', 'new')],
    [
      'an ignored file',
      () => {
        put('.gitignore', 'ignored.md\n');
        put('articles/ignored.md', 'new');
      },
    ],
    ['a file that is gone', () => rmSync(path.join(folder, 'articles/a.md'))],
    [
      'a link',
      () => {
        symlinkSync('a.md', path.join(folder, 'articles/b.md'));
        commit();
      },
    ],
    ['names that git spells its own way', () => git('config', 'core.precomposeunicode', 'true')],
    ['names whose case is of no account', () => git('config', 'core.ignorecase', 'true')],
    ['a file that is taken on trust', () => git('update-index', '--skip-worktree', 'articles/a.md')],
    [
      'a repository within',
      () => {
        mkdirSync(path.join(folder, 'articles/inner'));
        execFileSync('git', ['init', '-q'], { cwd: path.join(folder, 'articles/inner') });
        put('articles/inner/a.md', 'a');
      },
    ],
  ] as const) {
    it(`are no state of the folder with ${what}`, async () => {
      put('articles/a.md', 'a');
      commit();
      assert.ok(await state());
      change();
      assert.equal(await state(), undefined);
    });
  }

  it('are no state of the folder after a file was changed and changed back, until git has looked at it again', async () => {
    put('articles/a.md', 'a');
    const then = new Date(Date.now() - 60_000);
    utimesSync(path.join(folder, 'articles/a.md'), then, then);
    commit();
    const before = await state();
    put('articles/a.md', 'b');
    put('articles/a.md', 'a');
    assert.equal(await state(), undefined);
    git('update-index', '--refresh');
    assert.equal(await state(), before);
  });

  it('are told anew when git is asked once more, though not how the folder is set up', async () => {
    put('articles/a.md', 'a');
    put('articles/b.md', 'b');
    commit();
    const at = path.join(folder, 'articles');
    const first = await readGitListing(at);
    assert.ok(first?.state);
    assert.deepEqual(await readGitListing(at, first.setting), first);
    put('articles/b.md', 'changed');
    const second = await readGitListing(at, first.setting);
    assert.deepEqual([second?.changed, second?.state], [['b.md'], undefined]);
    put('.gitattributes', '*.md text eol=crlf\n');
    assert.equal(await readGitListing(at, first.setting), undefined);
  });

  it('are not to be had outside a repository', async () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    mkdirSync(path.join(folder, 'articles'));
    assert.equal(await blobs(), undefined);
  });
});
