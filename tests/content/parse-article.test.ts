import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findings, parseText, publish, publishKeys } from './parse-text.ts';

/** As a scraper writes it: a blank line in front, a trailing space, quotes, RFC 2822. */
const SCRAPED = `
---
title: '老桥新灯：一座小城的夜景'
categories:${' '}
 - 新媒体
 - 城市观察
 - — 资讯
headimg: 'https://img.example.com/bridge.jpg'
author: 城市观察
comments: false
date: Fri, 01 Mar 2024 08:30:00 GMT
thumbnail: 'https://img.example.com/bridge_small.jpg'
---

<div>${'   '}
<p>桥修了三年。</p>

    <p>灯亮了。</p>
</div>
`;

/** The fields of an article that a front matter gives. */
const field = (keys: string): ReturnType<typeof publishKeys> => publishKeys(`title: a\n${keys}`);
const rulesOf = (keys: string): readonly string[] =>
  findings(`---\ntitle: a\ndate: 2024-03-01\n${keys}\n---\nb`).map((finding) => finding.replace(/^\S+ /, ''));

describe('parseArticle', () => {
  it('reads a scraped article', () => {
    const article = publish(SCRAPED, { path: '新媒体/城市观察/资讯/老桥新灯.md' });
    assert.deepEqual(
      { ...article, body: article.body.length },
      {
        sourcePath: '新媒体/城市观察/资讯/老桥新灯.md',
        title: '老桥新灯：一座小城的夜景',
        date: Date.UTC(2024, 2, 1, 8, 30),
        categories: [['新媒体', '城市观察', '资讯']],
        tags: [],
        authors: ['城市观察'],
        thumbnail: 'https://img.example.com/bridge_small.jpg',
        aliases: [],
        draft: false,
        comments: false,
        pinned: false,
        data: {},
        format: 'html',
        body: 48,
        bodyLine: 14,
      },
    );
    assert.deepEqual(findings(SCRAPED), ['7:4 leading-dash']);
  });

  it('reads every key', () => {
    const article = publish(`---
title: 一座桥
date: 2024-03-01 08:00
updated: 2024-03-02
categories: [[城市, 交通], [新闻]]
tags: [桥梁, 交通, 桥梁]
author: [小王, {name: 小李, url: https://example.com}]
headimg: /media/bridge.jpg
description: 一段摘要
source: https://example.com/a
lang: zh_hant
slug: bridge
permalink: /2024/bridge/
abbrlink: 1e10
aliases: [/old/, old.html]
draft: no
published: true
toc: off
sticky: 3
---
正文`);
    assert.deepEqual(article, {
      sourcePath: 'name.md',
      title: '一座桥',
      date: Date.UTC(2024, 2, 1),
      updated: Date.UTC(2024, 2, 1, 16),
      categories: [['城市', '交通'], ['新闻']],
      tags: ['桥梁', '交通'],
      authors: ['小王', '小李'],
      thumbnail: '/media/bridge.jpg',
      excerpt: '一段摘要',
      sourceUrl: 'https://example.com/a',
      lang: 'zh-Hant',
      slug: 'bridge',
      permalink: '/2024/bridge/',
      abbrlink: '1e10',
      aliases: ['/old/', 'old.html'],
      addressPlaces: {
        permalink: { line: 13, column: 12 },
        abbrlink: { line: 14, column: 11 },
        slug: { line: 12, column: 7 },
        aliases: { line: 15, column: 10 },
      },
      draft: false,
      comments: true,
      toc: false,
      pinned: true,
      data: {},
      format: 'markdown',
      body: '正文',
      bodyLine: 21,
    });
  });

  it('skips a byte order mark and blank lines, and counts the lines', () => {
    const text = '\ufeff\r\n\r\n---\r\ntitle: 桥\r\ndate: 2024-02-31\r\n---\r\nx';
    assert.deepEqual(findings(text), ['5:7 invalid-date']);
    assert.equal(publish(text.replace('31', '29')).bodyLine, 7);
  });

  it('takes a .html file for HTML and leaves it as it is', () => {
    const article = publish('---\ntitle: 桥\ndate: 2024-03-01\n---\nText <b>x</b>\n', { path: 'a.HTML' });
    assert.equal(article.format, 'html');
    assert.equal(article.body, 'Text <b>x</b>\n');
  });

  it('never takes a body or a field for a template', () => {
    const article = publish(
      '---\ntitle: "{{ 7 * 7 }}"\ndate: 2024-03-01\n---\n{% include x %}{{ y }}\n---\nz',
    );
    assert.equal(article.title, '{{ 7 * 7 }}');
    assert.equal(article.body, '{% include x %}{{ y }}\n---\nz');
  });
});

