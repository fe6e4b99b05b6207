import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import type { WrittenReport } from '../../src/build/build-report.ts';
import { runNode } from '../cli/run-command.ts';

describe('a build with articles that hang, exhaust or kill a worker', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('names each of them with what to do, and publishes all the others', async () => {
    const content = path.join(scratch, 'content');
    mkdirSync(path.join(content, 'articles'), { recursive: true });
    writeFileSync(path.join(content, 'site.yaml'), 'limits:\n  articleMs: 15000\n  workerMegabytes: 96\n');
    const put = (name: string, body: string) =>
      writeFileSync(
        path.join(content, 'articles', `${name}.md`),
        `---\ntitle: ${name}\ndate: 2022-01-01\n---\n${body}\n`,
      );
    for (let number = 0; number < 60; number++) put(`good-${number}`, '正文');
    put('good-05-hangs', 'PLANTED-HANG');
    put('good-10-exhausts', 'PLANTED-EXHAUSTION');
    put('good-20-dies', 'PLANTED-DEATH');

    const report = path.join(scratch, 'report.json');
    const { status, stderr, stdout } = await runNode([
      ...[
        '--import',
        './tests/build/plant-faults.mjs',
        '--import',
        'tsx',
        'src/cli/build.ts',
        '--content',
        content,
      ],
      ...['--output', path.join(scratch, 'site'), '--cache', path.join(scratch, 'cache'), '--report', report],
    ]);

    assert.equal(status, 0, stderr);
    const { articles, quarantine, urls } = JSON.parse(readFileSync(report, 'utf8')) as WrittenReport;
    assert.deepEqual(articles, { read: 63, published: 60, drafts: 0, future: 0, quarantined: 3 });
    assert.deepEqual(
      quarantine.map(({ file, rule }) => `${file} ${rule}`),
      [
        'articles/good-05-hangs.md article-too-slow',
        'articles/good-10-exhausts.md article-too-heavy',
        'articles/good-20-dies.md article-too-heavy',
      ],
    );
    assert.match(stdout, /Read 63 articles, published 60 \(3 quarantined\)/);
    assert.match(stderr, /limits\.articleMs/);
    for (const url of Object.values(urls))
      assert.ok(existsSync(path.join(scratch, 'site', url, 'index.html')), url);
  });
});

describe('a build on a disk that fills up', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  const cases = { 'with a page': {}, 'with what was cleaned': { PLANTED_FULL_CACHE: '1' } };
  for (const [how, env] of Object.entries(cases)) {
    it(`${how} says so, leaves the published page whole, and is made good by the next build`, async () => {
      const folder = path.join(scratch, how);
      const content = path.join(folder, 'content');
      const page = path.join(folder, 'site', 'p', 'one', 'index.html');
      mkdirSync(path.join(content, 'articles'), { recursive: true });
      const put = (body: string) =>
        writeFileSync(
          path.join(content, 'articles', 'one.md'),
          `---\ntitle: 一\ndate: 2022-01-01\nslug: one\n---\n${body}\n`,
        );
      const places = ['--output', path.join(folder, 'site'), '--cache', path.join(folder, 'cache')];
      const flags = ['--content', content, ...places, '--workers', '1'];
      const build = (preload: readonly string[] = [], planted: NodeJS.ProcessEnv = {}) =>
        runNode([...preload, '--import', 'tsx', 'src/cli/build.ts', ...flags], planted);
      put('初稿');
      assert.equal((await build()).status, 0);
      const before = readFileSync(page, 'utf8');

      put('定稿 PLANTED-FULL-DISK');
      const refused = await build(['--import', './tests/build/plant-faults.mjs'], env);
      assert.equal(refused.status, 1);
      assert.match(refused.stderr, /^The disk is full/m);
      assert.doesNotMatch(refused.stderr, /bug/);
      assert.equal(readFileSync(page, 'utf8'), before);

      const repaired = await build();
      assert.equal(repaired.status, 0, repaired.stderr);
      assert.match(readFileSync(page, 'utf8'), /定稿/);
      assert.ok(!existsSync(path.join(folder, 'site', '.broadsheet-new')), 'nothing half made is left');
      assert.deepEqual(
        readdirSync(path.join(folder, 'cache')).filter((file) => /spool/.test(file)),
        [],
      );
    });
  }
});
