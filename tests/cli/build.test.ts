import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { WrittenReport } from '../../src/build/build-report.ts';
import { runCommand } from './run-command.ts';

describe('npm run build', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const build = (...flags: string[]) =>
    runCommand('build', [
      ...['--content', path.join(folder, 'content'), '--output', path.join(folder, 'site')],
      ...['--cache', path.join(folder, 'cache'), '--report', path.join(folder, 'report.json')],
      ...flags,
    ]);
  const report = () => JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as WrittenReport;

  it('ends with a summary and status 0, and the counts add up', async () => {
    put('content/articles/a.md', '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    put('content/articles/draft.md', '---\ntitle: 乙\ndate: 2022-01-02\ndraft: true\n---\n正文\n');
    put('content/articles/future.md', '---\ntitle: 丙\ndate: 2190-01-02\n---\n正文\n');
    put('content/articles/bad.md', '---\ntitle: 丁\ndate: 2022-02-31\n---\n正文\n');
    const { status, stdout, stderr } = await build();
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Read 4 articles, published 1 \(1 draft, 1 in the future, 1 quarantined\)/);
    assert.match(stderr, /bad\.md:3:7 {2}error {2}invalid-date/);
    assert.deepEqual(report().articles, { read: 4, published: 1, drafts: 1, future: 1, quarantined: 1 });
    const [fault] = report().quarantine;
    assert.deepEqual(
      [fault?.file, fault?.line, fault?.column, fault?.rule],
      ['articles/bad.md', 3, 7, 'invalid-date'],
    );
    assert.deepEqual(Object.keys(report().urls), ['articles/a.md']);
  });

  it('tells the same of a site that did not change, also when what it had noted of that is gone', async () => {
    put('content/articles/a.md', '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    put('content/articles/bad.md', '---\ntitle: 丁\ndate: 2022-02-31\n---\n正文\n');
    await build();
    const { articles, quarantine, urls, site } = report();
    for (const notes of ['whole', 'cut short', 'gone']) {
      const outcome = path.join(folder, 'cache/outcome.json');
      if (notes === 'cut short') writeFileSync(outcome, readFileSync(outcome).subarray(0, 100));
      if (notes === 'gone') rmSync(outcome);
      const { status, stderr } = await build();
      assert.equal(status, 0, notes);
      assert.match(stderr, /bad\.md:3:7 {2}error {2}invalid-date/);
      const again = report();
      assert.deepEqual(again.changes, { written: [], removed: [] }, notes);
      assert.deepEqual([again.articles, again.quarantine, again.urls], [articles, quarantine, urls], notes);
      assert.deepEqual(again.site, site, notes);
    }
  });

  it('publishes drafts and articles of the future when asked to', async () => {
    put('content/draft.md', '---\ntitle: 乙\ndate: 2022-01-02\ndraft: true\n---\n正文\n');
    put('content/future.md', '---\ntitle: 丙\ndate: 2190-01-02\n---\n正文\n');
    assert.equal((await build('--drafts', '--future')).status, 0);
    assert.equal(report().articles.published, 2);
  });

  it('fails under --strict when site.yaml has a fault', async () => {
    put('content/site.yaml', 'title: [甲\n');
    put('content/articles/a.md', '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    assert.equal((await build()).status, 0);
    assert.equal((await build('--strict')).status, 1);
  });

  it('fails under --strict when an article is quarantined, having published the others', async () => {
    put('content/a.md', '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    put('content/bad.md', '---\ntitle: 丁\ndate: 2022-02-31\n---\n正文\n');
    assert.equal((await build('--strict')).status, 1);
    assert.equal(report().articles.published, 1);
  });

  it('says nothing under --quiet but faults', async () => {
    put('content/a.md', '---\ntitle: 甲: 乙\ndate: 2022-01-01\n---\n正文\n');
    put('content/bad.md', '---\ntitle: 丁\ndate: 2022-02-31\n---\n正文\n');
    const { stdout, stderr } = await build('--quiet');
    assert.equal(stdout, '');
    assert.match(stderr, /invalid-date/);
    assert.doesNotMatch(stderr, /warning/);
  });

  it('ends with status 2 and its usage for a flag it does not know, or a value that makes no sense', async () => {
    const wrong = [['--nonsense'], ['--workers', 'many'], ['--workers', '0'], ['--content', '']];
    for (const flags of wrong) {
      const { status, stderr } = await build(...flags);
      assert.equal(status, 2, flags.join(' '));
      assert.match(stderr, /Usage: npm run -s build/);
    }
  });

  it('ends with status 1 and a sentence when there is no such content folder', async () => {
    const { status, stderr } = await build();
    assert.equal(status, 1);
    assert.match(stderr, /There is no content folder at .*content\. Name one with --content DIR\./);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it('does not write into a folder that it did not make', async () => {
    put('content/a.md', '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    put('site/thesis.txt', 'the only copy');
    const { status, stderr } = await build();
    assert.equal(status, 1);
    assert.match(stderr, /is not a folder that Broadsheet made/);
    assert.equal(readFileSync(path.join(folder, 'site/thesis.txt'), 'utf8'), 'the only copy');
  });

  it('refuses an output folder that would swallow the sources', async () => {
    put('content/a.md', '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    const { status, stderr } = await runCommand('build', [
      '--content',
      path.join(folder, 'content'),
      '--output',
      folder,
    ]);
    assert.equal(status, 1);
    assert.match(stderr, /would swallow the sources/);
  });

  it('removes with --clean what nobody asks for any more', async () => {
    put('content/a.md', '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    await build();
    put('site/stray.html', 'stray');
    await build('--clean');
    assert.deepEqual(report().changes.removed, ['stray.html']);
    assert.equal(report().reused, 0);
  });
});
