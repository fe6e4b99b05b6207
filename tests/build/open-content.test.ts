import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sortRecords } from '../../src/build/brief-order.ts';
import { packBriefs } from '../../src/build/brief-table.ts';
import { BriefTables } from '../../src/build/brief-tables.ts';
import { readGitListing } from '../../src/build/git-listing.ts';
import { KnownSource } from '../../src/build/known-source.ts';
import { type ContentFolder, openContent } from '../../src/build/open-content.ts';
import type { PrepareItem } from '../../src/build/worker-tasks.ts';
import { makeSummary } from '../site/make-summary.ts';

/** Names in every order that readers of folders have, hidden ones, and such as other generators would run. */
const NAMES = [
  'articles/b.md',
  'articles/a/z.md',
  'articles/a.md',
  'articles/新媒体/36kr/一.md',
  'articles/𠮷.html',
  'articles/.md',
  'articles/_draft.md',
  'articles/_drafts/a.md',
  'articles/.obsidian/a.md',
  'articles/node_modules/a.md',
  'articles/x.11tydata.md',
  'articles/notes.txt',
  'articles/x.md/inner.markdown',
  'pages/about.md',
  'pages/_parts/a.md',
  'media/a.png',
  'media/_b/c.JPG',
  'media/.d/e.png',
  'media/f.exe',
  'site.yaml',
  'elsewhere.md',
];

describe('a content folder', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    for (const name of NAMES) {
      mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(root, name), '');
    }
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  const commit = (folder: string) => {
    git(folder, 'init', '-q');
    git(folder, 'add', '-A', '--force');
    git(folder, 'commit', '-qm', 'x');
  };
  const read = async () => {
    const { articles, pages, media, unreadable } = await openContent(root);
    return { articles, pages, media: media.map(({ path: file, absolute }) => [file, absolute]), unreadable };
  };

  for (const whole of [true, false]) {
    it(`is the same whether git lists it or it is walked${whole ? '' : ', without a folder of articles'}`, async () => {
      if (!whole) renameSync(path.join(root, 'articles'), path.join(root, '新闻'));
      const walked = await read();
      assert.ok(walked.articles.length > 6);
      commit(root);
      assert.ok((await readGitListing(root))?.state);
      assert.deepEqual(await read(), walked);
    });
  }

  it('is known to git also when its articles lie behind a link, in a repository of their own', async () => {
    renameSync(path.join(root, 'articles'), path.join(root, 'elsewhere'));
    symlinkSync('elsewhere', path.join(root, 'articles'));
    commit(path.join(root, 'elsewhere'));
    const { articles, entries } = await openContent(root);
    assert.ok(articles.length > 6);
    assert.deepEqual(
      articles.filter(({ label, source }) => !entries?.has(label + source.path)),
      [],
    );
  });

  /** Tables of a build that found every article sound. */
  const remember = ({ articles, entries, steering }: ContentFolder) => {
    const records = articles.map(({ source, label }) => {
      const { bytes, start, end } = entries!.get(label + source.path)!;
      const summary = makeSummary({ sourcePath: source.path, key: source.path });
      return { key: source.path, entry: bytes.toString('utf8', start, end), summary, diagnostics: [] };
    });
    const packed = packBriefs(sortRecords(records), [], { steering, dead: [] });
    return BriefTables.open({ getBriefs: (part) => (part === 'settled' ? packed : undefined) });
  };
  const describeItem = ({ source, label }: PrepareItem) => ({ source: { ...source }, label });

  for (const whole of [true, false]) {
    it(`has the same articles when they are known, ${whole ? 'all of them' : 'but for those that are walked to'}`, async () => {
      commit(root);
      const tables = remember(await openContent(root));
      if (!whole) {
        writeFileSync(path.join(root, 'articles/一.md'), 'new');
        writeFileSync(path.join(root, 'articles/b.md'), 'changed');
      }
      const unknown = await openContent(root);
      const { articles } = await openContent(root, readGitListing(root), async () => tables);
      assert.deepEqual(articles.map(describeItem), unknown.articles.map(describeItem));
      assert.deepEqual(
        articles.flatMap((item) => (item instanceof KnownSource ? [] : [item.source.path])),
        whole ? [] : ['b.md', '一.md'],
      );
    });
  }

  it('knows none when its articles come to lie behind a link, whose paths git tells otherwise', async () => {
    commit(root);
    const before = await openContent(root);
    renameSync(path.join(root, 'articles'), path.join(root, 'elsewhere'));
    symlinkSync('elsewhere', path.join(root, 'articles'));
    const after = await openContent(root, readGitListing(root), async () => remember(before));
    assert.notEqual(after.steering, before.steering);
    assert.deepEqual(
      after.articles.filter((item) => item instanceof KnownSource),
      [],
    );
  });
});
