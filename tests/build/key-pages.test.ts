import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyPages } from '../../src/build/key-pages.ts';
import { OutputRecords } from '../../src/build/output-records.ts';
import { pageKey } from '../../src/build/page-key.ts';
import type { SpelledOutputs } from '../../src/build/store.ts';
import type { PageGroup } from '../../src/site/page-group.ts';
import type { PagePlan } from '../../src/site/page-plan.ts';

const COMMON = 'chrome and code';

const page = (url: string, identity: string): PagePlan => ({
  kind: 'list',
  url,
  identify: () => identity,
  make: () => ({ kind: 'search', url, title: identity }),
});

/** A group that tells when it is planned. */
function makeGroup(identity: string | undefined, pages: Record<string, string>) {
  const group = {
    name: 'a group',
    planned: 0,
    identify: () => identity,
    urls: () => Object.keys(pages),
    plan: () => {
      group.planned++;
      return Object.entries(pages).map(([url, text]) => page(url, text));
    },
  };
  return group satisfies PageGroup;
}

const first = () => makeGroup('as it was', { '/a/': 'a', '/b/': 'b' });

/** Keys the pages of a group. @param last - What the build before left. */
async function build(group: PageGroup, last?: SpelledOutputs, doubtful: readonly string[] = []) {
  const records = new OutputRecords(last);
  const keyed = await keyPages([group], { common: COMMON, records, doubtful: new Set(doubtful) });
  for (const [file, key] of keyed.keys) records.set(file, { key, digest: '', size: 0 });
  return { ...keyed, left: records.spell(COMMON, keyed.parts) };
}

describe('keyPages', () => {
  it('keys every page by itself when nothing is known', async () => {
    const { keys, parts } = await build(first());
    assert.equal(keys.get('a/index.html'), pageKey(page('/a/', 'a'), COMMON));
    assert.deepEqual([...keys.keys()], ['a/index.html', 'b/index.html']);
    assert.deepEqual(parts, [
      { name: 'a group', identity: 'as it was', files: ['a/index.html', 'b/index.html'] },
    ]);
  });

  it('keeps a group that is as it was, and plans none of its pages', async () => {
    const before = await build(first());
    const group = first();
    const { kept, keys, left } = await build(group, before.left);
    assert.deepEqual(kept, [group]);
    assert.equal(keys.size, 0);
    assert.deepEqual(left, before.left);
    assert.equal(group.planned, 0);
  });

  it('plans those of a group that is another', async () => {
    const before = await build(first());
    const other = makeGroup('another', { '/a/': 'a', '/b/': 'new' });
    const { keys } = await build(other, before.left);
    assert.equal(keys.get('a/index.html'), before.keys.get('a/index.html'));
    assert.notEqual(keys.get('b/index.html'), before.keys.get('b/index.html'));
  });

  it('plans all when what is common to all pages is another', async () => {
    const before = await build(first());
    const group = first();
    assert.deepEqual((await build(group, { ...before.left, common: 'other code' })).keys, before.keys);
    assert.equal(group.planned, 1);
  });

  it('plans a group that nothing stands for', async () => {
    const group = makeGroup(undefined, { '/a/': 'a' });
    const before = await build(group);
    await build(group, before.left);
    assert.equal(group.planned, 2);
  });

  it('plans those of a group of which a file may not be there as it was left', async () => {
    const before = await build(first());
    const { kept, keys } = await build(first(), before.left, ['b/index.html']);
    assert.deepEqual(kept, []);
    assert.deepEqual(keys, before.keys);
  });
});
