import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldText, foldTextWithOffsets } from '../../src/search/fold-text.ts';

describe('folding a text', () => {
  const examples: readonly (readonly [name: string, original: string, folded: string])[] = [
    ['makes full width half', 'ＡＩ１２３，：', 'ai123,:'],
    ['makes half-width kana full, marks joined', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['drops case and diacritics', 'Crème BRÛLÉE Straße', 'creme brulee strasse'],
    ['drops a combining mark', 'e\u0301', 'e'],
    ['keeps the marks of kana, which are other sounds', 'がぎ', 'がぎ'],
    ['joins hangul letters', '\u1112\u1161\u11ab', '한'],
    ['makes traditional characters simplified', '繁體漢字與臺灣裡', '繁体汉字与台湾里'],
    ['takes 著 for 着 as Taiwan writes it', '看著', '看着'],
    ['expands ligatures and circled numbers', 'ﬁve ②', 'five 2'],
    ['keeps an ellipsis what it is', '……', '……'],
    ['drops spaces beside an ideograph', '小米 AI  芯片', '小米ai芯片'],
    ['keeps one space between words and between numbers', 'open   ai 10 20', 'open ai 10 20'],
    ['keeps line ends, once', '甲\n\n 乙\r\n丙', '甲\n乙\n丙'],
    ['drops what is invisible', '零\u200b宽\ufeff', '零宽'],
    ['keeps characters outside the BMP', '𠮷野家😀', '𠮷野家😀'],
    ['folds letters of mathematics', '𝐀𝓫', 'ab'],
    ['keeps half of a surrogate pair', 'a\ud842b', 'a\ud842b'],
    ['makes nothing of nothing', ' \n\t ', ''],
  ];
  for (const [name, original, folded] of examples) {
    it(name, () => assert.equal(foldText(original), folded));
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        assert.equal(foldText(folded), folded);
      }),
    );
  });

  it('folds a beginning of Chinese text to the beginning of what it folds the whole to', () => {
    const unit = fc.constantFrom(...'体體发發，。裡a1');
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit }), (first, second) => {
        assert.ok(foldText(first + second).startsWith(foldText(first)));
      }),
    );
  });

  it('knows where each character comes from', () => {
    const { text, offsets } = foldTextWithOffsets('ＡＩ 芯片 ﬁ');
    assert.equal(text, 'ai芯片fi');
    assert.deepEqual([...offsets], [0, 1, 3, 4, 6, 6, 7]);
  });

  it('gives places that never go back, and end where the text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text, offsets } = foldTextWithOffsets(original);
        assert.equal(offsets.length, text.length + 1);
        assert.equal(offsets.at(-1), original.length);
        assert.ok(offsets.every((offset, at) => at === 0 || offset >= offsets[at - 1]!));
      }),
    );
  });
});
