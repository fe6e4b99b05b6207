import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BuildReport } from '../../src/build/build-report.ts';
import { copyProject, linkPackages } from '../cli/copy-project.ts';
import { readTree } from '../sites/site-tree.ts';

/** One place in the program that an update of it may change, and what the change does. */
interface Change {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Whether articles have to be read and cleaned again. */
  readonly cleans: boolean;
}

const CHANGES: readonly Change[] = [
  {
    what: 'a layout',
    file: 'layouts/components/footer.tsx',
    from: '<p class="nameplate">',
    to: '<p class="nameplate changed">',
    cleans: false,
  },
  {
    what: 'the style sheet',
    file: 'layouts/styles/site.css',
    from: '@import',
    to: '/*! changed */\n@import',
    cleans: false,
  },
  {
    what: 'a string',
    file: 'layouts/strings/zh-cn.ts',
    from: "skipToContent: '",
    to: "skipToContent: '改",
    cleans: false,
  },
  {
    what: 'a feed',
    file: 'src/feeds/rss.ts',
    from: "element('generator', {}, ",
    to: "element('docs', {}, ",
    cleans: false,
  },
  {
    what: 'the cleaning policy',
    file: 'src/html/output-policy.ts',
    from: "referrerpolicy: 'no-referrer'",
    to: "referrerpolicy: 'origin'",
    cleans: true,
  },
  {
    what: 'what an article is said to take to read',
    file: 'src/site/reading-time.ts',
    from: 'CHARACTERS_A_MINUTE = 400',
    to: 'CHARACTERS_A_MINUTE = 40',
    cleans: true,
  },
];

describe('a build by a changed program, over what the one before it left', { timeout: 600_000 }, () => {
  let clone: string;
  before(() => {
    clone = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    copyProject(clone, { content: true });
    linkPackages(clone);
    build('_site', '.cache');
  });
  after(() => rmSync(clone, { recursive: true, force: true }));

  function build(output: string, cache: string): BuildReport {
    const report = path.join(clone, 'report.json');
    const args = ['--output', output, '--cache', cache, '--report', report, '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, ['bin/broadsheet.mjs', 'build', ...args], {
      cwd: clone,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return JSON.parse(readFileSync(report, 'utf8')) as BuildReport;
  }

  for (const { what, file, from, to, cleans } of CHANGES) {
    it(`equals a clean build of it: ${what} changed`, () => {
      const before = readTree(path.join(clone, '_site'));
      const code = readFileSync(path.join(clone, file), 'utf8');
      assert.ok(code.includes(from), `${file} holds ${from}`);
      writeFileSync(path.join(clone, file), code.replace(from, to));
      const { reused, articles } = build('_site', '.cache');
      build('clean', 'clean-cache');
      const after = readTree(path.join(clone, '_site'));
      assert.deepEqual(after, readTree(path.join(clone, 'clean')));
      assert.notDeepEqual(after, before);
      assert.equal(reused, cleans ? 0 : articles.read);
      for (const made of ['clean', 'clean-cache'])
        rmSync(path.join(clone, made), { recursive: true, force: true });
    });
  }
});
