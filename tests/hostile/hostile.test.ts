import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createBodyCleaner } from '../../src/html/clean-body.ts';
import { assertPublishable, reserialize } from './assert-publishable.ts';
import { hostileArticle, hostilePolicy } from './cleaning-policy.ts';
import { type HostileCase, readHostileCases } from './read-cases.ts';

const clean = createBodyCleaner(hostilePolicy);
const cases = readHostileCases();

function cleanCase({ input, format }: Pick<HostileCase, 'input' | 'format'>): string {
  const result = clean(hostileArticle(input, { format }));
  assert.ok(result.ok, 'the body is refused');
  return result.body.html;
}

/** `UPDATE_GOLDEN=1` writes what comes out; its diff is to be read as carefully as code. */
const isUpdating = process.env.UPDATE_GOLDEN === '1';

describe('hostile bodies', () => {
  it('are at least 250 attacks', () => {
    assert.ok(cases.length >= 250, `${cases.length} cases`);
  });

  for (const hostile of cases) {
    it(hostile.name, () => {
      const html = cleanCase(hostile);
      if (isUpdating) writeFileSync(hostile.expectedPath, `${html}\n`);
      assert.ok(existsSync(hostile.expectedPath), 'expected.html is missing: run with UPDATE_GOLDEN=1');
      assert.equal(`${html}\n`, readFileSync(hostile.expectedPath, 'utf8'));
      assertPublishable(html);
      assert.equal(reserialize(html), html, 'a browser writes it otherwise than it reads it');
      assert.equal(cleanCase({ input: html, format: 'html' }), html, 'cleaning it again changes it');
    });
  }
});
