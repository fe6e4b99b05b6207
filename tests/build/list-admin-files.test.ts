import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { listAdminFiles } from '../../src/build/list-admin-files.ts';
import { parseArticle } from '../../src/content/parse-article.ts';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';
import { makeArticleSchema } from '../../src/schemas/article-schema.ts';

const config = (yaml: string) => parseSiteConfig(yaml, 'site.yaml').config;

describe('the page for writing in the browser', () => {
  it('is not there unless site.yaml asks for it', () => assert.deepEqual(listAdminFiles(config('')), []));

  it('is asked for in vain where its program is not installed', () => {
    assert.throws(
      () => listAdminFiles(config('admin: {repo: a/b}'), '/nowhere'),
      /npm install --save-exact @sveltia\/cms/,
    );
  });

  it('serves the program itself, and asks for the keys of the front matter', () => {
    const project = mkdtempSync(path.join(tmpdir(), 'broadsheet-admin-'));
    try {
      mkdirSync(path.join(project, 'node_modules/@sveltia/cms/dist'), { recursive: true });
      writeFileSync(path.join(project, 'node_modules/@sveltia/cms/dist/sveltia-cms.js'), '/* program */');
      const files = listAdminFiles(config('admin: {repo: example/news}\nlanguage: zh-CN'), project);
      assert.deepEqual(
        files.map((file) => file.path),
        ['admin/index.html', 'admin/config.yml', 'admin/sveltia-cms.js'],
      );
      assert.doesNotMatch(String(files[0]!.contents), /https?:|<script>/);
      const read = parse(String(files[1]!.contents)) as {
        backend: object;
        collections: { folder: string; fields: { name: string; required?: boolean }[] }[];
      };
      assert.deepEqual(read.backend, { name: 'github', repo: 'example/news', branch: 'main' });
      const [articles] = read.collections;
      assert.equal(articles?.folder, 'content/articles');
      const known = makeArticleSchema().properties as object;
      for (const { name } of articles!.fields) assert.ok(name === 'body' || name in known, name);
      assert.deepEqual(
        articles!.fields.filter(({ required }) => required).map(({ name }) => name),
        ['title'],
      );
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });

  it('writes what is read without a warning', () => {
    const saved =
      '---\ntitle: 大桥通车\ndate: 2024-03-01 08:00\ncategories:\n  - 城市\ntags: []\nthumbnail: /media/a.jpg\ndraft: false\nexcerpt: ""\nsource: ""\naliases: []\n---\n\n正文。\n';
    const parsed = parseArticle(
      { path: 'a.md', file: 'a.md', bytes: Buffer.from(saved) },
      { timeZone: 'UTC', limits: { fileBytes: 1e6 } },
    );
    assert.deepEqual(parsed.diagnostics, []);
  });
});
