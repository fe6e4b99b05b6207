import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findInitial, OTHER_INITIAL, spellInitials } from '../../src/site/project-initial.ts';

describe('findInitial', () => {
  for (const [name, initial] of [
    ['阿里巴巴', 'A'],
    ['小米', 'X'],
    ['字节跳动', 'Z'],
    ['長江存儲', 'C'],
    ['Keep', 'K'],
    ['ｉＱＯＯ', 'I'],
    ['Élan', 'E'],
    ['  豆瓣', 'D'],
    ['8848', OTHER_INITIAL],
    ['ソニー', OTHER_INITIAL],
    ['네이버', OTHER_INITIAL],
    ['𠮷野家', OTHER_INITIAL],
    ['', OTHER_INITIAL],
  ] as const) {
    it(`finds ${JSON.stringify(name)} under ${initial}`, () => assert.equal(findInitial(name), initial));
  }

  it('reads a character as the name has it', () => {
    assert.deepEqual(['重庆', '重工', '朝夕', '朝阳', '厦门', '曾记'].map(findInitial), [
      'C',
      'Z',
      'Z',
      'C',
      'X',
      'Z',
    ]);
  });

  it('finds any name under a letter or under the others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        assert.match(findInitial(name), /^[A-Z#]$/);
      }),
    );
  });
});

describe('spellInitials', () => {
  it('spells Chinese by the first letters of its pinyin, so that names are in order of it', () => {
    assert.equal(spellInitials('阿里巴巴'), 'albb');
    const names = ['爱奇艺', '阿里巴巴', '安踏', 'Airbnb'];
    assert.deepEqual(
      names.toSorted((a, b) => (spellInitials(a) < spellInitials(b) ? -1 : 1)),
      ['Airbnb', '阿里巴巴', '爱奇艺', '安踏'],
    );
  });
});
