import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { isArticleFile } from '../../src/content/article-file.ts';
import { parseArticle } from '../../src/content/parse-article.ts';

const SAMPLES = path.resolve('../shared/samples');
const skip = existsSync(SAMPLES) ? false : 'shared samples are not beside this checkout';

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(path.join(SAMPLES, folder), { recursive: true, encoding: 'utf8' });
  return entries.map((entry) => entry.split(path.sep).join('/')).filter((entry) => entry.endsWith('.md'));
}

function parseSample(folder: string, file: string): ReturnType<typeof parseArticle> {
  const bytes = readFileSync(path.join(SAMPLES, folder, file));
  return parseArticle(
    { path: file, file, bytes },
    { timeZone: 'Asia/Shanghai', limits: { fileBytes: 1024 * 1024 } },
  );
}

describe('the shared samples', { skip }, () => {
  it('are articles, all eight of them', () => {
    const files = filesBelow('rsshub');
    assert.equal(files.length, 8);
    assert.ok(files.every(isArticleFile));
  });

  it('are published with the title, category and author that their paths say', () => {
    for (const file of filesBelow('rsshub')) {
      const parsed = parseSample('rsshub', file);
      assert.ok(parsed.ok, file);
      const folders = file.split('/');
      assert.equal(parsed.article.title, folders.pop()!.replace(/\.md$/, ''));
      assert.deepEqual(parsed.article.categories, [folders]);
      assert.deepEqual(parsed.article.authors, [folders[1]]);
      assert.equal(parsed.article.format, 'html');
    }
  });

  it('have their dates, with and without a zone', () => {
    const dates = filesBelow('rsshub').map((file) => {
      const parsed = parseSample('rsshub', file);
      const written = /^date: (.*)$/m.exec(readFileSync(path.join(SAMPLES, 'rsshub', file), 'utf8'))![1]!;
      const expected = /GMT$/.test(written)
        ? Date.parse(written)
        : Date.parse(`${written.replace(' ', 'T')}+08:00`);
      assert.equal(parsed.ok && parsed.article.date, expected, file);
      return expected;
    });
    assert.equal(new Set(dates).size, 8);
  });

  it('lose the dash in front of a category, and nothing else needs repair', () => {
    for (const file of filesBelow('rsshub')) {
      const rules = parseSample('rsshub', file).diagnostics.map(({ rule }) => rule);
      assert.deepEqual(rules, file.startsWith('编程/掘金/') ? ['leading-dash'] : [], file);
    }
  });

  it('hold the seed article', () => {
    const [file] = filesBelow('seed');
    const parsed = parseSample('seed', file!);
    assert.ok(parsed.ok);
    assert.equal(parsed.article.title, file!.replace(/\.md$/, ''));
    assert.equal(new Date(parsed.article.date).toISOString(), '2022-01-06T12:15:33.000Z');
    assert.deepEqual(parsed.article.categories, [['新媒体', '36kr', '资讯']]);
    assert.equal(parsed.article.comments, false);
    assert.match(parsed.article.thumbnail ?? '', /^https:\/\/img\.36krcdn\.com\/20220106\//);
    assert.deepEqual(parsed.diagnostics, []);
  });
});
