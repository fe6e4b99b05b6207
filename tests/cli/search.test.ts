import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

describe('npm run search', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const site = path.join(scratch, 'site');
  const search = (...args: string[]) => runCommand('search', [...args, '--output', site]);
  before(async () => {
    const articles = path.join(scratch, 'content/articles');
    mkdirSync(articles, { recursive: true });
    for (const [day, body] of ['渡轮靠岸，灯塔亮着。', '灯塔下的书店。', '山上的雾。'].entries())
      writeFileSync(
        path.join(articles, `${day}.md`),
        `---\ntitle: 第${day}篇\ndate: 2024-01-0${day + 1}\nslug: n${day}\n---\n${body}\n`,
      );
    const { status, stderr } = await runCommand('build', [
      ...['--content', path.join(scratch, 'content'), '--output', site],
      ...['--cache', path.join(scratch, 'cache'), '--quiet'],
    ]);
    assert.equal(status, 0, stderr);
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('prints what is found, the newest first, with address, date and excerpt', async () => {
    const { status, stdout } = await search('灯塔');
    assert.equal(status, 0);
    assert.match(stdout, /^第1篇\n {2}\/p\/n1\/ {2}2024-01-02\n {2}灯塔下的书店。\n\n第0篇\n/);
  });

  it('prints JSON, one result a line, as many as are wanted', async () => {
    const { stdout } = await search('灯塔', '--json', '--limit', '1');
    const [line, ...rest] = stdout.trim().split('\n');
    assert.deepEqual(rest, []);
    assert.equal((JSON.parse(line!) as { url: string }).url, '/p/n1/');
  });

  it('says when only words of the query are found, and when nothing is', async () => {
    assert.match((await search('渡轮灯塔')).stdout, /^Nothing has the texts as they were typed/);
    const { status, stderr } = await search('鲸鱼');
    assert.deepEqual([status, stderr], [1, 'Nothing found.\n']);
  });

  it('ends with 2 without a query or an index, and with 1 and the file’s name where one is damaged', async () => {
    assert.equal((await search()).status, 2);
    const elsewhere = await runCommand('search', ['灯塔', '--output', scratch]);
    assert.deepEqual([elsewhere.status, /There is no search index in/.test(elsewhere.stderr)], [2, true]);
    truncateSync(path.join(site, 'search/manifest.json'), 20);
    const damaged = await search('灯塔');
    assert.deepEqual(
      [damaged.status, /^manifest\.json is not what a build writes/.test(damaged.stderr)],
      [1, true],
    );
  });
});
