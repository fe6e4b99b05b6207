import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
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
import type { BuildReport } from '../../src/build/build-report.ts';
import { PROJECT, runCommand } from '../cli/run-command.ts';

const rclone = findRclone();

describe('deploy/upload-changed.sh', {
  skip: rclone === undefined ? 'rclone is not installed; the upload is not tried' : false,
}, () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    mkdirSync(at('bin'));
    mkdirSync(at('remote'));
    for (const name of ['a', 'b']) writeArticle(name, '正文');
    writeFileSync(at('content/site.yaml'), 'title: 小城新闻\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function writeArticle(name: string, body: string): void {
    mkdirSync(at('content/articles'), { recursive: true });
    writeFileSync(
      at(`content/articles/${name}.md`),
      `---\ntitle: ${name}\ndate: 2022-01-01\nslug: ${name} 甲\n---\n${body}\n`,
    );
  }

  async function build(): Promise<void> {
    const { status, stderr } = await runCommand('build', [
      ...['--content', at('content'), '--output', at('site'), '--cache', at('cache')],
      ...['--quiet', '--report', at('build.json')],
    ]);
    assert.equal(status, 0, stderr);
  }

  /** @param failing - rclone gives up at the pages. */
  function upload({ failing = false, all = false } = {}): {
    readonly status: number | null;
    readonly calls: string;
  } {
    const script = [
      '#!/usr/bin/env bash',
      `echo "$*" >> "${at('calls')}"`,
      failing ? 'case "$*" in *pages*) exit 1;; esac' : '',
      `exec "${rclone}" "$@"`,
    ];
    writeFileSync(at('bin/rclone'), script.join('\n'));
    chmodSync(at('bin/rclone'), 0o755);
    rmSync(at('calls'), { force: true });
    const { status } = spawnSync(
      'bash',
      [
        path.join(PROJECT, 'deploy/upload-changed.sh'),
        at('build.json'),
        at('site'),
        at('remote'),
        ...(all ? ['--all'] : []),
      ],
      {
        env: {
          PATH: `${at('bin')}:${path.dirname(process.execPath)}:${process.env.PATH ?? ''}`,
          HOME: folder,
        },
        encoding: 'utf8',
      },
    );
    return { status, calls: existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8') : '' };
  }

  function readChanges(): readonly string[] {
    return (JSON.parse(readFileSync(at('build.json'), 'utf8')) as BuildReport).changes.written;
  }

  function listFiles(root: string): Readonly<Record<string, string>> {
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const read = files.map((entry) => path.join(entry.parentPath, entry.name));
    return Object.fromEntries(
      read
        .map((file) => [path.relative(root, file), readFileSync(file, 'base64')] as const)
        .filter(([file]) => !file.startsWith('.broadsheet'))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  it('uploads the site: what pages need first, then pages', async () => {
    await build();
    const { status, calls } = upload();
    assert.equal(status, 0);
    assert.deepEqual(listFiles(at('remote')), listFiles(at('site')));
    assert.deepEqual(
      [...calls.matchAll(/\/(immutable|media|needed|pages|removed) /g)].map(([, list]) => list),
      ['immutable', 'needed', 'pages'],
    );
    assert.match(calls, /immutable .*--header-upload Cache-Control: public, max-age=31536000, immutable/);
  });

  it('uploads what changed only, and deletes at the end what is gone', async () => {
    writeArticle('c', '新的正文');
    rmSync(at('content/articles/a.md'));
    await build();
    const { status, calls } = upload();
    assert.equal(status, 0);
    assert.deepEqual(listFiles(at('remote')), listFiles(at('site')));
    assert.ok(!existsSync(at('remote/p/a 甲')), 'and no empty folder is left');
    assert.match(calls.trim().split('\n').at(-1) ?? '', /^delete /);
    assert.ok(calls.split('\n').length < 6, 'one call for each kind of file');
    assert.ok(readChanges().every((file) => !file.startsWith('assets/')));
  });

  it('does the next time what an upload that failed left undone', async () => {
    writeArticle('b', '改过的正文');
    await build();
    assert.notEqual(upload({ failing: true }).status, 0);
    await build();
    assert.equal(readChanges().length, 0);
    assert.notDeepEqual(listFiles(at('remote')), listFiles(at('site')));
    assert.equal(upload().status, 0);
    assert.deepEqual(listFiles(at('remote')), listFiles(at('site')));
    assert.ok(!existsSync(at('build.json.pending')));
  });

  it('does nothing when nothing changed, and all of it when it is told to', async () => {
    await build();
    assert.equal(upload().calls, '');
    rmSync(at('remote'), { recursive: true });
    mkdirSync(at('remote'));
    assert.equal(upload({ all: true }).status, 0);
    assert.deepEqual(listFiles(at('remote')), listFiles(at('site')));
  });

  it('says how it is used', () => {
    const { status, stderr } = spawnSync('bash', [path.join(PROJECT, 'deploy/upload-changed.sh')], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /^Usage: upload-changed\.sh REPORT SITE REMOTE/);
  });
});

function findRclone(): string | undefined {
  try {
    return execFileSync('bash', ['-c', 'command -v rclone'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
