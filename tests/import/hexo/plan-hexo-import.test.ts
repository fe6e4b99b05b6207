import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parseArticle } from '../../../src/content/parse-article.ts';
import { parseSiteConfig } from '../../../src/content/parse-site-config.ts';
import type { HexoFile } from '../../../src/import/hexo/hexo-site.ts';
import { planHexoImport } from '../../../src/import/hexo/plan-hexo-import.ts';
import { readHexoConfig } from '../../../src/import/hexo/read-hexo-config.ts';
import { createPermalinkFiller } from '../../../src/site/fill-permalink.ts';
import { toUrlRequest } from '../../../src/site/permalink.ts';
import { checkUrlPath } from '../../../src/site/url-path.ts';

const SAMPLES = path.resolve('../shared/samples/rsshub');
const skip = existsSync(SAMPLES) ? false : 'shared samples are not beside this checkout';

const target = { timeZone: 'Asia/Shanghai', basePath: '/', fileBytes: 8_000_000 };

function plan(files: readonly HexoFile[], configText = '') {
  const site = { configText, files, assets: [], redirectsText: '' };
  return planHexoImport(site, readHexoConfig(configText), target);
}

describe('planHexoImport', () => {
  it('imports posts as a scraper wrote them, and changes nothing of them but the address', { skip }, () => {
    const files = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({
        path: `_posts/${file}`,
        bytes: readFileSync(path.join(SAMPLES, file)),
        modified: 0,
      }));
    const { files: planned, diagnostics } = plan(files);
    assert.equal(planned.length, files.length);
    assert.deepEqual(diagnostics, []);
    for (const [index, { path: place, text }] of planned.entries()) {
      const original = Buffer.from(files[index]!.bytes).toString();
      const line = /^permalink: \S.*\n/m.exec(text);
      assert.ok(line !== null, place);
      assert.equal(text.replace(line[0], ''), original, place);
    }
  });

  it('gives files that would be one on other systems names of their own', () => {
    const file = (name: string) => ({
      path: name,
      bytes: Buffer.from('---\ntitle: a\ndate: 2022-01-01\n---\nx'),
      modified: 0,
    });
    const { files } = plan([
      file('_posts/A.md'),
      file('_posts/a.md'),
      file('_posts/a.mkd'),
      file('_posts/_x/b.11ty.md'),
    ]);
    assert.deepEqual(
      files.map((one) => one.path),
      ['articles/A.md', 'articles/a-2.md', 'articles/a-3.md', 'articles/x/b-11ty.md'],
    );
  });

  it('copies what only a person can mend as it is, and says so', () => {
    const text = ';;;\n"title": "a",\n"date": "2022-01-01"\n;;;\nx';
    const { files, diagnostics } = plan([{ path: '_posts/a.md', bytes: Buffer.from(text), modified: 0 }]);
    assert.equal(files[0]?.text, text);
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ['kept-as-it-was'],
    );
    assert.match(diagnostics[0]?.message ?? '', /"permalink":"\/2022\/01\/01\/a\/"/);
  });

  it('makes articles that the build reads without a warning', () => {
    const body = '{% post_link b %} {% youtube x %}';
    const post = (name: string, front: string) => ({
      path: `_posts/${name}.md`,
      bytes: Buffer.from(`---\n${front}\n---\n${body}`),
      modified: 5000,
    });
    const { files } = plan([
      post('a', 'title: 甲'),
      post('b', 'title: 乙\ndate: 2022-01-01\nlanguage: en\ncover: https://n.example/a.png'),
    ]);
    for (const { path: file, text } of files) {
      const parsed = parseArticle(
        { path: file, file, bytes: Buffer.from(text) },
        { timeZone: 'UTC', limits: { fileBytes: 10_000 } },
      );
      assert.ok(parsed.ok);
      assert.deepEqual(parsed.diagnostics, []);
    }
    assert.match(files[0]!.text, /^date: 1970-01-01T00:00:05\.000Z$/m);
    assert.match(files[1]!.text, /^thumbnail: https:\/\/n\.example\/a\.png\nlang: en$/m);
  });

  const posts = [
    ['hello', 'title: 你好\ndate: 2022-01-06 23:30:00\ncategories: [编程, 随笔]'],
    ['新媒体/桥 与 路', 'title: 桥 与 路\ndate: Thu, 06 Jan 2022 18:15:33 GMT\ncategories: [A B]'],
    ['Upper/Case', 'title: Case, and "signs"?\ndate: 2022-01-06T20:00:00Z\nslug: other'],
    ['short', 'title: a\ndate: 2022-01-07\nabbrlink: 4a17b156'],
    ['several', 'title: b\ndate: 2021-12-31 16:00:01\ncategories:\n- [a, b]\n- [c]'],
    ['none', 'title: c'],
    ['own', 'title: d\ndate: 2022-01-07\npermalink: old/own.html'],
  ] as const;
  for (const pattern of [
    ':year/:month/:day/:title/',
    ':category/:name.html',
    ':i_year/:year-:i_month-:i_day/:post_title/',
    'p/:abbrlink.html',
    'posts/:hash/',
    ':hour:minute:second/:title/',
    'tags/:title/',
  ]) {
    for (const timezone of ['Asia/Shanghai', 'America/New_York']) {
      it(`says the address of a post only where the pattern ${pattern} does not give it (${timezone})`, () => {
        const config = `title: t\npermalink: ${pattern}\ntimezone: ${timezone}\n`;
        const files = posts.map(([name, front]) => ({
          path: `_posts/${name}.md`,
          bytes: Buffer.from(`---\n${front}\n---\nx`),
          modified: 1_650_000_000_000,
        }));
        const site = { configText: config, files, assets: [], redirectsText: '' };
        const there = { ...target, timeZone: timezone };
        const short = planHexoImport(site, readHexoConfig(config), there);
        const explicit = planHexoImport(site, readHexoConfig(config), { ...there, permalink: '/p/:id/' });
        const given = parseSiteConfig(short.siteYaml, 'site.yaml').config.permalink;
        const filler = createPermalinkFiller(given, timezone);
        const address = ({ path: file, text }: { readonly path: string; readonly text: string }) => {
          const sourcePath = file.replace(/^articles\//, '');
          const parsed = parseArticle(
            { path: sourcePath, file, bytes: Buffer.from(text) },
            { timeZone: timezone, limits: { fileBytes: 10_000 } },
          );
          assert.ok(parsed.ok, file);
          const wish = toUrlRequest({ ...parsed.article, sourcePath }, filler)?.wish;
          const check = checkUrlPath(wish?.path ?? '');
          return check.ok ? check.url : wish?.path;
        };
        assert.deepEqual(short.files.map(address), explicit.files.map(address));
        const hasPermalink = (text: string) => /^permalink:/m.test(text);
        assert.ok(hasPermalink(short.files.at(-1)!.text), 'the one that had it keeps it');
        // The site keeps /tags/ for itself, so that there is no pattern that gives these addresses.
        const isReserved = pattern.startsWith('tags/');
        if (/:title\/$/.test(pattern)) assert.equal(hasPermalink(short.files[0]!.text), isReserved);
      });
    }
  }
});
