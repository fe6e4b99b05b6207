import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { BUILDERS, PEERS } from '../../bench/builders/builders.ts';
import { adaptFrontMatter, listFolders, monthOf } from '../../bench/builders/front-matter.ts';
import { addedArticle, articleToEdit, editArticle } from '../../bench/compare/cases.ts';
import { writeCorpora } from '../../bench/compare/write-corpora.ts';
import { CORPUS_DATES, generateArticle } from '../../bench/corpus/generate-article.ts';
import { resetWorkspace } from '../../bench/measure/workspace.ts';

const articles = Array.from({ length: 60 }, (_, index) => generateArticle(index, 1));

describe('placeArticle', () => {
  it('gives Broadsheet the article byte for byte', () => {
    for (const article of articles) {
      assert.equal(BUILDERS[0]!.placeArticle(article).text, article.text);
    }
  });

  for (const peer of PEERS) {
    it(`gives ${peer.label} the same front matter and the same body, but for the blank line and a month`, () => {
      for (const article of articles) {
        const { text } = peer.placeArticle(article);
        assert.equal(`\n${text.replace(/^---\nmonth: '\d{4}-\d\d'\n/, '---\n')}`, article.text);
      }
    });

    it(`gives ${peer.label} a file of its own for each, in the folders of its categories, as HTML`, () => {
      const paths = articles.map((article) => peer.placeArticle(article).path);
      assert.equal(new Set(paths).size, articles.length);
      for (const [at, placed] of paths.entries()) {
        assert.ok(placed.endsWith(`/${articles[at]!.path.replace(/\.md$/, '.html')}`), placed);
      }
    });
  }
});

describe('adaptFrontMatter', () => {
  it('puts further lines first, where nothing can be in their way', () => {
    const text = adaptFrontMatter(articles[0]!, ["month: '2024-05'"]);
    assert.match(text, /^---\nmonth: '2024-05'\ntitle: '/);
  });

  it('refuses an article that begins otherwise, instead of changing it', () => {
    assert.throws(() => adaptFrontMatter({ ...articles[0]!, text: '---\ntitle: a\n---\n' }), /blank line/);
  });
});

describe('monthOf', () => {
  it('is the month in Shanghai, which begins eight hours earlier', () => {
    assert.equal(monthOf({ ...articles[0]!, date: Date.UTC(2024, 3, 30, 15, 59) }), '2024-04');
    assert.equal(monthOf({ ...articles[0]!, date: Date.UTC(2024, 3, 30, 16, 0) }), '2024-05');
  });
});

describe('listFolders', () => {
  it('names each folder once, parents before children', () => {
    assert.deepEqual(listFolders(['a/b/1.md', 'a/b/2.md', 'a/c/3.md', '4.md']), ['a', 'a/b', 'a/c']);
  });
});

describe('writeCorpora', async () => {
  const scratch = await mkdtemp(path.join(tmpdir(), 'bench-'));
  after(() => rm(scratch, { recursive: true }));

  it('writes the same articles to every workspace, and counts their bytes once', async () => {
    const places = BUILDERS.map((builder) => ({ builder, workspace: path.join(scratch, builder.name) }));
    for (const { builder, workspace } of places) resetWorkspace(workspace, builder);
    const bytes = writeCorpora({ articles: 5, seed: 1 }, places);
    assert.equal(
      bytes,
      articles.slice(0, 5).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    );
    for (const { builder, workspace } of places) {
      for (const article of articles.slice(0, 5)) {
        const { path: file, text } = builder.placeArticle(article);
        assert.equal(await readFile(path.join(workspace, file), 'utf8'), text);
      }
    }
  });
});

describe('addedArticle', () => {
  const corpus = { articles: 60, seed: 1 };

  it('is newer than all of the corpus, and newer with each run', () => {
    assert.ok(addedArticle(corpus, 0).date > CORPUS_DATES.last);
    assert.ok(addedArticle(corpus, 1).date > addedArticle(corpus, 0).date);
  });

  it('is no article of the corpus', () => {
    const paths = new Set(articles.map((article) => article.path));
    for (const run of [0, 1, 2]) assert.ok(!paths.has(addedArticle(corpus, run).path));
  });
});

describe('editArticle', () => {
  it('changes the end of the body and nothing else, anew with each run', () => {
    const article = articleToEdit({ articles: 60, seed: 1 });
    const edited = editArticle(article, 0);
    assert.equal(edited.text.replace(/<p>更正：第 1 稿[^\n]*\n/, ''), article.text);
    assert.notEqual(edited.text, article.text);
    assert.notEqual(edited.text, editArticle(article, 1).text);
    assert.equal(edited.path, article.path);
  });
});
