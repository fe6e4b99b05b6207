import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { runBuild } from '../../src/build/run-build.ts';
import { readTree } from '../sites/site-tree.ts';
import { PROJECT, runNode } from './run-command.ts';

describe('Eleventy’s own command with .eleventy.ts', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('makes the same site as npm run build, file for file', async () => {
    const output = path.join(scratch, 'eleventy');
    const { status, stdout, stderr } = await runNode([
      ...['--import', 'tsx', 'node_modules/@11ty/eleventy/cmd.cjs', '--config=.eleventy.ts'],
      `--output=${path.relative(PROJECT, output)}`,
    ]);
    assert.equal(status, 0, stdout + stderr);
    await runBuild({
      content: path.join(PROJECT, 'content'),
      output: path.join(scratch, 'broadsheet'),
      cache: path.join(scratch, 'cache'),
      workers: 2,
      drafts: false,
      future: false,
      clean: false,
      now: Date.now(),
    });
    const { '.broadsheet': _theirs, ...theirs } = readTree(output);
    const { '.broadsheet': _ours, ...ours } = readTree(path.join(scratch, 'broadsheet'));
    assert.deepEqual(Object.keys(theirs), Object.keys(ours));
    for (const [file, text] of Object.entries(ours)) assert.ok(theirs[file] === text, `${file} differs`);
  });
});
