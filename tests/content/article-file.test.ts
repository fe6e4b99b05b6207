import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { classifySourcePath, isArticleFile, isArticleFolder } from '../../src/content/article-file.ts';

describe('isArticleFile', () => {
  it('takes .md, .markdown and .html in any case', () => {
    for (const path of ['a.md', 'a.MD', '新媒体/36kr/资讯/a.markdown', 'x/b.Html'])
      assert.ok(isArticleFile(path), path);
  });

  it('takes a name that begins with _, which scrapers put for a quotation mark', () => {
    assert.ok(isArticleFile('新媒体/_千年虫_又来了.md'));
  });

  it('takes a README.md', () => {
    assert.ok(isArticleFile('README.md'));
  });

  it('takes names with more dots, colons and backslashes', () => {
    for (const path of ['v1.2.md', 'a:b.md', 'a\\b.md', '..md.md', 'a..md'])
      assert.equal(isArticleFile(path), !path.startsWith('.'), path);
  });

  it('leaves out hidden files and names without a base', () => {
    for (const path of ['.md', '.hidden.md', 'a/.draft.md']) assert.equal(isArticleFile(path), false, path);
  });

  it('leaves out folders that begin with . or _, and node_modules, at any depth', () => {
    for (const path of ['_drafts/a.md', 'a/_data/b.md', '.git/a.md', 'a/node_modules/b/README.md']) {
      assert.equal(isArticleFile(path), false, path);
    }
  });

  it("leaves out Eleventy's configuration and data, whatever their extension", () => {
    for (const path of ['a.11tydata.js', 'a.11tydata.md', 'a.11ty.html', 'x/a.11TY.md', '.eleventy.md']) {
      assert.equal(isArticleFile(path), false, path);
    }
  });

  it('leaves out everything else', () => {
    for (const path of [
      'a.txt',
      'a.htm',
      'package.json',
      'md',
      'a.md.bak',
      'a.njk',
      'a.constructor',
      'a.__proto__',
    ]) {
      assert.equal(isArticleFile(path), false, path);
    }
  });
});

describe('classifySourcePath', () => {
  it('says how a body is written by the extension', () => {
    assert.deepEqual(classifySourcePath('a.html'), { kind: 'article', format: 'html' });
    assert.deepEqual(classifySourcePath('a.markdown'), { kind: 'article', format: 'markdown' });
  });

  it('tells why a path is none', () => {
    assert.equal(classifySourcePath('_x/a.md').kind, 'hidden');
    assert.equal(classifySourcePath('a.11tydata.json').kind, 'generator-file');
    assert.equal(classifySourcePath('a.png').kind, 'other');
  });
});

describe('isArticleFolder', () => {
  it('enters ordinary folders only', () => {
    assert.ok(isArticleFolder('新媒体/IT 之家'));
    assert.equal(isArticleFolder('a/_b'), false);
    assert.equal(isArticleFolder('.cache'), false);
  });
});
