import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { HOST_FILE_LIMITS, listHostFiles } from '../../src/build/list-host-files.ts';
import { headersFor, parseHeaderRules } from '../../src/cli/host-rules.ts';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';
import type { Redirect } from '../../src/site/permalink.ts';

function hostFiles(yaml: string, redirects: readonly Redirect[] = []) {
  const { config } = parseSiteConfig(yaml, 'site.yaml');
  const { files, diagnostics } = listHostFiles(config, redirects);
  return {
    diagnostics,
    names: files.map((file) => file.path),
    read: (name: string) => String(files.find((file) => file.path === name)?.contents ?? ''),
  };
}

function many(count: number): Redirect[] {
  return Array.from({ length: count }, (_, index) => ({ url: `/old/${index}/`, target: `/p/${index}/` }));
}

/** What Netlify reads, by its own program. */
async function readAsNetlify(files: ReturnType<typeof hostFiles>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  try {
    for (const name of ['_headers', '_redirects']) writeFileSync(path.join(folder, name), files.read(name));
    const { headers, errors } = await parseAllHeaders({
      headersFiles: [path.join(folder, '_headers')],
      configHeaders: undefined,
      minimal: true,
    });
    const { redirects, errors: faults } = await parseAllRedirects({
      redirectsFiles: [path.join(folder, '_redirects')],
      configRedirects: [],
      minimal: true,
    });
    return {
      headers,
      redirects: (redirects as { from: string; to: string; status: number; force: boolean }[]).map(
        ({ from, to, status, force }) => ({ from, to, status, force }),
      ),
      errors: [...errors, ...faults],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('listHostFiles', () => {
  it('writes headers that Netlify reads as they are meant', async () => {
    const files = hostFiles('admin: { repo: desk/news }');
    const { headers, errors } = await readAsNetlify(files);
    assert.deepEqual(errors, []);
    const meant = parseHeaderRules(files.read('_headers')).map(({ pattern, headers: own }) => ({
      for: pattern,
      values: Object.fromEntries(own),
    }));
    assert.deepEqual(headers, meant);
    assert.deepEqual(
      meant.map((rule) => rule.for),
      ['/*', '/assets/*', '/search/segments/*', '/media/*', '/admin/*'],
    );
  });

  it('takes a header of all paths back before it says another, since Cloudflare joins the two', () => {
    const lines = hostFiles('admin: { repo: desk/news }').read('_headers').split('\n');
    const [first, ...others] = lines.join('\n').split(/^(?=\/)/m);
    const common = new Set([...first!.matchAll(/^ {2}([\w-]+):/gm)].map((match) => match[1]));
    for (const block of others)
      for (const [, name] of block.matchAll(/^ {2}([\w-]+):/gm))
        assert.equal(block.includes(`\n  ! ${name}\n`), common.has(name), `${name} in ${block}`);
  });

  it('writes no _redirects for a site without aliases, or below a path, where hosts would not look', () => {
    assert.ok(!hostFiles('').names.includes('_redirects'));
    assert.ok(hostFiles('url: https://a.example.org/', many(1)).names.includes('_redirects'));
    assert.ok(!hostFiles('url: https://a.example.org/news/', many(1)).names.includes('_redirects'));
  });

  it('writes a redirect for each alias, in ASCII, as Netlify reads it', async () => {
    const files = hostFiles('', [
      { url: '/旧/新 闻.html', target: '/p/one/' },
      { url: '/old/', target: '/城市/two/' },
    ]);
    assert.match(files.read('_redirects'), /^[\x20-\x7e\n]*$/);
    const { redirects, errors } = await readAsNetlify(files);
    assert.deepEqual(errors, []);
    assert.deepEqual(redirects, [
      { from: '/%E6%97%A7/%E6%96%B0%20%E9%97%BB.html', to: '/p/one/', status: 301, force: false },
      { from: '/old/', to: '/%E5%9F%8E%E5%B8%82/two/', status: 301, force: false },
    ]);
  });

  it('has Netlify prefer the redirect to the page of the same address', async () => {
    const { redirects } = await readAsNetlify(hostFiles('hosts: [netlify]', many(1)));
    assert.deepEqual(redirects, [{ from: '/old/0/', to: '/p/0/', status: 301, force: true }]);
    // Cloudflare would leave such a line out.
    assert.doesNotMatch(hostFiles('hosts: [netlify, cloudflare-pages]', many(1)).read('_redirects'), /!/);
  });

  it('says at site.yaml when there are more than Cloudflare reads, and leaves the rest to pages', () => {
    const few = hostFiles('hosts: [cloudflare-pages]', many(HOST_FILE_LIMITS.redirects));
    assert.deepEqual(few.diagnostics, []);
    const more = hostFiles('hosts: [cloudflare-pages]', many(HOST_FILE_LIMITS.redirects + 5));
    assert.equal(more.read('_redirects'), few.read('_redirects'));
    assert.deepEqual(
      more.diagnostics.map(({ file, severity, rule }) => [file, severity, rule]),
      [['site.yaml', 'warning', 'many-redirects']],
    );
    assert.match(more.diagnostics[0]!.message, /2005 redirects.* the other 5 are pages/);
    assert.deepEqual(hostFiles('', many(HOST_FILE_LIMITS.redirects + 5)).diagnostics, []);
  });

  it('writes no line that is longer than hosts read', () => {
    const hosts = Array.from({ length: 100 }, (_, index) => `player-${index}.video.example.org`);
    const files = hostFiles(`embeds: { hosts: [${hosts.join(', ')}] }`, [
      { url: `/${'a/'.repeat(990)}`, target: `/p/${'b'.repeat(90)}/` },
    ]);
    for (const name of ['_headers', '_redirects'])
      for (const line of files.read(name).split('\n')) assert.ok(line.length <= HOST_FILE_LIMITS.line, line);
    assert.deepEqual(
      files.diagnostics.map(({ rule }) => rule),
      ['long-policy-header'],
    );
    const headers = headersFor(parseHeaderRules(files.read('_headers')), '/');
    assert.equal(headers.get('Content-Security-Policy'), "frame-ancestors 'self'");
  });
});
