import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { digest } from '../../src/build/digest.ts';
import { copyProject, linkPackages } from './copy-project.ts';

describe('the code that commands run, which is compiled', () => {
  let clone: string;
  before(() => {
    clone = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    copyProject(clone, { content: false });
    linkPackages(clone);
    mkdirSync(path.join(clone, 'content/articles'), { recursive: true });
    writeFileSync(
      path.join(clone, 'content/articles/one.md'),
      '---\ntitle: 一\ndate: 2024-01-01\n---\n正文。\n',
    );
  });
  after(() => rmSync(clone, { recursive: true, force: true }));

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['bin/broadsheet.mjs', ...args], { cwd: clone, encoding: 'utf8' });
  const build = () => run('build', '--workers', '1');

  /** Puts a line into a source, runs a build, and takes the line out again. @returns Its number, and what was said. */
  function buildWithBug(file: string, before: string) {
    const absolute = path.join(clone, file);
    const source = readFileSync(absolute, 'utf8');
    const at = source.indexOf(before);
    assert.ok(at > 0, `${file} has no line with ${before}`);
    const line = source.slice(0, at).split('\n').length;
    writeFileSync(absolute, `${source.slice(0, at)}throw new TypeError('planted');\n${source.slice(at)}`);
    try {
      return { line, ...build() };
    } finally {
      writeFileSync(absolute, source);
    }
  }

  it('tells of a bug by its place in the sources', () => {
    const { line, status, stderr } = buildWithBug('src/build/plan-build.ts', 'const make');
    assert.equal(status, 1);
    assert.match(stderr, /^This is a bug of Broadsheet/);
    assert.match(stderr, /TypeError: planted/);
    assert.ok(stderr.includes(`src/build/plan-build.ts:${line}:`), stderr);
    assert.ok(!stderr.includes('.mjs:'), stderr);
  });

  it('does so too where a worker met it', () => {
    const { line, status, stderr } = buildWithBug('src/build/render-and-write.ts', 'const output = new');
    assert.equal(status, 1);
    assert.ok(stderr.includes(`src/build/render-and-write.ts:${line}:`), stderr);
  });

  it('notes what it was compiled from, file by file', () => {
    assert.equal(build().status, 0);
    const cache = path.join(clone, 'node_modules/.cache/broadsheet');
    const newest = readdirSync(cache)
      .map((name) => path.join(cache, name, 'code.json'))
      .filter((file) => existsSync(file))
      .find((file) => readFileSync(file, 'utf8') === JSON.stringify(noteFiles()));
    assert.ok(newest !== undefined, 'no folder has the digests of the files that lie there now');
  });

  it('is not read again as long as no file and no folder has changed, whatever a file’s time says', async () => {
    const state = () =>
      JSON.parse(readFileSync(path.join(clone, 'node_modules/.cache/broadsheet/state.json'), 'utf8'));
    const show = () => assert.equal(run('schemas', '--help').status, 0);
    // What changed a moment ago may change again within the same tick of the system's clock.
    await setTimeout(2100);
    show();
    const { name, at } = state();
    show();
    assert.equal(state().at, at);
    const source = path.join(clone, 'src/cli/schemas.ts');
    const { atime, mtime } = statSync(source);
    writeFileSync(source, readFileSync(source, 'utf8').replace('Usage:', 'usage:'));
    utimesSync(source, atime, mtime);
    assert.match(run('schemas', '--help').stdout, /^usage:/);
    assert.notEqual(state().name, name);
    writeFileSync(path.join(clone, 'src/cli/greet.ts'), "import { runCommand } from './command-line.ts';\n");
    assert.match(run('nothing').stderr, /, greet, /);
    rmSync(path.join(clone, 'src/cli/greet.ts'));
    assert.doesNotMatch(run('nothing').stderr, /greet/);
  });

  function noteFiles(): Record<string, string> {
    const files = ['src', 'layouts'].flatMap((folder) =>
      readdirSync(path.join(clone, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(clone, path.join(entry.parentPath, entry.name)))
        .sort(),
    );
    return Object.fromEntries(
      ['package-lock.json', ...files].map((file) => [file, digest(readFileSync(path.join(clone, file)))]),
    );
  }
});