describe('a date', () => {
  it('that is missing is that of the name of the file', () => {
    const article = publish('---\ntitle: 桥\n---\nx', { path: '2022-01-06-桥.md', fallbackDate: 1 });
    assert.equal(article.date, Date.UTC(2022, 0, 5, 16));
    assert.deepEqual(findings('---\ntitle: 桥\n---\nx', { path: '2022-01-06-桥.md' }), []);
  });

  it('that is missing is else the fallback, with a warning', () => {
    const options = { fallbackDate: Date.UTC(2024, 0) };
    for (const text of [
      '---\ntitle: 桥\n---\nx',
      '---\ntitle: 桥\ndate:\n---\nx',
      "---\ntitle: 桥\ndate: ''\n---\nx",
    ]) {
      assert.equal(publish(text, options).date, Date.UTC(2024, 0));
      assert.match(findings(text, options)[0] ?? '', /guessed-date$/);
    }
  });

  it('that is missing altogether quarantines the article', () => {
    assert.deepEqual(findings('---\ntitle: 桥\n---\nx'), ['1:1 missing-date']);
    assert.equal(parseText('---\ntitle: 桥\n---\nx').ok, false);
  });

  it('is not asked of a page', () => {
    const text = '---\ntitle: 关于\n---\nx';
    assert.equal(publish(text, { dateless: true }).date, 0);
    assert.deepEqual(findings(text, { dateless: true }), []);
  });

  it('that stands for none counts as missing, with a warning', () => {
    const text = '---\ntitle: 桥\ndate: Invalid Date\n---\nx';
    assert.deepEqual(findings(text, { path: '2022-01-06.md' }), ['3:7 placeholder-date']);
    assert.deepEqual(findings(text, { fallbackDate: 0 }), ['3:7 placeholder-date', '3:7 guessed-date']);
    assert.deepEqual(findings(text), ['3:7 placeholder-date', '3:7 missing-date']);
  });

  it('that does not exist quarantines the article, whatever the file is called', () => {
    const text = '---\ntitle: 桥\ndate: 2022-02-31\n---\nx';
    const parsed = parseText(text, { path: '2022-01-06.md', fallbackDate: 0 });
    assert.equal(parsed.ok, false);
    assert.deepEqual(parsed.diagnostics, [
      {
        file: 'articles/2022-01-06.md',
        line: 3,
        column: 7,
        severity: 'error',
        rule: 'invalid-date',
        message: '"date" can not be read, since there is no 2022-02-31: "2022-02-31".',
        hint: 'Write it as 2024-03-01, 2024-03-01 08:00, 2024-03-01T08:00:00+08:00 or "Fri, 01 Mar 2024 00:00:00 GMT".',
      },
    ]);
  });

  it('that is a list or a map is invalid', () => {
    assert.deepEqual(findings('---\ntitle: 桥\ndate: [2022]\n---\nx'), ['3:7 invalid-date']);
  });

  it('without a zone is that of the site', () => {
    const text = '---\ntitle: 桥\ndate: 2024-07-01 08:00\n---\nx';
    assert.equal(publish(text, { timeZone: 'America/New_York' }).date, Date.UTC(2024, 6, 1, 12));
  });

  it('of the last change is left out where it can not be right', () => {
    for (const updated of ['2024-02-31', '2023-01-01', 'x', '[1]']) {
      assert.equal(field(`updated: ${updated}`).updated, undefined);
      assert.deepEqual(rulesOf(`updated: ${updated}`), ['invalid-updated']);
    }
  });
});

