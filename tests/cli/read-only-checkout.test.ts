import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PROJECT } from './run-command.ts';

/** Whoever it is on this machine: not the owner of the checkout. */
const SOMEBODY = 65_534;
const skip = process.getuid?.() === 0 ? false : 'only root can run a command as somebody else';

describe('a checkout that belongs to somebody else', { skip }, () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  const article = '---\ntitle: 甲\ndate: 2022-01-01\n---\n桥,车\n';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    chmodSync(folder, 0o755);
    mkdirSync(at('content/articles'), { recursive: true });
    mkdirSync(at('own'));
    chmodSync(at('own'), 0o777);
    writeFileSync(at('content/articles/a.md'), article);
    writeFileSync(at('content/articles/secret.md'), article, { mode: 0o600 });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (command: string, ...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      [path.join(PROJECT, 'bin/broadsheet.mjs'), command, '--content', at('content'), ...args],
      {
        cwd: folder,
        encoding: 'utf8',
        uid: SOMEBODY,
        gid: SOMEBODY,
        env: { ...process.env, HOME: at('own') },
      },
    );

  it('builds all the same, workers too, and names the file that it may not read', () => {
    const { status, stdout, stderr } = run('build', '--output', at('own/site'), '--cache', at('own/cache'));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Read 2 articles, published 1 \(1 quarantined\)/);
    assert.match(stderr, /secret\.md:1:1 {2}error {2}unreadable-file/);
    assert.ok(existsSync(at('own/site/index.html')));
  });

  it('says which folder can not be written', () => {
    mkdirSync(at('closed'));
    const { status, stderr } = run('build', '--output', at('closed/site'), '--cache', at('own/cache'));
    assert.equal(status, 1);
    assert.match(stderr, /^Not allowed to read or write .*closed\/site \(EACCES\)\. Check the permissions/);
  });

  it('is mended file by file: one that may not be touched stops no other', () => {
    chmodSync(at('content/articles/a.md'), 0o666);
    const { status, stdout, stderr } = run('fix');
    assert.equal(status, 1);
    assert.match(stderr, /secret\.md: left as it is, the system does not allow it \(EACCES\)\.\n$/);
    assert.match(stdout, /1 file mended/);
    assert.match(readFileSync(at('content/articles/a.md'), 'utf8'), /桥，车/);
  });
});
