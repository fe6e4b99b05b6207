import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('of an output folder whose pages would become articles is told', async () => {
    mkdirSync(at('flat'), { recursive: true });
    writeFileSync(at('flat/a.md'), '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    for (const [content, output] of [
      ['flat', 'flat/site'],
      ['content', 'content/articles/site'],
      ['content', 'content/media/site'],
    ] as const)
      assert.match(
        await complaint(1, 'build', [
          '--content',
          at(content),
          '--output',
          at(output),
          '--cache',
          at('unused'),
        ]),
        /its pages would become articles\. Name another with --output/,
      );
    assert.ok(!existsSync(at('flat/site')));
  });

  it('of a folder where a file is needed is told before the work, not after it', async () => {
    const flags = ['--content', at('content'), '--cache', at('unused')];
    assert.match(
      await complaint(2, 'build', [...flags, '--output', at('unused-site'), '--report', at('content')]),
      /^--report takes a file, and .*content is a folder\./,
    );
    assert.ok(!existsSync(at('unused-site')));
    mkdirSync(at('odd/site.yaml'), { recursive: true });
    for (const command of ['check', 'build'])
      assert.match(
        await complaint(1, command, ['--content', at('odd'), '--cache', at('unused')]),
        /site\.yaml is a folder, and should be a file/,
      );
  });

  it('of a preview without content ends it', async () => {
    assert.match(
      await complaint(1, 'dev', ['--content', at('contnet'), '--cache', at('unused')]),
      /Did you mean .*content\?/,
    );
    assert.match(await complaint(2, 'dev', ['--port', '-1']), /^Option "--port" lacks its value/);
  });

  it('of a folder that no git knows is told', async () => {
    for (const command of ['check', 'fix'])
      assert.match(
        await complaint(2, command, ['--content', at('content'), '--changed']),
        /content is in no git repository/,
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

  it('of a content folder is told, with the one that was meant; nothing is made in a mistyped one', async () => {
    for (const [command, ...words] of [['new', '桥通车了'], ['build'], ['check'], ['fix']] as const)
      assert.match(
        await complaint(1, command, [...words, '--content', at('contnet')]),
        /^There is no content folder at .*contnet\. Did you mean .*content\?/,
      );
    assert.match(
      await complaint(1, 'import', ['feed', at('nothing.xml'), '--content', at('contnet')]),
      /Did you mean .*content\? If it is to be a new one, make it first\./,
    );
    assert.ok(!existsSync(at('contnet')));
    assert.match(
      await complaint(1, 'new', ['桥', '--content', at('content/articles/a.md')]),
      /a\.md is a file; the content is a folder/,
    );
  });

  it('of a report that links could read is told', async () => {
    mkdirSync(at('linked'), { recursive: true });
    writeFileSync(at('linked/index.html'), '<!doctype html><title>甲</title>');
    const flags = ['--output', at('linked'), '--content', at('content'), '--cache', at('unused')];
    for (const text of ['', '{"urls": ', '[]', '{"urls": {"a.md": 1}}', '{"urls": {"a.md": "x"}}']) {
      writeFileSync(at('other.json'), text);
      const said = await complaint(2, 'links', [...flags, '--report', at('other.json')]);
      assert.match(said, /other\.json is no report of a build; name the one/);
    }
    for (const command of ['links', 'report'])
      assert.match(
        await complaint(2, command, [
          ...(command === 'links' ? flags : ['--format', 'markdown']),
          ...['--report', at('content')],
        ]),
        /content is a folder, not the report of a build\./,
      );
  });

  it('of a report that is none is told', async () => {
    for (const text of ['', '[]', 'null', '{"a": 1}', '{"articles": {}, "changes": {}}']) {
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
