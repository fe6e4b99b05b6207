import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readGroups, spellGroups } from '../../src/build/group-records.ts';
import { type KeyedPages, keyPages } from '../../src/build/key-pages.ts';
import { pageKey } from '../../src/build/page-key.ts';
import type { OutputRecord } from '../../src/build/store.ts';
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
const build = (
  group: PageGroup,
  records: ReadonlyMap<string, string> = new Map(),
  known?: KeyedPages['groups'],
  altered: readonly string[] = [],
) =>
  keyPages([group], {
    common: COMMON,
    known,
    altered: new Set(altered),
    records: new Map(
      Array.from(records, ([file, key]): [string, OutputRecord] => [file, { key, digest: '', size: 0 }]),
    ),
  });

describe('keyPages', () => {
  it('keys every page by itself when nothing is known', async () => {
    const { keys, groups } = await build(first());
    assert.equal(keys.get('a/index.html'), pageKey(page('/a/', 'a'), COMMON));
    assert.deepEqual([...keys.keys()], ['a/index.html', 'b/index.html']);
    assert.deepEqual(groups, { common: COMMON, identities: new Map([['a group', 'as it was']]) });
  });

  it('keeps the files of a group that is as it was, and plans none of its pages', async () => {
    const before = await build(first());
    const group = first();
    const { kept, keys, groups } = await build(group, before.keys, before.groups);
    assert.deepEqual([...kept], [...before.keys.keys()]);
    assert.equal(keys.size, 0);
    assert.deepEqual(groups, before.groups);
    assert.equal(group.planned, 0);
  });

  it('plans those of a group that is another', async () => {
    const before = await build(first());
    const other = makeGroup('another', { '/a/': 'a', '/b/': 'new' });
    const { keys } = await build(other, before.keys, before.groups);
    assert.equal(keys.get('a/index.html'), before.keys.get('a/index.html'));
    assert.notEqual(keys.get('b/index.html'), before.keys.get('b/index.html'));
  });

  it('plans those of a group of which a file is not known', async () => {
    const before = await build(first());
    const keys = new Map(before.keys);
    keys.delete('b/index.html');
    const group = first();
    assert.deepEqual((await build(group, keys, before.groups)).keys, before.keys);
    assert.equal(group.planned, 1);
  });

  it('plans all when what is common to all pages is another', async () => {
    const before = await build(first());
    const group = first();
    const other = { ...before.groups, common: 'other code' };
    assert.deepEqual((await build(group, before.keys, other)).keys, before.keys);
    assert.equal(group.planned, 1);
  });

  it('plans a group that nothing stands for, and remembers nothing of it', async () => {
    const group = makeGroup(undefined, { '/a/': 'a' });
    const before = await build(group);
    assert.equal(before.groups.identities.size, 0);
    await build(group, before.keys, before.groups);
    assert.equal(group.planned, 2);
  });

  it('plans those of a group of which a file is not there as it was left', async () => {
    const before = await build(first());
    const { kept, keys } = await build(first(), before.keys, before.groups, ['b/index.html']);
    assert.equal(kept.size, 0);
    assert.deepEqual(keys, before.keys);
  });
});

describe('spellGroups', () => {
  it('writes what readGroups reads', () => {
    const groups = {
      common: COMMON,
      identities: new Map([
        ['tags 1', 'x'],
        ['/latest/', 'y'],
      ]),
    };
    assert.deepEqual(readGroups(spellGroups(groups)), groups);
  });

  it('is not read when it is cut short', () => {
    const spelled = spellGroups({ common: COMMON, identities: new Map([['tags 1', 'x']]) });
    for (const length of [0, 3, spelled.length - 1])
      assert.throws(() => readGroups(spelled.slice(0, length)), /cut short/);
    assert.throws(() => readGroups(`${spelled}name alone\n`), /cut short/);
  });
});
