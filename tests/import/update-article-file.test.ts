import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseArticle } from '../../src/content/parse-article.ts';
import type { ImportedArticle } from '../../src/import/imported-article.ts';
import { renderArticleFile, wrapBody } from '../../src/import/render-article-file.ts';
import { updateArticleFile } from '../../src/import/update-article-file.ts';
import { makeImported } from './make-imported.ts';

const NOW = Date.UTC(2026, 0, 1);
const render = (article: ImportedArticle) => renderArticleFile(article, { now: NOW });

function read(text: string) {
  const source = { path: 'a.md', file: 'a.md', bytes: Buffer.from(text) };
  return parseArticle(source, { timeZone: 'UTC', limits: { fileBytes: 1_000_000 } });
}

describe('renderArticleFile', () => {
  it('writes what an author would have written', () => {
    const file = render(
      makeImported({
        title: '快讯: #1 "大桥"',
        updated: Date.UTC(2024, 2, 2),
        tags: ['桥'],
        thumbnail: 'https://news.example.com/1.jpg',
        excerpt: '三年之后',
        lang: 'en',
        aliases: ['/old/1/'],
        draft: true,
        pinned: true,
      }),
    );
    assert.equal(
      file.replace(/imported: .*/, 'imported: …'),
      `---
title: '快讯: #1 "大桥"'
date: 2024-03-01T08:00:00.000Z
updated: 2024-03-02T00:00:00.000Z
categories:
  - 城市
  - 晨报
tags:
  - 桥
author: 张三
thumbnail: https://news.example.com/1.jpg
excerpt: 三年之后
lang: en
source: https://news.example.com/a/1
guid: n-1
aliases:
  - /old/1/
draft: true
pinned: true
imported: …
---

<p>桥修了三年。</p>
`,
    );
  });

  it('gives an article without a date that of the import', () => {
    const { date: _, ...undated } = makeImported();
    assert.match(render(undated), /^date: 2026-01-01T00:00:00\.000Z$/m);
  });

  it('wraps a body that Markdown would change', () => {
    assert.equal(wrapBody('一 <b>二</b>\n\n    三 *四*'), '<div>\n一 <b>二</b>\n\n    三 *四*\n</div>\n');
    assert.equal(wrapBody('  '), '');
  });

  it('writes what reads as itself, whatever is in it, and without a warning', () => {
    const text = fc.stringMatching(/^[ -~一-丿：“”#|>&*\n]{1,60}$/).filter((value) => value.trim() !== '');
    const oneLine = text.map((value) => value.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(oneLine, fc.uniqueArray(oneLine, { maxLength: 3 }), text, (title, names, body) => {
        fc.pre(!/&[\w#]+;/.test(title + names.join('')));
        const parsed = read(render(makeImported({ title, tags: names, authors: names, body })));
        assert.ok(parsed.ok);
        assert.deepEqual(parsed.diagnostics, []);
        assert.deepEqual(
          [parsed.article.title, parsed.article.tags, parsed.article.authors, parsed.article.format],
          [title, names, names, 'html'],
        );
        assert.ok(parsed.article.body.includes(body.trim()));
      }),
    );
  });
});

describe('updateArticleFile', () => {
  it('leaves a file alone that says what the source says', () => {
    const file = render(makeImported());
    assert.deepEqual(updateArticleFile(file, makeImported()), { kind: 'unchanged' });
    assert.deepEqual(updateArticleFile(file.replaceAll('\n', '\r\n'), makeImported()), { kind: 'unchanged' });
  });

  it('follows the source: title, dates, tags, authors, picture, addresses and body', () => {
    const changed = makeImported({
      title: '大桥通车了',
      updated: Date.UTC(2024, 2, 3),
      tags: ['桥', '路'],
      authors: ['张三', '李四'],
      thumbnail: 'https://news.example.com/2.jpg',
      body: '<p>桥修了四年。</p>',
    });
    const update = updateArticleFile(render(makeImported()), changed);
    assert.ok(update.kind === 'updated');
    const parsed = read(update.text);
    const fresh = read(render(changed));
    assert.ok(parsed.ok && fresh.ok);
    assert.deepEqual({ ...parsed.article, bodyLine: 0 }, { ...fresh.article, bodyLine: 0 });
    assert.deepEqual(updateArticleFile(update.text, changed), { kind: 'unchanged' });
  });

  it('drops what the source no longer has', () => {
    const { authors: _, ...rest } = makeImported();
    const update = updateArticleFile(render(makeImported()), { ...rest, authors: [] });
    assert.ok(update.kind === 'updated');
    assert.doesNotMatch(update.text, /^author:/m);
  });

  it('keeps where an article is filed, the keys of an author and their comments', () => {
    const file = render(makeImported()).replace(
      '---\n\n',
      '# mine\nslug: bridge # short\npinned: true\n---\n\n',
    );
    const moved = makeImported({ title: '新题', categories: [['别处']] });
    const update = updateArticleFile(file, moved);
    assert.ok(update.kind === 'updated');
    assert.match(update.text, /^title: 新题$/m);
    assert.match(update.text, /^# mine\nslug: bridge # short\npinned: true$/m);
    assert.match(update.text, /^categories:\n {2}- 城市\n {2}- 晨报$/m);
  });

  it('leaves a file alone that was edited by hand, unless it is told otherwise', () => {
    const changed = makeImported({ title: '新题' });
    for (const edited of [
      render(makeImported()).replace('大桥', '小桥'),
      render(makeImported()).replace('三年', '三十年'),
      render(makeImported()).replace(/imported: .*\n/, ''),
    ]) {
      assert.deepEqual(updateArticleFile(edited, changed), { kind: 'edited' });
      assert.equal(updateArticleFile(edited, changed, { overwrite: true }).kind, 'updated');
    }
  });

  it('leaves a file alone whose front matter only a person can have written', () => {
    for (const file of [
      'title: x\n---\n正文',
      '---json\n{"title": "x"}\n---\n',
      '正文',
      '---\ntitle: "x\n---\n正文',
    ])
      assert.deepEqual(updateArticleFile(file, makeImported(), { overwrite: true }), { kind: 'edited' });
  });

  it('never replaces a whole article by a damaged one', () => {
    const file = render(makeImported());
    const damaged = makeImported({ body: '<p>桥修', damaged: true });
    assert.deepEqual(updateArticleFile(file, damaged), { kind: 'unchanged' });
  });

  it('does not move the day of an article without a date', () => {
    const { date: _, ...undated } = makeImported();
    assert.deepEqual(updateArticleFile(render(undated), undated), { kind: 'unchanged' });
  });
});
