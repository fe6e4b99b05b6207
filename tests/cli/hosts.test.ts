import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { BuildReport } from '../../src/build/build-report.ts';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  mkdirSync(path.join(folder, 'content/articles'), { recursive: true });
  writeFileSync(path.join(folder, 'content/articles/a.md'), '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const build = (hosts: string, ...flags: string[]) => {
  writeFileSync(path.join(folder, 'content/site.yaml'), `title: 小城新闻\n${hosts}`);
  const at = (name: string) => path.join(folder, name);
  return runCommand('build', [
    ...['--content', at('content'), '--output', at('site'), '--cache', at('cache')],
    ...['--report', at('report.json'), ...flags],
  ]);
};

const readReport = () => JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as BuildReport;

describe('the limits of hosts', () => {
  it('says how large the site is and how much that is of what hosts allow', async () => {
    const { status, stdout, stderr } = await build('');
    assert.equal(status, 0, stderr);
    assert.match(
      stdout,
      /\d+ files, \d+ kB\.\nOf what hosts allow: github-pages <1 %, cloudflare-pages <1 %/,
    );
    const { site, hosts } = readReport();
    assert.ok(site.files > 10 && site.bytes > 10_000);
    assert.equal(hosts.find(({ host }) => host === 'cloudflare-pages')?.limits[0]?.allowed, 20_000);
  });

  it('fails before the upload when a host of site.yaml would refuse the site, and says what takes most', async () => {
    const { status, stderr } = await build(
      'hosts:\n  - github-pages\n  - { name: 小主机, files: 3, fileBytes: 500 }\n',
    );
    assert.equal(status, 1);
    assert.match(
      stderr,
      /error: 小主机 will refuse the site: its files may be 3, and this needs \d+ \([\d,]+ %\)\./,
    );
    assert.match(stderr, /\d+ files in assets\//);
    assert.match(stderr, /its size of a file may be 500 bytes/);
    assert.match(stderr, /kB assets\/\S+\.(?:js|css)/);
    assert.match(stderr, /Raise pagination\.size/);
    assert.doesNotMatch(stderr, /github-pages/);
  });

  it('fails each time, also when nothing is left to build, and is heard under --quiet', async () => {
    const hosts = 'hosts: [{ name: 小主机, files: 3 }]\n';
    assert.equal((await build(hosts, '--quiet')).status, 1);
    const again = await build(hosts, '--quiet');
    assert.equal(again.status, 1);
    assert.match(again.stderr, /小主机 will refuse the site/);
  });

  it('warns from 80 % on', async () => {
    await build('');
    const { files } = readReport().site;
    const { status, stderr } = await build(`hosts: [{ name: 小主机, files: ${files + 1} }]\n`);
    assert.equal(status, 0);
    assert.match(stderr, /warning: 小主机 is nearly full: files \d+ of \d+ \(9\d %\)/);
  });

  it('names a host that it does not know with its place, and builds without it', async () => {
    const { status, stderr, stdout } = await build('hosts:\n  - geocities\n');
    assert.equal(status, 0);
    assert.match(
      stdout + stderr,
      /site\.yaml:3:5 {2}error {2}config-value {2}.*geocities.*expected github-pages/,
    );
  });
});
