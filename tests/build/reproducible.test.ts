import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copyProject, linkPackages } from '../cli/copy-project.ts';
import { fetchOtherNode, type OtherNode } from './node-versions.ts';

describe('a release', { timeout: 600_000 }, () => {
  let folder: string;
  let other: OtherNode;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    other = fetchOtherNode(path.join(folder, 'other-node'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Builds a clone of its own, of the content that comes with the program. @returns Digests of all files, by path. */
  async function release(
    name: string,
    node: string,
    options: ReleaseOptions,
  ): Promise<ReadonlyMap<string, string>> {
    const clone = path.join(folder, name);
    copyProject(clone, { content: true });
    linkPackages(clone);
    const child = spawn(
      node,
      ['bin/broadsheet.mjs', 'build', '--quiet', '--workers', String(options.workers)],
      {
        cwd: clone,
        env: { PATH: process.env.PATH ?? '', HOME: folder, TZ: options.timeZone, LANG: options.language },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [status] = (await once(child, 'close')) as [number];
    assert.equal(status, 0, said);
    return digestFolder(path.join(clone, '_site'));
  }

  const first: ReleaseOptions = { workers: 1, timeZone: 'America/New_York', language: 'C' };
  const second: ReleaseOptions = { workers: 3, timeZone: 'Asia/Shanghai', language: 'zh_CN.UTF-8' };

  it('is the same, byte for byte, of two clones under two versions of Node, in two zones and languages', async (test) => {
    if (other.program === undefined) {
      test.skip(`Node ${other.version} could not be fetched; both clones are not compared under it`);
      return;
    }
    const here = await release('here', process.execPath, first);
    const there = await release('there', other.program, second);
    assert.ok(here.size > 100);
    const differing = [...new Set([...here.keys(), ...there.keys()])].filter(
      (file) => here.get(file) !== there.get(file),
    );
    assert.deepEqual(differing, [], `Node ${process.versions.node} and ${other.version} differ`);
  });
});

interface ReleaseOptions {
  readonly workers: number;
  readonly timeZone: string;
  readonly language: string;
}

function digestFolder(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(root, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
      }),
  );
}
