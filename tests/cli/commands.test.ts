import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { PROJECT, runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** Starts a command that goes on, and waits for the address it prints. */
async function startServing(
  command: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/cli/${command}.ts`, ...args], {
    cwd: PROJECT,
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    // Read on for as long as it runs: it would end when nobody listens.
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /at (http:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('exit', () => reject(new Error(`${command} ended without an address: ${said}`)));
  });
  return { child, url };
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

const at = (name: string) => path.join(folder, name);

describe('npm run check', () => {
  const check = (...flags: string[]) =>
    runCommand('check', ['--content', at('content'), '--cache', at('cache'), ...flags]);

  it('names what is wrong and what was repaired, in the order of the files, and ends with status 1', async () => {
    put('content/a.md', '---\ntitle: 甲: 乙\ndate: 2022-01-01\n---\n正文\n');
    put('content/b.md', '---\ntitle: 丁\ndate: 2022-02-31\n---\n正文\n');
    const { status, stdout } = await check();
    assert.equal(status, 1);
    assert.match(stdout, /a\.md:2:8 {2}warning {2}unquoted-text[\s\S]*b\.md:3:7 {2}error {2}invalid-date/);
    assert.match(stdout, /2 articles checked: 1 error, 1 warning, 1 info\./);
  });

  it('ends with status 0 when nothing is wrong', async () => {
    put('content/a.md', '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n');
    assert.equal((await check()).status, 0);
  });

  it('speaks to GitHub and to tools', async () => {
    put('content/b.md', '---\ntitle: 丁\ndate: 2022-02-31\n---\n正文\n');
    assert.match((await check('--format', 'github')).stdout, /^::error file=.*b\.md,line=3,col=7/);
    const [fault] = JSON.parse((await check('--format', 'json')).stdout) as { line: number; rule: string }[];
    assert.deepEqual([fault?.line, fault?.rule], [3, 'invalid-date']);
  });

  it('ends with status 2 for a format it does not know', async () => {
    assert.equal((await check('--format', 'xml')).status, 2);
  });
});

describe('npm run new', () => {
  it('makes an article that check passes, and never overwrites one', async () => {
    mkdirSync(at('content/articles'), { recursive: true });
    const make = () =>
      runCommand('new', ['标题：一/二', '--category', '新媒体/晨报', '--content', at('content')]);
    const [first, preview] = (await make()).stdout.trim().split('\n') as [string, string];
    const [second] = (await make()).stdout.trim().split('\n') as [string];
    assert.equal(first, at('content/articles/新媒体/晨报/标题：一_二.md'));
    assert.equal(second, at('content/articles/新媒体/晨报/标题：一_二-2.md'));
    assert.match(readFileSync(first, 'utf8'), /^---\ntitle: 标题：一\/二\ndate: /);
    const { status, stdout } = await runCommand('check', [
      '--content',
      at('content'),
      '--cache',
      at('cache'),
    ]);
    assert.equal(status, 0, stdout);
    const report = at('report.json');
    await runCommand('build', [
      ...[
        '--content',
        at('content'),
        '--output',
        at('site'),
        '--cache',
        at('cache'),
        '--quiet',
        '--report',
        report,
      ],
    ]);
    const { urls } = JSON.parse(readFileSync(report, 'utf8')) as { urls: Record<string, string> };
    assert.ok(
      preview.startsWith(`http://127.0.0.1:8080${urls[path.relative(at('content'), first)]} `),
      preview,
    );
  });

  it('keeps a title that tries to leave the folder inside it', async () => {
    mkdirSync(at('content'), { recursive: true });
    const { stdout } = await runCommand('new', ['../../outside', '--content', at('content')]);
    assert.equal(path.dirname(stdout.split('\n')[0]!), at('content/articles'));
  });

  it('asks for a title', async () => {
    assert.equal((await runCommand('new', [])).status, 2);
  });
});

