import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BuildResult } from '../../src/build/build-with-store.ts';
import { runBuild } from '../../src/build/run-build.ts';
import { outputPath } from '../../src/site/link.ts';

/** Values that try to lead out of the site, to take over one of its pages, or to be two files that are one elsewhere. */
const PATHS = [
  '../../outside',
  '/../../outside/',
  '..%2f..%2foutside',
  'a\\..\\..\\outside',
  '/etc/passwd',
  'C:\\outside',
  'C:/outside',
  '/a\u0000b/',
  '/index.html',
  '/',
  '/feed.xml',
  '/sitemap.xml',
  '/404.html',
  '/_headers',
  '/assets/site.css',
  '/categories/',
  '/projects/7133/',
  '/robots.txt',
  '/.broadsheet',
  '/.broadsheet-lock',
  '/.git/config',
  '/CON/',
  '/nul.html',
  '/a./',
  '/a /',
  '/caf\u00e9/',
  '/cafe\u0301/',
  '/Case/',
  '/case/',
  `/${'长'.repeat(300)}/`,
  `/${'a/'.repeat(2000)}`,
  '/\u202egnp.exe/',
  '//evil.example/x/',
  'https://evil.example/x/',
  '/a//b/',
  '/./a/',
  '/p/same/',
  '/P/same/',
  '{{ title }}',
  '<%= process.exit(1) %>',
  '/%00/',
  '/%2e%2e/',
  'javascript:alert(1)',
  '/search/',
  '/latest/page/1/',
  '/archives/2022/01/',
  '/sw.js',
  '/CNAME',
  '/.nojekyll',
];

