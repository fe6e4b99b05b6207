import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fixArticle } from '../../src/check/fix-article.ts';
import { parseArticle } from '../../src/content/parse-article.ts';
import { defaultSiteConfig } from '../../src/content/site-config-defaults.ts';
import { createBodyCleaner, policyFromConfig } from '../../src/html/clean-body.ts';
import { createUrlResolver } from '../../src/html/resolve-url.ts';

const cleanBody = createBodyCleaner(policyFromConfig(defaultSiteConfig));
const urls = createUrlResolver({ site: new URL(defaultSiteConfig.url), basePath: '/' });
const tools = {
  parse: (text: string) =>
    parseArticle(
      { path: 'a.md', file: 'a.md', bytes: Buffer.from(text), fallbackDate: 0 },
      { timeZone: 'UTC', limits: { fileBytes: 1e7 } },
    ),
  clean: (article: Parameters<typeof cleanBody>[0] | object) => {
    const cleaned = cleanBody({ ...(article as Parameters<typeof cleanBody>[0]), file: 'a.md' });
    return cleaned.ok ? cleaned.body.html : undefined;
  },
  contextOf: () => ({ urls, language: 'zh-CN' }),
};

/** All that may change is the width of punctuation, and what a scraper left. */
function fold(text = ''): string {
  let folded = text
    .normalize('NFKC')
    .replace(/\[TOC\]|复制代码/g, '')
    .replace(/\s+/g, '');
  for (let before = ''; before !== folded; ) {
    before = folded;
    folded = folded.replace(/<(\w+)[^<>]*><\/\1>/g, '');
  }
  return folded;
}

describe('fixArticle', () => {
  it('mends beside an address, and in a line with escaped signs', () => {
    const head = '---\ntitle: 桥\ndate: 2024-03-01\n---\n';
    assert.equal(
      fixArticle(`${head}桥,车 https://a.example/桥,车 人,车\n\n5\\*5 &amp; 桥,车\n`, tools)?.text,
      `${head}桥，车 <https://a.example/桥,车> 人，车\n\n5\\*5 &amp; 桥，车\n`,
    );
  });

  it('changes nothing of what an article says, whatever the file is, and mends all in one go', () => {
    const line = fc.constantFrom(
      'title: 快讯: 桥,车',
      'title: "桥"',
      "title: '''桥''",
      'title：桥',
      'Title: &amp;桥',
      'date: 2024-03-01',
      'categories:\n - 城市\n - — 交通',
      'tags: [桥, 车',
      'tags:\n\t- 桥',
      'draft: true',
      'custom: {a: [1]}',
      '# 注',
      'author: @张三',
      '续行',
    );
    const part = fc.constantFrom(
      '桥,车!人',
      '\n\n',
      '[TOC]',
      '复制代码',
      'https://a.example/桥,车',
      '[桥,车](#桥,车)',
      '## 桥,车',
      '<p>',
      '</p>',
      '<pre>桥,车</pre>',
      '`桥,车`',
      '\n    桥,车\n',
      '[桥,车]: /x',
      '桥(好人)车',
      ' ',
      '|桥,车|',
      '\n|---|\n',
      '&amp;#123;',
      '\\*',
      '😀桥,车',
      '&nbsp;',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.array(part, { maxLength: 10 }), (lines, parts) => {
        const text = `---\n${lines.join('\n')}\n---\n${parts.join('')}`;
        const fixed = fixArticle(text, tools);
        if (fixed === undefined) return;
        const [before, after] = [tools.parse(text), tools.parse(fixed.text)];
        assert.ok(before.ok && after.ok);
        const { title, excerpt, body: _, bodyLine: __, ...rest } = before.article;
        const { title: newTitle, excerpt: newExcerpt, body: ___, bodyLine: ____, ...newRest } = after.article;
        // Where a mark for an outline goes, the key comes that asks for one.
        assert.ok(newRest.toc === rest.toc || (newRest.toc === true && text.includes('[TOC]')));
        const bare = { addressPlaces: 0, toc: false };
        assert.deepEqual({ ...newRest, ...bare }, { ...rest, ...bare });
        assert.equal(fold(newTitle), fold(title));
        assert.equal(fold(newExcerpt), fold(excerpt));
        assert.equal(fold(tools.clean(after.article)), fold(tools.clean(before.article)));
        assert.equal(fixArticle(fixed.text, tools), undefined, 'a second run finds nothing');
      }),
      { numRuns: 500 },
    );
  });
});