describe('npm run serve', () => {
  it('answers as a static host: folders, redirects to the slash, headers, the 404 page; nothing outside', async () => {
    put('content/site.yaml', 'title: 小城新闻\nurl: https://news.example.org/daily/\n');
    put('content/articles/a.md', '---\ntitle: 甲\ndate: 2022-01-01\nslug: one\n---\n正文\n');
    put('secret.txt', 'secret');
    const built = await runCommand('build', [
      ...['--content', at('content'), '--output', at('site'), '--cache', at('cache'), '--quiet'],
    ]);
    assert.equal(built.status, 0, built.stderr);
    const { child, url } = await startServing('serve', ['--output', at('site'), '--port', '0']);
    try {
      assert.match(url, /\/daily\/$/);
      const get = (where: string) => fetch(new URL(where, url), { redirect: 'manual' });
      const page = await get('p/one/');
      assert.equal(page.status, 200);
      assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
      assert.match(await page.text(), /<h1[^>]*>甲<\/h1>/);
      const bare = await get('p/one');
      assert.deepEqual([bare.status, bare.headers.get('location')], [301, '/daily/p/one/']);
      const lost = await get('nothing/here/');
      assert.equal(lost.status, 404);
      assert.match(await lost.text(), /<html/);
      for (const outside of ['..%2fsecret.txt', '%2e%2e/secret.txt', '_headers', '.broadsheet']) {
        assert.equal((await get(outside)).status, 404, outside);
      }
      assert.equal((await fetch(url, { method: 'POST' })).status, 405);
    } finally {
      await stop(child);
    }
  });
});

describe('npm run dev', () => {
  it('shows drafts, renews the page after a save, and tells of faults until they are mended', async () => {
    put('content/articles/a.md', '---\ntitle: 甲\ndate: 2022-01-01\nslug: one\ndraft: true\n---\n初稿\n');
    const { child, url } = await startServing('dev', [
      '--content',
      at('content'),
      '--cache',
      at('cache'),
      '--port',
      '0',
    ]);
    const events = new AbortController();
    try {
      const page = await (await fetch(new URL('p/one/', url))).text();
      assert.match(page, /初稿/);
      assert.match(page, /__dev\/overlay\.js/);
      const stream = await fetch(new URL('/__dev/events', url), { signal: events.signal });
      const told = readEvents(stream);
      assert.match((await told.next()).value ?? '', /^started \d+$/);
      assert.deepEqual(await told.next(), { done: false, value: 'faults []' });
      put('content/articles/a.md', '---\ntitle: 甲\ndate: 2022-02-31\n---\n定稿\n');
      await untilFaults(told, /a\.md:3:7/);
      put('content/articles/a.md', '---\ntitle: 甲\ndate: 2022-01-01\nslug: one\n---\n定稿\n');
      await untilFaults(told, /^faults \[\]$/);
      assert.match(await (await fetch(new URL('p/one/', url))).text(), /定稿/);
    } finally {
      events.abort();
      await stop(child);
    }
  });
});

async function* readEvents(response: Response): AsyncGenerator<string> {
  let buffered = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    buffered += chunk;
    for (let end = buffered.indexOf('\n\n'); end >= 0; end = buffered.indexOf('\n\n')) {
      const [name = '', data = ''] = buffered.slice(0, end).split('\n');
      buffered = buffered.slice(end + 2);
      yield `${name.slice('event: '.length)} ${data.slice('data: '.length)}`;
    }
  }
}

/** The next list of faults that fits; the one before the save may still be on its way. */
async function untilFaults(told: AsyncGenerator<string>, expected: RegExp): Promise<void> {
  let last = 'nothing';
  const given = new AbortController();
  const late = wait(60_000, undefined, { signal: given.signal }).then(() => {
    throw new Error(`no event ${expected} within a minute; the last was: ${last}`);
  });
  late.catch(() => {});
  try {
    for (;;) {
      const { value, done } = await Promise.race([told.next(), late]);
      if (done) throw new Error('the events ended');
      last = value;
      if (value.startsWith('faults') && expected.test(value)) return;
    }
  } finally {
    given.abort();
  }
}
