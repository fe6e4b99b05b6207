import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { runBuild } from '../../src/build/run-build.ts';
import { Workforce } from '../../src/build/workforce.ts';
import { PROJECT } from '../cli/run-command.ts';
import { readTree } from '../sites/site-tree.ts';

/** Builds that are killed; each at a moment of its own. */
const KILLS = Number(process.env.KILLED_BUILDS ?? 30);

describe('a build that is killed', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const content = path.join(scratch, 'content');
  const workforce = new Workforce(2);
  before(() => mkdirSync(content));
  after(async () => {
    await workforce.dismiss();
    rmSync(scratch, { recursive: true, force: true });
  });

  const options = (name: string) => ({
    content,
    output: path.join(scratch, name, 'site'),
    cache: path.join(scratch, name, 'cache'),
    workers: 2,
    drafts: false,
    future: false,
    clean: false,
    now: Date.UTC(2024, 0, 1),
  });

  function write(round: number): void {
    for (let number = 0; number < 40; number++) {
      const text = `第 ${number} 篇的正文，第 ${number % 3 === 0 ? round : 0} 稿。`.repeat(20);
      writeFileSync(
        path.join(content, `${number}.md`),
        `---\ntitle: 第${number}篇\ndate: 2022-01-${String(1 + (number % 28)).padStart(2, '0')}\ncategories: [甲, 乙${number % 4}]\n---\n${text}\n`,
      );
    }
    if (round % 2 === 1) rmSync(path.join(content, '7.md'));
  }

  /** What is published; its workers may be at work for a moment still, on files of other names. */
  function listPages(output: string): readonly string[] {
    const files = existsSync(output) ? (readdirSync(output, { recursive: true }) as string[]) : [];
    return files.filter((file) => file.endsWith('.html') && !file.startsWith('.'));
  }

  it(`leaves no half file, whenever it is killed, and the next build repairs it: ${KILLS} times`, async () => {
    let killed = 0;
    for (let round = 0; round < KILLS; round++) {
      write(round);
      const { output, cache } = options('killed');
      const child = spawn(
        process.execPath,
        [
          'bin/broadsheet.mjs',
          'build',
          '--content',
          content,
          '--output',
          output,
          '--cache',
          cache,
          '--quiet',
        ],
        { cwd: PROJECT, stdio: 'ignore', env: { ...process.env, SOURCE_DATE_EPOCH: '1704067200' } },
      );
      // From the first moments, through the cleaning, to after the end.
      const gone = once(child, 'exit');
      await Promise.race([setTimeout(100 + ((round * 97) % 1400)), gone]);
      if (child.exitCode === null) killed++;
      child.kill('SIGKILL');
      await gone;
      for (const file of listPages(output))
        assert.match(readFileSync(path.join(output, file), 'utf8'), /<\/html>\s*$/, `${file} is whole`);
      if (round % 5 === 4) {
        await runBuild(options('killed'), workforce);
        const clean = `clean-${round}`;
        await runBuild(options(clean), workforce);
        assert.deepEqual(readTree(output), readTree(path.join(scratch, clean, 'site')));
        assert.equal(existsSync(path.join(output, '.broadsheet-new')), false);
        rmSync(path.join(scratch, clean), { recursive: true, force: true });
      }
    }
    assert.ok(killed > 0, 'at least one build was killed before its end');
  });

  it('is made good when what it had begun to publish is taken back', async () => {
    write(0);
    await runBuild(options('back'), workforce);
    const before = readTree(options('back').output);
    write(2);
    // Ended when its pages are there, and the store does not know of them.
    await assert.rejects(
      runBuild(
        {
          ...options('back'),
          onProgress: ({ stage, done, total }) => {
            if (stage === 'render' && done === total) throw new Error('no further');
          },
        },
        workforce,
      ),
      /no further/,
    );
    assert.notDeepEqual(readTree(options('back').output), before);
    write(0);
    const { report } = await runBuild(options('back'), workforce);
    assert.ok(report.pages.written > 0);
    assert.deepEqual(readTree(options('back').output), before);
  });

  it('keeps a second build out while it runs, with a message, and not after', async () => {
    write(0);
    const { output, cache } = options('two');
    const args = ['bin/broadsheet.mjs', 'build', '--content', content, '--output', output, '--cache', cache];
    const first = spawn(process.execPath, args, { cwd: PROJECT, stdio: 'ignore' });
    const firstGone = once(first, 'exit');
    while (!existsSync(path.join(cache, '.broadsheet-lock')) && first.exitCode === null) await setTimeout(5);
    const second = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    second.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [[firstStatus], [secondStatus]] = await Promise.all([firstGone, once(second, 'close')]);
    assert.equal(firstStatus, 0);
    // On a fast machine the first may have ended before the second looked.
    if (secondStatus !== 0) assert.match(said, /Another build \(process \d+ on .+\) is writing/);
    assert.equal(existsSync(path.join(cache, '.broadsheet-lock')), false);
  });
});
