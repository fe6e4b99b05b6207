import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  mkdirSync(at('content/articles'), { recursive: true });
  writeFileSync(at('content/articles/a.md'), '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
  mkdirSync(at('without-programs'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** What is said first; no command may answer wrong input with a stack. */
async function complaint(
  status: number,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const result = await runCommand(command, args, env);
  assert.equal(result.status, status, result.stderr);
  assert.doesNotMatch(result.stderr, /^ +at |This is a bug/m);
  return result.stderr.split('\n').slice(0, 2).join('\n');
}

describe('wrong input', () => {
  for (const command of ['build', 'check', 'fix', 'dev', 'serve', 'links', 'report', 'schemas'])
    it(`of a word that ${command} has no use for is told, not passed over`, async () => {
      assert.match(await complaint(2, command, ['other-folder']), /^"other-folder" is not expected here/);
    });

  it('of a revision is told', async () => {
    const flags = ['--content', at('content')];
    assert.match(await complaint(2, 'check', [...flags, '--since', '']), /^"" is no revision/);
  });

  it('of a file where a folder is needed is told', async () => {
    writeFileSync(at('a-file'), '');
    const flags = ['--content', at('content')];
    for (const output of ['a-file', 'a-file/below'])
      assert.match(
        await complaint(1, 'build', [...flags, '--output', at(output), '--cache', at('unused')]),
        /^A folder is needed, and there is a file: .*a-file/,
      );
    assert.match(
      await complaint(1, 'build', [...flags, '--output', at('unused'), '--cache', at('a-file')]),
      /^A folder is needed, and there is a file: .*a-file/,
    );
  });

  it('of a host that this machine does not have is told', async () => {
    mkdirSync(at('built'), { recursive: true });
    writeFileSync(at('built/index.html'), '<!doctype html><title>甲</title>');
    assert.match(
      await complaint(1, 'serve', ['--output', at('built'), '--host', '203.0.113.7']),
      /^This machine has no address as --host names it/,
    );
  });

  it('where git is not installed is told', async () => {
    const flags = ['--content', at('content'), '--changed'];
    for (const command of ['check', 'fix'])
      assert.match(
        await complaint(2, command, flags, { PATH: at('without-programs') }),
        /^git is needed to tell what changed, and there is none on the PATH/,
      );
  });

  it('of a report that is none is told', async () => {
    for (const text of ['', '[]', 'null', '{"a": 1}']) {
      writeFileSync(at('report.json'), text);
      for (const format of ['html', 'markdown']) {
        const flags = ['--content', at('content'), '--format', format, '--report', at('report.json')];
        const said = await complaint(2, 'report', [...flags, '--cache', at('cache')]);
        assert.match(said, format === 'html' ? /No build is remembered/ : /is no report of a build/);
      }
    }
  });

  it('of a file to import is told for what it is', async () => {
    const flags = ['--content', at('content')];
    assert.match(
      await complaint(1, 'import', ['feed', at('nothing.xml'), ...flags]),
      /There is no such file\.\n +Name a file, or an address/,
    );
    assert.match(await complaint(1, 'import', ['feed', at('content'), ...flags]), /it is a folder\./);
    assert.match(
      await complaint(1, 'import', ['wordpress', at('content'), ...flags]),
      /content is a folder, not a file\./,
    );
    assert.match(await complaint(1, 'import', ['wordpress', at('nothing.xml'), ...flags]), /is not there\./);
  });
});
