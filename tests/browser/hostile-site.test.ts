import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { runBuild } from '../../src/build/run-build.ts';
import { type RunningServer, startServer } from '../../src/cli/static-server.ts';
import { embedHosts } from '../../src/content/site-config-defaults.ts';
import { href } from '../../src/site/link.ts';
import { readHostileCases } from '../hostile/read-cases.ts';
import { launchChromium } from './launch-chromium.ts';

/** What an article's fields may try, wherever a page, its head, its data or an address shows them. */
const PAYLOADS = [
  '"><img src=x onerror=window.__hit=1>',
  "' onmouseover=window.__hit=1 autofocus onfocus=window.__hit=1 x='",
  '</title><script>window.__hit=1</script>',
  '</script><script>window.__hit=1</script>',
  '<!--<script>window.__hit=1//-->',
  '<svg onload=window.__hit=1>',
  'javascript:window.__hit=1',
  '\u2028window.__hit=1\u2029',
  ']]><script>window.__hit=1</script>',
  '{{constructor.constructor("window.__hit=1")()}}',
  '&lt;img src=x onerror=window.__hit=1&gt;',
  '\u202e<b>',
];
const FIELDS = [
  'title',
  'author',
  'tags',
  'categories',
  'excerpt',
  'thumbnail',
  'headimg',
  'source',
  'lang',
  'slug',
  'permalink',
  'aliases',
];
const TABS = 4;
/** CSS pixels. Small: less to draw. */
const VIEWPORT = { width: 480, height: 480 };
/** Of the articles, those that are visited once more with the policy in force: one of so many. */
const SAMPLE = 20;
/** What must be found out. */
const CONTROL =
  '<title>x</title><img src=x onerror="window.__hit=1"><script src="https://evil.example/x.js"></script>';

const POLICY_META = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

interface Findings {
  readonly hits: string[];
  readonly requests: string[];
  readonly violations: string[];
}

