import assert from 'node:assert/strict';
import path from 'node:path';
import { it } from 'node:test';
import { unpackJson } from '../../src/build/packed-json.ts';
import { createArticlePreparer, REHEARSED, rehearse } from '../../src/build/prepare-article.ts';
import type { PreparedArticle } from '../../src/build/store.ts';
import { defaultSiteConfig } from '../../src/content/site-config-defaults.ts';

it('a worker rehearses with an article that goes all the way, and has what most have', () => {
  rehearse();
  const prepare = createArticlePreparer({ config: defaultSiteConfig, cleaningDigest: '' }, undefined);
  const prepared = prepare({ source: { path: path.basename(REHEARSED), absolute: REHEARSED }, label: '' });
  assert.ok(!prepared.reused);
  const record: PreparedArticle = unpackJson(prepared.made.record);
  assert.ok(record.ok);
  assert.deepEqual(record.diagnostics, []);
  const { categories, thumbnail, projects, excerpt } = record.summary;
  assert.equal(categories[0]?.length, 3);
  assert.ok(thumbnail !== undefined && projects.length > 0 && excerpt !== undefined);
});
