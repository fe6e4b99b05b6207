import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { ArticleUrls, type UrlsByFile } from '../../src/build/article-urls.ts';
import type { BuildReport } from '../../src/build/build-report.ts';
import { writeReport } from '../../src/build/write-report.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const report = {
  reused: 3,
  changes: { written: ['头条/index.html'], removed: [] },
} as unknown as BuildReport;

/** As tools and people find it. */
function write(urls: UrlsByFile): string {
  const file = path.join(folder, 'reports/build.json');
  writeReport(file, report, ArticleUrls.of(Object.entries(urls)));
  return readFileSync(file, 'utf8');
}

describe('a report', () => {
  it('is JSON that people can read too, with the many URLs behind all else', () => {
    const urls = { 'articles/一.md': '/p/1/', 'articles/二.md': '/p/2/' };
    assert.equal(write(urls), `${JSON.stringify({ ...report, urls }, null, 2)}\n`);
    assert.equal(write({}), `${JSON.stringify({ ...report, urls: {} }, null, 2)}\n`);
  });

  it('names as many articles as there are', () => {
    for (const count of [511, 512, 513, 1024]) {
      const urls = Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`articles/${at}.md`, `/p/${at}/`]),
      );
      assert.equal(write(urls), `${JSON.stringify({ ...report, urls }, null, 2)}\n`);
    }
  });

  it('replaces the one before', () => {
    write({ 'articles/a-long-name.md': '/p/1/' });
    assert.deepEqual(JSON.parse(write({})).urls, {});
  });
});

describe('URLs of articles', () => {
  it('are read as they were spelled, whatever files are called', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.webPath()), (urls) => {
        const { spelled } = ArticleUrls.of(Object.entries(urls));
        assert.deepEqual(new ArticleUrls(spelled).byFile, { ...urls });
        assert.deepEqual(JSON.parse(write(urls)).urls, { ...urls });
      }),
    );
  });
});