describe('a site of hostile articles, in a real browser', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const lists: string[] = [
    '',
    'latest/',
    'categories/',
    'archives/',
    'tags/',
    'authors/',
    'projects/',
    'no/such/page/',
  ];
  const articles: string[] = [];
  /** The site as hosts serve it. */
  let server: RunningServer;
  /** The same with a policy that reports what it would stop, and stops nothing. */
  let openServer: RunningServer;
  let browser: Browser;

  before(async () => {
    const content = path.join(scratch, 'content');
    mkdirSync(content);
    const put = (name: string, front: Record<string, unknown>, body: string) =>
      writeFileSync(
        path.join(content, name),
        `---json\n${JSON.stringify({ date: '2022-01-01', ...front })}\n---\n${body}`,
      );
    for (const { name, format, input } of readHostileCases()) {
      put(`body-${name}.${format === 'html' ? 'html' : 'md'}`, { title: name }, input);
    }
    for (const field of FIELDS) {
      for (const [number, payload] of PAYLOADS.entries()) {
        put(`field-${field}-${number}.md`, { title: 'x', [field]: payload }, '正文');
      }
    }
    const { report, urls } = await runBuild({
      content,
      output: path.join(scratch, 'site'),
      cache: path.join(scratch, 'cache'),
      workers: 2,
      drafts: false,
      future: false,
      clean: false,
      now: Date.UTC(2023, 0, 1),
    });
    const { read, published, quarantined } = report.articles;
    assert.equal(read, published + quarantined);
    for (const url of Object.values(urls.byFile)) articles.push(href('/', url).slice(1));
    for (const payload of PAYLOADS) lists.push(`search/?q=${encodeURIComponent(payload)}`);
    const site = { root: path.join(scratch, 'site'), port: 0, host: '127.0.0.1' };
    server = await startServer(site);
    openServer = await startServer({
      ...site,
      intercept: (request, response) => {
        reportOnly(response);
        if (request.url !== '/control') return false;
        response.setHeader('Content-Security-Policy', "default-src 'none'");
        response.setHeader('Content-Type', 'text/html');
        response.end(CONTROL);
        return true;
      },
      transformHtml: (html) => {
        assert.match(html, POLICY_META);
        return html.replace(POLICY_META, '');
      },
    });
    // Nothing leaves this machine; what would have is seen as a request all the same.
    browser = await launchChromium(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']);
  });
  after(async () => {
    await browser?.close();
    await Promise.all([server?.close(), openServer?.close()]);
    rmSync(scratch, { recursive: true, force: true });
  });

  it('would be found out by this test if it did', async () => {
    const findings = await visitAll(openServer, ['control']);
    assert.equal(findings.hits.length, 2);
    assert.equal(findings.requests.length, 1);
    assert.ok(findings.violations.length >= 2, `${findings.violations}`);
  });

  it('runs nothing, asks for nothing it should not, and needs no policy to stop it', async () => {
    assert.ok(articles.length > 400, `${articles.length} articles`);
    const findings = await visitAll(openServer, [...lists, ...articles]);
    assert.deepEqual(findings, { hits: [], requests: [], violations: [] });
  });

  it('does not once run into its Content-Security-Policy where that is in force', async () => {
    const sample = articles.filter((_, position) => position % SAMPLE === 0);
    const findings = await visitAll(server, [...lists, ...sample]);
    assert.deepEqual(findings, { hits: [], requests: [], violations: [] });
  });

  async function visitAll({ url }: RunningServer, pages: readonly string[]): Promise<Findings> {
    const findings: Findings = { hits: [], requests: [], violations: [] };
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: VIEWPORT });
    await watch(context, new URL(url).host, findings);
    const waiting = [...pages];
    await Promise.all(
      Array.from({ length: Math.min(TABS, pages.length) }, async () => {
        const page = await context.newPage();
        page.on('dialog', (dialog) => {
          findings.hits.push(`${page.url()} opened a dialog`);
          void dialog.dismiss();
        });
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          await visit(page, new URL(next, url).href, findings);
        }
      }),
    );
    await context.close();
    return findings;
  }

  async function watch(context: BrowserContext, own: string, findings: Findings): Promise<void> {
    await context.addInitScript(() => {
      // Links that get the focus are not fetched ahead for those who save data: each page is opened in its turn.
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
      addEventListener('securitypolicyviolation', (event) => {
        const seen = globalThis as unknown as { violations?: string[] };
        seen.violations ??= [];
        seen.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    context.on('request', (request) => {
      if (new URL(request.url()).host === own || isAllowed(request)) return;
      findings.requests.push(`${request.frame().url()} asked for ${request.resourceType()} ${request.url()}`);
    });
  }
});

/** Turns the policy that a response brings into one that stops nothing, and tells the page what it would have stopped. */
function reportOnly(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    setHeader(name === 'Content-Security-Policy' ? `${name}-Report-Only` : name, value);
}

/** Pictures and recordings stay with their hosts; frames are those of the listed hosts; nothing else leaves the site. */
function isAllowed(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url());
  const type = request.resourceType();
  if (type === 'image' || type === 'media') return protocol === 'https:' || protocol === 'http:';
  const isFrame = type === 'document' && request.frame().parentFrame() !== null;
  return isFrame && protocol === 'https:' && embedHosts.includes(hostname);
}

/** Opens a page, points at and focuses what it holds, and takes down what happened. */
async function visit(page: Page, url: string, findings: Findings): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
  const seen = await page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        const isScript =
          /^\s*(?:javascript|vbscript|data:text)/i.test(value) && name !== 'content' && name !== 'value';
        if (/^on/i.test(name) || name === 'srcdoc' || isScript)
          found.push(`<${element.localName} ${name}=${value.slice(0, 60)}>`);
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>('main a, main [tabindex], main summary')) {
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      element.focus();
    }
    const { __hit, violations = [] } = globalThis as unknown as { __hit?: unknown; violations?: string[] };
    return { found, hit: __hit !== undefined, violations, title: document.title };
  });
  if (seen.hit) findings.hits.push(`${url} ran a script`);
  findings.hits.push(...seen.found.map((what) => `${url} holds ${what}`));
  findings.violations.push(...seen.violations.map((what) => `${url} ${what}`));
  // The search spells the query of its address as it understood it; the page stays the same.
  const pageOf = (address: string) => address.split(address.includes('/search/?') ? '?' : '#')[0];
  if (pageOf(page.url()) !== pageOf(url)) findings.hits.push(`${url} led to ${page.url()}`);
}
