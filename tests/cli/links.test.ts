import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};
const FOLDERS = () => ['--content', at('content'), '--output', at('site'), '--cache', at('cache')];
const build = async () => {
  const { status, stderr } = await runCommand('build', [...FOLDERS(), '--quiet']);
  assert.equal(status, 0, stderr);
};
const links = (...flags: string[]) => runCommand('links', [...FOLDERS(), ...flags]);

const article = (name: string, body: string) =>
  put(
    `content/articles/${name}.md`,
    `---\ntitle: ${name}\ndate: 2022-01-06\nslug: ${name}\ncategories: [新媒体, 晨报]\ntags: [桥]\nthumbnail: https://o.example/a.png\n---\n${body}\n`,
  );

describe('npm run links', () => {
  it('finds nothing wrong with a site as it is built', async () => {
    put('content/site.yaml', 'url: https://n.example/daily/\n');
    article('one', '## 一 桥\n\n[二](/p/two/#h-二-路) [此](#一-桥) ![](/media/a.svg)');
    article('two', '## 二 路\n\n[other](https://other.example/)');
    put('content/media/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await build();
    const { status, stdout } = await links();
    assert.match(stdout, /^\d+ links in \d+ files checked: 0 errors, 0 warnings\.\n$/);
    assert.equal(status, 0);
  });

  it('names what is broken, in which page and which article, and what to do', async () => {
    article('one', '[无](/p/none/) ![](/media/missing.png) [处](/p/one/#none)');
    await build();
    const { status, stdout } = await links();
    assert.equal(status, 1);
    assert.match(
      stdout,
      /site\/p\/one\/index\.html:\d+:\d+ {2}error {2}broken-link {2}"\/p\/none\/": .* Written in .*content\/articles\/one\.md\.\n {4}Correct the link/,
    );
    assert.match(stdout, /missing-asset {2}"\/media\/missing\.png"/);
    assert.match(stdout, /broken-anchor {2}"\/p\/one\/#none"/);
    const faults = JSON.parse((await links('--format', 'json')).stdout) as readonly { rule: string }[];
    assert.deepEqual(faults.map(({ rule }) => rule).sort(), [
      'broken-anchor',
      'broken-link',
      'missing-asset',
    ]);
  });

  it('finds what a deploy forgot', async () => {
    article('one', '正文');
    await build();
    rmSync(at('site/feed.xml'));
    rmSync(at('site/p/one/index.html'));
    const { status, stdout } = await links();
    assert.equal(status, 1);
    assert.match(stdout, /broken-link {2}"\/feed\.xml"/);
    assert.match(stdout, /broken-link {2}"\/p\/one\/"/);
  });

  it('asks for a built site, and for flags that make sense', async () => {
    assert.equal((await links()).status, 2);
    assert.equal((await links('--format', 'xml')).status, 2);
    assert.equal((await links('--sample', '0')).status, 2);
  });
});

describe('npm run links -- --external', () => {
  it('asks other sites for what is linked to, once as long as the answer holds', async () => {
    const asked: string[] = [];
    const server = createServer(({ method, url = '' }, response) => {
      asked.push(`${method} ${url}`);
      const status = { '/gone': 404, '/head': method === 'HEAD' ? 405 : 200, '/shy': 403 }[url] ?? 200;
      response.writeHead(status).end(method === 'HEAD' ? undefined : 'x');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      article(
        'one',
        ['alive', 'gone', 'head', 'shy'].map((name) => `[${name}](${origin}/${name})`).join(' '),
      );
      await build();
      const refused = await links('--external', '--sample', '1');
      assert.deepEqual(asked, [], 'no private address is asked');
      assert.match(refused.stdout, /unsure-link .* is not an address of the public Internet/);
      rmSync(at('cache/external-links.json'));
      const { status, stdout } = await links('--external', '--allow-private');
      assert.equal(status, 1);
      assert.match(stdout, /error {2}dead-link {2}"[^"]*\/gone": The server answers 404\./);
      assert.match(stdout, /warning {2}unsure-link {2}"[^"]*\/shy": The server answers 403\./);
      assert.match(stdout, /4 of 4 links to other sites asked/);
      assert.deepEqual(asked.sort(), [
        'GET /gone',
        'GET /head',
        'GET /shy',
        'HEAD /alive',
        'HEAD /gone',
        'HEAD /head',
        'HEAD /shy',
      ]);
      const again = await links('--external', '--allow-private');
      assert.equal(asked.length, 7, 'the cache answers');
      assert.equal(again.status, 1, 'and still tells what is dead');
      assert.equal(JSON.parse(readFileSync(at('cache/external-links.json'), 'utf8')).length, 4);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