describe('a content folder that nobody should trust', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const content = path.join(scratch, 'content');
  const articles = path.join(content, 'articles');
  const output = path.join(scratch, 'site');
  let result: BuildResult;
  let requests = 0;
  const server = createServer((_request, response) => {
    requests++;
    response.end();
  });

  const put = (file: string, text: string | Buffer) => {
    mkdirSync(path.dirname(path.join(articles, file)), { recursive: true });
    writeFileSync(path.join(articles, file), text);
  };
  const article = (front: Record<string, unknown>, body = '正文') =>
    `---json\n${JSON.stringify({ title: '标题', date: '2022-01-01', ...front })}\n---\n${body}\n`;

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const spy = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`;
    PATHS.forEach((value, number) => {
      put(`permalink/${number}.md`, article({ permalink: value }));
      put(`slug/${number}.md`, article({ slug: value }));
      put(`abbrlink/${number}.md`, article({ abbrlink: value }));
      put(`alias/${number}.md`, article({ aliases: [value] }));
      put(
        `category/${number}.md`,
        article({ categories: [value, '..', value], tags: [value], author: value }),
      );
    });
    put('twins/甲/同题.md', article({ categories: ['twins'] }));
    put('twins/乙/同题.md', article({ categories: ['twins'] }));
    put('twins/caf\u00e9.md', article({}));
    put('twins/cafe\u0301.md', article({}));
    put('twins/Case.md', article({}));
    put('twins/case.md', article({}));
    put('engines/js.md', '---js\n{ title: (globalThis.planted = true, "x") }\n---\n正文\n');
    put(
      'engines/javascript.md',
      '---javascript\n{ title: require("node:fs").writeFileSync("planted", "") }\n---\n正文\n',
    );
    put(
      'keys.md',
      article(
        {
          ...JSON.parse('{"__proto__":{"draft":true}}'),
          constructor: 1,
          layout: '../../etc',
          pagination: { data: 'x' },
          eleventyComputed: { title: '{{ 7 * 7 }}' },
          templateEngineOverride: 'njk,md',
          eleventyExcludeFromCollections: true,
          permalinkBypassOutputDir: true,
        },
        '{{ 7 * 7 }} {% include "/etc/passwd" %} <%= 7 * 7 %>',
      ),
    );
    put(
      'remote.md',
      article(
        { thumbnail: spy, source: spy },
        `![](${spy})\n\n<img src="${spy}"><link rel="stylesheet" href="${spy}">`,
      ),
    );
    put('articles.11tydata.js', 'throw new Error("a data file ran")');
    put('_data/site.js', 'throw new Error("a data file ran")');
    put('.eleventy.js', 'throw new Error("a configuration ran")');
    put('eleventy.config.mjs', 'throw new Error("a configuration ran")');
    put('page.11ty.js', 'throw new Error("a template ran")');
    put('page.njk', '{{ 7 * 7 }}');
    put('package.json', '{"type":"commonjs"}');
    put('node_modules/x/index.md', article({ title: 'not an article' }));
    put('empty.md', '');
    put('blank.md', '\n\n\n');
    put('utf16.md', Buffer.from(`\ufeff${'---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n'}`, 'utf16le'));
    put(
      'invalid.md',
      Buffer.concat([
        Buffer.from('---\ntitle: 甲\ndate: 2022-01-01\n---\n'),
        Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0x0a]),
      ]),
    );
    put('unclosed.md', '---\ntitle: 甲\ndate: 2022-01-01\n正文\n');
    put('stray.md', article({}, '</div></body></html>正文</div></div><p>后面'));
    put('directory.md/inside.md', article({}));
    symlinkSync(path.join(articles, 'gone.md'), path.join(articles, 'dangling.md'));
    writeFileSync(path.join(scratch, 'secret.md'), article({ title: '秘密' }, '秘密'));
    symlinkSync(path.join(scratch, 'secret.md'), path.join(articles, 'link.md'));
    symlinkSync('/', path.join(articles, 'root'));
    put('unreadable.md', article({}));
    chmodSync(path.join(articles, 'unreadable.md'), 0);
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(articles, 'pipe.md')]);
    result = await runBuild({
      content,
      output,
      cache: path.join(scratch, 'cache'),
      workers: 2,
      drafts: false,
      future: false,
      clean: false,
      now: Date.UTC(2023, 0, 1),
    });
  });
  after(() => {
    server.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const text = (url: string) => readFileSync(path.join(output, outputPath(url)), 'utf8');

  it('loses no article: each is published or quarantined by name, and the counts add up', () => {
    const { articles: counts, quarantine } = result.report;
    assert.equal(counts.read, counts.published + counts.quarantined + counts.drafts + counts.future);
    assert.equal(Object.keys(result.urls.byFile).length, counts.published);
    assert.equal(
      counts.published + counts.quarantined,
      new Set([...Object.keys(result.urls.byFile), ...quarantine.map(({ file }) => file)]).size,
    );
    for (const { file, line, column, rule, message } of quarantine) {
      assert.ok(
        file !== '' && line >= 1 && column >= 1 && rule !== '' && message.length > 10,
        JSON.stringify({ file, rule }),
      );
    }
  });

  it('publishes every article whose only fault is the path it asks for', () => {
    for (const kind of ['permalink', 'slug', 'abbrlink', 'alias', 'category']) {
      PATHS.forEach((value, number) => {
        const file = `articles/${kind}/${number}.md`;
        const reason = result.report.quarantine.find((fault) => fault.file === file);
        // A category is shown, not only linked to: a name that no page can show is refused, by name.
        if (kind === 'category' && value.length > 200) assert.equal(reason?.rule, 'too-many-values');
        else
          assert.ok(
            result.urls.byFile[file],
            `${kind}: ${JSON.stringify(value).slice(0, 80)}: ${reason?.message}`,
          );
      });
    }
  });

  it('writes each article to a file of its own inside the output folder, also where case and Unicode form are one', () => {
    const files = Object.values(result.urls.byFile).map((url) => outputPath(url));
    assert.equal(new Set(files.map((file) => file.normalize('NFC').toLowerCase())).size, files.length);
    for (const file of files) assert.ok(existsSync(path.join(output, file)), file);
    assert.deepEqual(readdirSync(scratch).sort(), ['cache', 'content', 'secret.md', 'site']);
    assert.equal(existsSync(path.join(scratch, 'outside')), false);
  });

  it('leaves the pages of the site to the site', () => {
    for (const url of ['/', '/404.html', '/categories/', '/search/', '/archives/2022/01/']) {
      assert.notEqual(headingOf(text(url)), '标题', url);
    }
    assert.match(readFileSync(path.join(output, 'feed.xml'), 'utf8'), /^<\?xml/);
    assert.match(readFileSync(path.join(output, '_headers'), 'utf8'), /Content-Security-Policy/);
  });

  it('runs no engine, data file or configuration, and copies none', () => {
    assert.equal('planted' in globalThis, false);
    assert.equal(existsSync('planted'), false);
    const rules = new Map(result.report.quarantine.map(({ file, rule }) => [file, rule]));
    assert.ok(rules.has('articles/engines/js.md') && rules.has('articles/engines/javascript.md'));
    const files = readdirSync(output, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      files.filter((file) => /11ty|eleventy|package\.json|\.njk/.test(file)),
      [],
    );
  });

  it('takes no body and no field for a template, and no key for an instruction', () => {
    const page = text(result.urls.byFile['articles/keys.md']!);
    assert.ok(page.includes('{{ 7 * 7 }} {% include'));
    assert.ok(!page.includes('root:x:0'));
    assert.equal(headingOf(page), '标题');
  });

  it('makes no request that an article names', () => assert.equal(requests, 0));

  it('follows no link out of the folder, opens no pipe, and names both', () => {
    const rules = new Map(result.report.quarantine.map(({ file, rule }) => [file, rule]));
    assert.equal(rules.get('articles/link.md'), 'link-leads-out');
    assert.equal(rules.get('articles/dangling.md'), 'dangling-link');
    if (process.platform !== 'win32') assert.equal(rules.get('articles/pipe.md'), 'special-file');
    const everything = Object.values(result.urls.byFile).map(text).join();
    assert.ok(!everything.includes('秘密'));
  });

  it('publishes both articles of a pair that differ in folder, case or Unicode form only', () => {
    const urls = result.urls.byFile;
    const pairs = [
      ['甲/同题', '乙/同题'],
      ['caf\u00e9', 'cafe\u0301'],
      ['Case', 'case'],
    ];
    for (const [one, other] of pairs) {
      assert.notEqual(urls[`articles/twins/${one}.md`], undefined, one);
      assert.notEqual(urls[`articles/twins/${one}.md`], urls[`articles/twins/${other}.md`]);
    }
  });
});

function headingOf(page: string): string | undefined {
  return /<h1[^>]*>(.*?)<\/h1>/s.exec(page)?.[1];
}
