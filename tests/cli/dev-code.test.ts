import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copyProject, linkPackages } from './copy-project.ts';

/** Ms; a busy machine compiles and builds for a while. */
const PATIENCE = 120_000;

describe('npm run dev while a designer changes the layouts', { timeout: 600_000 }, () => {
  let clone: string;
  let preview: ChildProcess;
  let said = '';
  const layout = () => path.join(clone, 'layouts/components/footer.tsx');
  const change = (from: string, to: string) =>
    writeFileSync(layout(), readFileSync(layout(), 'utf8').replace(from, to));

  async function until(what: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE;
    while (!(await what().catch(() => false))) {
      if (performance.now() > end) assert.fail(`waited in vain; the preview said:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const address = () => /^Previewing .* at (\S+)$/m.exec(said)?.[1];
  const shows = async (text: string) => (await (await fetch(address()!)).text()).includes(text);

  before(async () => {
    clone = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    copyProject(clone, { content: false });
    linkPackages(clone);
    mkdirSync(path.join(clone, 'content/articles'), { recursive: true });
    writeFileSync(
      path.join(clone, 'content/articles/a.md'),
      '---\ntitle: 甲\ndate: 2026-01-02\n---\n\n正文。\n',
    );
    preview = spawn(process.execPath, ['bin/broadsheet.mjs', 'dev', '--port', '0'], { cwd: clone });
    for (const stream of [preview.stdout, preview.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    await until(async () => address() !== undefined);
  });
  after(async () => {
    const ended = new Promise((resolve) => preview.once('exit', resolve));
    preview.kill('SIGTERM');
    await ended;
    rmSync(clone, { recursive: true, force: true });
  });

  it('shows pages by the changed layout, at the same address', async () => {
    change('<p class="nameplate">', '<p class="nameplate first-change">');
    await until(() => shows('nameplate first-change'));
  });

  it('goes on with the code before when the new one can’t be run, and says where it breaks', async () => {
    change('nameplate first-change">', 'nameplate first-change"');
    await until(async () => /footer\.tsx:\d+:\d+/.test(said));
    assert.ok(await shows('nameplate first-change'));
    assert.doesNotMatch(said, /^\s+at .*node_modules/m);
  });

  it('shows the layout again once it is mended', async () => {
    change('nameplate first-change"', 'nameplate second-change">');
    await until(() => shows('nameplate second-change'));
  });
});