describe('a title', () => {
  it('that is missing or empty is the name of the file, with a warning', () => {
    for (const keys of [
      '',
      "title: ''\n",
      'title:\n',
      'title: ~\n',
      'title: "\u3000"\n',
      'title: "\\u200b"\n',
    ]) {
      const text = `---\n${keys}date: 2024-03-01\n---\nx`;
      assert.equal(publish(text, { path: 'a/2022-01-06-一座桥.md' }).title, '一座桥');
      assert.match(findings(text).join(), /missing-title/);
    }
  });

  it('that is a number is its digits as written', () => {
    for (const title of ['1984', '007', '1e3', 'true', 'no', '2024-01-01']) {
      assert.equal(publish(`---\ntitle: ${title}\ndate: 2024-03-01\n---\nx`).title, title);
    }
  });

  it('gets its characters back, with a warning', () => {
    const text = '---\ntitle: 用 &#123;&#125; &amp; &lt;b&gt;\ndate: 2024-03-01\n---\nx';
    assert.equal(publish(text).title, '用 {} & <b>');
    assert.deepEqual(findings(text), ['2:8 html-entity']);
  });

  it('loses what does not show, with a warning', () => {
    const text = '---\ntitle: "gpj.\u202eexe\\0"\ndate: 2024-03-01\n---\nx';
    assert.equal(publish(text).title, 'gpj.exe');
    assert.deepEqual(findings(text), ['2:8 hidden-character']);
  });

  it('may be long, with a warning', () => {
    const text = (length: number): string => `---\ntitle: ${'长'.repeat(length)}\ndate: 2024-03-01\n---\nx`;
    assert.deepEqual(findings(text(500)), []);
    assert.deepEqual(findings(text(501)), ['2:8 long-title']);
    assert.equal(publish(text(5000)).title.length, 5000);
  });

  it('may be given twice: the last one counts', () => {
    const text = '---\ntitle: 一\ntitle: 二\ntitle:\ndate: 2024-03-01\n---\nx';
    assert.equal(publish(text).title, '二');
    assert.deepEqual(findings(text), ['3:1 duplicate-key', '4:1 duplicate-key']);
  });

  it('may have a key in other letters, with a warning', () => {
    const text = '---\nTitle: 一\nDATE: 2024-03-01\n---\nx';
    assert.equal(publish(text).title, '一');
    assert.deepEqual(findings(text), ['2:1 key-spelling', '3:1 key-spelling']);
  });
});

describe('names', () => {
  it('of tags in one text are divided at commas', () => {
    assert.deepEqual(field('tags: 桥梁, 交通，城市、夜景').tags, ['桥梁', '交通', '城市', '夜景']);
    assert.deepEqual(field('tags: ["a, b", c]').tags, ['a, b', 'c']);
  });

  it('of authors in one text are one', () => {
    assert.deepEqual(field('author: 王、李, Inc.').authors, ['王、李, Inc.']);
    assert.deepEqual(field('authors: [王, 李]').authors, ['王', '李']);
    assert.deepEqual(field('author: {name: 王, url: x}').authors, ['王']);
  });

  it('are read under the names that other generators use', () => {
    const article = field('category: 城市\ntag: 桥\nalias: /old/');
    assert.deepEqual([article.categories, article.tags, article.aliases], [[['城市']], ['桥'], ['/old/']]);
    assert.deepEqual(field('tag: 一\ntags: 二').tags, ['二']);
  });

  it('that are empty are left out', () => {
    assert.deepEqual(field('tags: [a, "", ~]\nauthor: ""').tags, ['a']);
    assert.deepEqual(rulesOf('tags: [a, "", ~]'), ['empty-name', 'empty-name']);
  });

  it('by the thousands quarantine the article', () => {
    const keys = `tags: [${Array.from({ length: 300 }, (_, index) => `t${index}`).join(',')}]`;
    assert.deepEqual(rulesOf(keys), ['too-many-values']);
  });
});

describe('a switch', () => {
  it('is read in the words of YAML 1.1 and 1.2, quoted or not', () => {
    for (const on of ['true', 'True', 'yes', 'on', '"true"', '1', '100'])
      assert.equal(field(`pinned: ${on}`).pinned, true, on);
    for (const off of ['false', 'no', 'off', "'false'", '0', '', '~'])
      assert.equal(field(`pinned: ${off}`).pinned, false, off);
  });

  it('that says neither is left as it was, with a warning', () => {
    for (const value of ['perhaps', '[true]', '{enable: true}', '']) {
      assert.equal(field(`toc: ${value}`).toc, undefined);
      assert.equal(field(`comments: ${value}`).comments, true);
    }
    assert.deepEqual(rulesOf('comments: perhaps'), ['wrong-type']);
  });

  it('holds a draft back, also where it can not be read', () => {
    for (const keys of ['draft: true', 'published: false', 'draft: maybe', 'draft: false\npublished: no']) {
      assert.equal(field(keys).draft, true, keys);
    }
    for (const keys of ['draft: false', 'published: true', 'published: 2024-01-01', 'draft:'])
      assert.equal(field(keys).draft, false, keys);
  });
});

