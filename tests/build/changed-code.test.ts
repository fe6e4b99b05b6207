import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BuildReport } from '../../src/build/build-report.ts';
import { copyProject, linkPackages } from '../cli/copy-project.ts';
import { readTree } from '../sites/site-tree.ts';

/** What an update of the program may change. */
interface Change {
  readonly what: string;
  /** A file, what it holds, and what comes in its place. */
  readonly edits: readonly (readonly [file: string, from: string, to: string])[];
  /** Whether articles have to be read and cleaned again. */
  readonly cleans: boolean;
}

const CHANGES: readonly Change[] = [
  {
    what: 'a layout, a string and the style sheet',
    edits: [
      ['layouts/components/footer.tsx', '<p class="nameplate">', '<p class="nameplate changed">'],
      ['layouts/strings/zh-cn.ts', "skipToContent: '", "skipToContent: '改"],
      ['layouts/styles/site.css', '@import', '/*! changed */\n@import'],
    ],
    cleans: false,
  },
  {
    what: 'a feed',
    edits: [['src/feeds/rss.ts', "element('generator', {}, ", "element('docs', {}, "]],
    cleans: false,
  },
  {
    what: 'the cleaning policy, and how long an article is said to take',
    edits: [
      ['src/html/output-policy.ts', "referrerpolicy: 'no-referrer'", "referrerpolicy: 'origin'"],
      ['src/site/reading-time.ts', 'CHARACTERS_A_MINUTE = 400', 'CHARACTERS_A_MINUTE = 40'],
    ],
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

  for (const { what, edits, cleans } of CHANGES) {
    it(`equals a clean build of it: ${what} changed`, () => {
      const before = readTree(path.join(clone, '_site'));
      for (const [file, from, to] of edits) {
        const code = readFileSync(path.join(clone, file), 'utf8');
        assert.ok(code.includes(from), `${file} holds ${from}`);
        writeFileSync(path.join(clone, file), code.replace(from, to));
      }
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
