import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scaffoldArticle } from '../../src/cli/scaffold-article.ts';
import { parseArticle } from '../../src/content/parse-article.ts';

describe('scaffoldArticle', () => {
  it('writes the date as a person would, on the clock of the site, which reads it as that minute', () => {
    const date = Date.UTC(2026, 10, 26, 23, 30, 45, 678);
    for (const [timeZone, written] of [
      ['Asia/Shanghai', '2026-11-27 07:30'],
      ['America/New_York', '2026-11-26 18:30'],
      ['UTC', '2026-11-26 23:30'],
    ] as const) {
      const text = scaffoldArticle({ title: '桥: "一"', categories: ['城市'], draft: true, date, timeZone });
      assert.ok(text.includes(`\ndate: ${written}\n`), text);
      const parsed = parseArticle(
        { path: 'a.md', file: 'a.md', bytes: Buffer.from(`${text}正文\n`) },
        { timeZone, limits: { fileBytes: 1e6 } },
      );
      assert.ok(parsed.ok);
      assert.deepEqual(parsed.diagnostics, []);
      assert.equal(parsed.article.date, Date.UTC(2026, 10, 26, 23, 30));
      assert.equal(parsed.article.title, '桥: "一"');
    }
  });
});
