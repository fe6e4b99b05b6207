import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ProjectAlias } from '../../src/content/site-config.ts';
import type { ProjectMention } from '../../src/html/cleaned-body.ts';
import { mergeProjects } from '../../src/site/project-merging.ts';

function mention(id: string, name: string, href?: string): ProjectMention {
  return { id, name, text: name, sentence: '', ...(href !== undefined && { href }) };
}

const profile = (id: string, name: string, host = '36kr.com') =>
  mention(id, name, `https://${host}/projectDetails/${id}`);
const space = (id: string, name: string, host = 'www.36dianping.com') =>
  mention(id, name, `https://${host}/space/${id}0?mp=zzquote`);

/** From id to home. */
function homes(mentions: readonly ProjectMention[], aliases?: readonly ProjectAlias[]) {
  const { homeOf } = mergeProjects(mentions, aliases);
  return Object.fromEntries(mentions.map(({ id }) => [id, homeOf(id)]));
}

describe('ids of one name', () => {
  it('are one project in two catalogues of one house, at the id that was mentioned first', () => {
    assert.deepEqual(homes([profile('1', '钉钉'), space('2', '钉钉')]), { 1: '1', 2: '1' });
    assert.deepEqual(homes([space('2', '钉钉'), profile('1', '钉钉')]), { 2: '2', 1: '2' });
  });

  it('are one whatever the case, the width and the spaces of the name', () => {
    assert.deepEqual(homes([profile('1', 'Keep Up'), space('2', 'ＫＥＥＰup')]), { 1: '1', 2: '1' });
  });

  it('are two projects in one catalogue', () => {
    assert.deepEqual(homes([profile('1', '魔镜'), profile('2', '魔镜')]), { 1: '1', 2: '2' });
    assert.deepEqual(homes([space('1', '魔镜'), space('2', '魔镜', 'p.36kr.com')]), { 1: '1', 2: '2' });
  });

  it('are two projects of two houses', () => {
    const mentions = [profile('1', '钉钉'), space('2', '钉钉', 'space.other.example')];
    assert.deepEqual(homes(mentions), { 1: '1', 2: '2' });
  });

  it('are one in any house whose addresses tell its catalogues', () => {
    const mentions = [profile('1', '钉', 'data.chao.com.cn'), space('2', '钉', 'space.chao.com.cn')];
    assert.deepEqual(homes(mentions), { 1: '1', 2: '1' });
    const others = [profile('1', '钉', 'data.a.com.cn'), space('2', '钉', 'space.b.com.cn')];
    assert.deepEqual(homes(others), { 1: '1', 2: '2' });
  });

  it('are two where nothing tells the catalogue', () => {
    assert.deepEqual(homes([profile('1', '钉钉'), mention('2', '钉钉', 'https://36kr.com/p/2')]), {
      1: '1',
      2: '2',
    });
    assert.deepEqual(homes([profile('1', '钉钉'), mention('2', '钉钉')]), { 1: '1', 2: '2' });
  });

  it('are not one by what an author calls them', () => {
    const written = { ...space('2', '钉钉'), written: { line: 1, column: 1 } };
    assert.deepEqual(homes([profile('1', '钉钉'), written]), { 1: '1', 2: '2' });
  });
});

describe('an id with several names', () => {
  it('is joined under each of them', () => {
    const mentions = [profile('1', '阿里'), profile('1', '阿里巴巴'), space('2', '阿里巴巴')];
    assert.deepEqual(homes(mentions), { 1: '1', 2: '1' });
  });

  it('is not moved by a name that it gets later', () => {
    const mentions = [profile('1', '阿里'), space('2', '阿里巴巴'), profile('1', '阿里巴巴')];
    assert.deepEqual(homes(mentions), { 1: '1', 2: '2' });
  });
});

describe('site.yaml', () => {
  it('makes ids one project, at the id that was mentioned first', () => {
    assert.deepEqual(homes([profile('2', '乙'), profile('1', '甲')], [{ ids: ['1', '2'] }]), {
      1: '2',
      2: '2',
    });
  });

  it('lets ids lead somewhere that no article mentions any more', () => {
    const { homeOf, moved } = mergeProjects([profile('1', '甲')], [{ ids: ['1', '9'] }]);
    assert.equal(homeOf('9'), '1');
    assert.deepEqual([...moved], [['9', '1']]);
  });

  it('says nothing of projects that no article mentions', () => {
    const { homeOf, moved } = mergeProjects([], [{ ids: ['1', '9'] }]);
    assert.equal(homeOf('1'), undefined);
    assert.equal(moved.size, 0);
  });

  it('keeps an id by itself that it lists alone', () => {
    const mentions = [profile('1', '钉钉'), space('2', '钉钉')];
    assert.deepEqual(homes(mentions, [{ ids: ['2'] }]), { 1: '1', 2: '2' });
    assert.deepEqual(homes(mentions, [{ ids: ['1'] }]), { 1: '1', 2: '2' });
  });
});

describe('merging', () => {
  const anyMention = fc
    .record({
      id: fc.integer({ min: 1, max: 8 }).map(String),
      name: fc.constantFrom('甲', '乙', '丙', ''),
      source: fc.constantFrom(profile, space),
      host: fc.constantFrom('36kr.com', 'www.36dianping.com', 'a.example.com'),
    })
    .map(({ id, name, source, host }) => source(id, name, host));
  const aliases = fc.constantFrom<readonly ProjectAlias[]>([], [{ ids: ['1', '2'] }], [{ ids: ['3'] }]);

  it('never moves an id because of later articles', () => {
    fc.assert(
      fc.property(fc.array(anyMention), fc.array(anyMention), aliases, (old, later, listed) => {
        const before = mergeProjects(old, listed);
        const after = mergeProjects([...old, ...later], listed);
        for (const { id } of old) assert.equal(after.homeOf(id), before.homeOf(id));
      }),
    );
  });

  it('leads every id to one that stays where it is', () => {
    fc.assert(
      fc.property(fc.array(anyMention), aliases, (mentions, listed) => {
        const { homeOf, moved } = mergeProjects(mentions, listed);
        for (const { id } of mentions) assert.equal(homeOf(homeOf(id)!), homeOf(id));
        for (const [id, home] of moved) assert.ok(id !== home && !moved.has(home));
      }),
    );
  });
});