describe('an address', () => {
  it('of a picture is the thumbnail, else the headimg', () => {
    assert.equal(
      field('thumbnail: //a.example/x\nheadimg: https://b.example/y').thumbnail,
      'https://a.example/x',
    );
    assert.equal(field("thumbnail: ''\nheadimg: https://b.example/y").thumbnail, 'https://b.example/y');
    assert.equal(field("thumbnail: ''\nheadimg: ''").thumbnail, undefined);
  });

  it('that a page may not use is left out, with a warning', () => {
    for (const keys of [
      'thumbnail: javascript:alert(1)',
      'headimg: a.jpg',
      'source: /a',
      'source: "data:text/html,x"',
      'thumbnail: [https://a.example/]',
    ]) {
      assert.equal(field(keys).thumbnail, undefined, keys);
      assert.equal(field(keys).sourceUrl, undefined, keys);
      assert.deepEqual(rulesOf(keys), ['invalid-url'], keys);
    }
  });

  it('that steers other generators is nothing', () => {
    for (const value of ['false', '{index: x}', '[a]']) {
      assert.equal(field(`permalink: ${value}`).permalink, undefined);
      assert.deepEqual(rulesOf(`permalink: ${value}`), ['wrong-type']);
    }
  });

  it('is handed on as it is written: others judge paths', () => {
    assert.equal(field('permalink: ../../x').permalink, '../../x');
    assert.equal(field('slug: 007').slug, '007');
  });
});

describe('a language', () => {
  it('is brought into its canonical form', () => {
    assert.equal(field('lang: EN-us').lang, 'en-US');
  });

  it('that is none is left out, with a warning', () => {
    assert.equal(field('lang: 中文').lang, undefined);
    assert.deepEqual(rulesOf('lang: 中文'), ['invalid-language']);
  });
});

describe('a file', () => {
  it('that is empty is quarantined', () => {
    for (const text of ['', ' \n\r\n\t', '\ufeff', '\ufeff\n\u3000'])
      assert.deepEqual(findings(text), ['1:1 empty-file']);
  });

  it('that is too large is quarantined by its size', () => {
    const parsed = parseText(new Uint8Array(8 * 1024 * 1024 + 1));
    assert.equal(parsed.ok, false);
    assert.deepEqual(
      parsed.diagnostics.map(({ rule }) => rule),
      ['file-too-large'],
    );
  });

  it('that is no text is quarantined', () => {
    assert.deepEqual(findings(Uint8Array.from({ length: 500 }, (_, index) => (index * 91) % 256)), [
      '1:1 not-text',
    ]);
  });

  it('in UTF-16 is published, with a warning', () => {
    const bytes = Buffer.from('\ufeff---\ntitle: 桥\ndate: 2024-03-01\n---\n正文', 'utf16le');
    assert.equal(publish(bytes).title, '桥');
    assert.equal(publish(bytes).body, '正文');
    assert.deepEqual(findings(bytes), ['1:1 utf-16']);
  });

  it('with bytes that are not UTF-8 is published, with a warning at the first', () => {
    const bytes = Buffer.concat([
      Buffer.from('---\ntitle: 桥\ndate: 2024-03-01\n---\n正文一段\n正'),
      Buffer.from([0xff]),
      Buffer.from('文'),
    ]);
    assert.equal(publish(bytes).body, '正文一段\n正\ufffd文');
    assert.deepEqual(findings(bytes), ['6:2 invalid-utf8']);
  });

  it('without front matter is all body', () => {
    const article = publish('# 一座桥\n\n正文', { fallbackDate: 0, path: '桥.md' });
    assert.deepEqual([article.title, article.body, article.bodyLine], ['桥', '# 一座桥\n\n正文', 1]);
  });

  it('without a body is published, with a warning', () => {
    assert.deepEqual(findings('---\ntitle: 桥\ndate: 2024-03-01\n---\n \n'), ['5:1 empty-body']);
  });
});
