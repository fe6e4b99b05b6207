import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PROJECT } from './run-command.ts';

describe('a clone in which nobody ran npm ci', () => {
  let clone: string;
  before(() => {
    clone = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    for (const part of ['bin', 'src', 'layouts', 'package.json', 'package-lock.json'])
      cpSync(path.join(PROJECT, part), path.join(clone, part), { recursive: true });
  });
  after(() => rmSync(clone, { recursive: true, force: true }));

  const build = () =>
    spawnSync(process.execPath, ['bin/broadsheet.mjs', 'build'], { cwd: clone, encoding: 'utf8' });

  it('is told to, in one line', () => {
    const { status, stderr } = build();
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'The libraries are missing, or not those of package-lock.json. Run "npm ci", then this again.\n',
    );
  });

  it('is told so too when it has those of an older commit', () => {
    mkdirSync(path.join(clone, 'node_modules'));
    symlinkSync(path.join(PROJECT, 'node_modules/esbuild'), path.join(clone, 'node_modules/esbuild'));
    const { status, stderr } = build();
    assert.equal(status, 1);
    assert.match(stderr, /^The libraries are missing.*Run "npm ci".*\n$/);
  });
});
