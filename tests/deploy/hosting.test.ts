import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { contentSecurityPolicy } from '../../layouts/content-security-policy.ts';
import { ADMIN_POLICY } from '../../src/build/list-admin-files.ts';
import { headersFor, parseHeaderRules } from '../../src/cli/host-rules.ts';
import { PROJECT, runCommand } from '../cli/run-command.ts';
import { type Expectation, listExpectations, SECRET } from './expectations.ts';
import { type Host, hosts, type RunningHost } from './servers.ts';

let folder: string;
/** The path of the site's address, by the name of the folder that it is built into. */
const BASES = { site: '/', news: '/news/' } as const;
type Site = keyof typeof BASES;
const assets = { site: { script: '', style: '', shard: '' }, news: { script: '', style: '', shard: '' } };
const at = (name: string) => path.join(folder, name);
const siteAt = (site: Site) => at(`${site}-root/${site}`);

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const body = '正文。'.repeat(400);
  put(
    'content/articles/a.md',
    `---\ntitle: 甲\ndate: 2022-01-01\nslug: one\ncategories: [城市]\naliases: [/old/one/]\n---\n${body}\n`,
  );
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>';
  put('content/media/pic.svg', drawing);
  put('content/media/big.svg', drawing.replace('M0 0h1', 'M0 0h1'.repeat(500)));
  put('content/media/tone.wav', `RIFF${'0123456789'.repeat(300)}`);
  put('secret.txt', SECRET);
  for (const site of ['site', 'news'] as const) await buildSite(site);
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function buildSite(site: Site): Promise<void> {
  put('content/site.yaml', `title: 小城新闻\nurl: https://news.example.org${BASES[site]}\n`);
  const root = siteAt(site);
  const built = await runCommand('build', [
    ...['--content', at('content'), '--output', root, '--cache', at('cache'), '--quiet'],
  ]);
  assert.equal(built.status, 0, built.stderr);
  const names = readdirSync(path.join(root, 'assets'));
  const [segment] = readdirSync(path.join(root, 'search/segments'));
  assets[site] = {
    script: `/assets/${names.find((name) => /^site\..*\.js$/.test(name))}`,
    style: `/assets/${names.find((name) => /^site\..*\.css$/.test(name))}`,
    shard: `/search/segments/${segment}/p0.bin`,
  };
  const inside = path.relative(folder, root);
  for (const file of ['.git/config', '.env', 'p/.hidden', '_redirects']) put(`${inside}/${file}`, SECRET);
  put(`${inside}/.well-known/security.txt`, 'Contact: mailto:desk@news.example.org\n');
  put(`${inside}/admin/index.html`, '<!doctype html><title>Admin</title>');
  mkdirSync(path.join(root, 'empty'));
  symlinkSync(at('secret.txt'), path.join(root, 'leak.txt'));
  symlinkSync(folder, path.join(root, 'outside'));
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(
  port: number,
  { path: target, method = 'GET', headers = {} }: Expectation['request'],
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const isPacked = response.headers['content-encoding'] === 'gzip' && bytes.length > 0;
        const body = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The site's own files, as the build wrote them. */
function listFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/(?:^|\/)[._]/.test(file))
    .sort();
}

function meets(answer: Answer, { status, headers = {}, body }: Expectation): void {
  const allowed = typeof status === 'number' ? [status] : status;
  assert.ok(allowed.includes(answer.status), `status ${answer.status}, not ${allowed.join(' or ')}`);
  for (const [name, expected] of Object.entries(headers)) {
    const found = answer.headers[name];
    if (expected instanceof RegExp) assert.match(String(found), expected, name);
    else assert.equal(found, expected, name);
  }
  if (body !== undefined) assert.match(answer.body, body);
  assert.doesNotMatch(answer.body, new RegExp(SECRET));
}

for (const host of hosts) for (const site of ['site', 'news'] as const) checkHost(host, site);

function checkHost(host: Host, site: Site): void {
  const base = BASES[site];
  describe(`a site at ${base} served by ${host.name}`, { skip: host.absent ?? false }, () => {
    let running: RunningHost;
    before(async () => {
      const scratch = at(`${host.name}-${site}`);
      mkdirSync(scratch);
      running = await host.start(siteAt(site), scratch, base);
    });
    after(() => running?.stop());

    // Names of assets are known when the site is built; those of the tests are not made of them.
    const named = listExpectations(
      { script: '/assets/site.js', style: '/assets/site.css', shard: '/search/segments/p0.bin' },
      base,
    );
    for (const [index, { name, only }] of named.entries()) {
      if (only !== undefined && !only.includes(host.name)) continue;
      it(name, async () => {
        const expectation = listExpectations(assets[site], base)[index]!;
        meets(await ask(running.port, expectation.request), expectation);
      });
    }

    it('sends what _headers says, for every path in it', async () => {
      const rules = parseHeaderRules(readFileSync(path.join(siteAt(site), '_headers'), 'utf8'));
      const files = listFiles(siteAt(site));
      for (const { pattern } of rules) {
        const file = files.find((name) => `/${name}`.startsWith(pattern.replace(/\*$/, '')));
        assert.ok(file !== undefined, `no file for ${pattern}`);
        const { headers } = await ask(running.port, { path: encodeURI(base + file) });
        for (const [name, value] of headersFor(rules, `/${file}`)) {
          // Pages say themselves which hosts may be embedded.
          const allowed = [value, value.replace(/frame-src [^;]*/, 'frame-src https:')];
          const found = String(headers[name.toLowerCase()]);
          assert.ok(allowed.includes(found), `${name} of ${file}: ${found}`);
        }
      }
    });

    it('lets the page for writing do what it needs, and no more', async (test) => {
      // It goes by _headers, and this site asks for no such page.
      if (host.name === 'serve') return test.skip('follows _headers');
      const { status, headers } = await ask(running.port, { path: `${base}admin/` });
      assert.deepEqual([status, headers['content-security-policy']], [200, ADMIN_POLICY]);
    });

    it('answers with 304 what the reader has already', async () => {
      const { headers } = await ask(running.port, { path: `${base}p/one/` });
      const again = await ask(running.port, {
        path: `${base}p/one/`,
        headers: { 'if-none-match': headers.etag ?? '"none"' },
      });
      assert.equal(again.status, 304);
      assert.equal(again.body, '');
    });
  });
}

describe('the recipes', () => {
  /** `_headers` says of each path what every host is to send. */
  const rules = () => readFileSync(path.join(siteAt('site'), '_headers'), 'utf8');

  for (const recipe of ['nginx.conf', 'Caddyfile'])
    it(`deploy/${recipe} has every header of _headers, word by word`, () => {
      const text = readFileSync(path.join(PROJECT, 'deploy', recipe), 'utf8');
      for (const [, name, value] of rules().matchAll(/^ {2}([\w-]+): (.*)$/gm)) {
        // Pages say themselves which hosts may be embedded; a header holds as well as theirs.
        const expected = value!.replace(/frame-src [^;]*/, 'frame-src https:');
        assert.ok(text.includes(expected), `${recipe} lacks ${name}: ${expected}`);
      }
    });

  it('leave nothing of the policy to the header alone that a page cannot say', () => {
    const page = readFileSync(path.join(siteAt('site'), 'p/one/index.html'), 'utf8');
    const policy = contentSecurityPolicy(['v.qq.com']).replace(/frame-src [^;]*/, '');
    for (const directive of policy.split('; ').filter((part) => part !== ''))
      assert.ok(page.replaceAll('&#39;', "'").includes(directive), directive);
  });
});
