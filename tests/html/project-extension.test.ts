import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findExtension, listQuotedNames } from '../../src/html/project-extension.ts';
import { openLexicon } from '../../src/html/project-lexicon.ts';
import type { NameExtension } from '../../src/html/project-occurrence.ts';

/** The extension of the link in brackets, in an article that has these names in quotation marks. */
function extend(sentence: string, ...quoted: string[]): NameExtension | undefined {
  const [, before = '', text = '', after = ''] = /^(.*?)\[(.*)\](.*)$/su.exec(sentence)!;
  const occurrence = {
    before,
    text,
    after,
    id: '1',
    name: text,
    href: '',
    type: '',
    quoted: new Set(quoted),
  };
  return findExtension(occurrence, openLexicon);
}

describe('a link that was cut short', () => {
  it('takes letters before it that are of the name, as the article has it in quotation marks', () => {
    assert.deepEqual(extend('一位人士向AB[晴窗报]介绍', 'AB晴窗报'), { before: 2, after: 0 });
  });
  it('takes letters behind it', () => {
    assert.deepEqual(extend('文｜[晴窗]Planet，周六', '晴窗Planet'), { before: 0, after: 6 });
  });
  it('takes both', () => assert.deepEqual(extend('向A[晴窗]B介绍', 'A晴窗B'), { before: 1, after: 1 }));
  it('takes what the same company is called in full', () => {
    assert.deepEqual(extend('[现代]汽车宣布召回', ''), { before: 0, after: 2 });
  });
});

describe('a link that is whole', () => {
  it('leaves letters alone that the article never has as one name with it', () => {
    assert.equal(extend('[理想]CEO在台上讲了两个小时'), undefined);
  });
  it('leaves half a run of letters alone', () => {
    assert.equal(extend('向XAB[晴窗报]介绍', 'AB晴窗报'), undefined);
  });
  it('leaves letters alone behind a space', () => {
    assert.equal(extend('向AB [晴窗报]介绍', 'AB晴窗报'), undefined);
  });
  it('leaves Chinese around it alone, though it be in quotation marks', () => {
    assert.equal(extend('“[晴窗报]变了”', '晴窗报变了'), undefined);
  });
  it('does not become another name of the same house', () => {
    assert.equal(extend('存在[腾讯]云里'), undefined);
    assert.equal(extend('在[百度]地图上'), undefined);
  });
});

describe('listQuotedNames', () => {
  it('finds names in every kind of quotation marks, also where tags are in them', () => {
    const html = '<p class="x">“AB<a href="#">晴窗报</a>”，「窗」，『两扇窗』和"third"</p>';
    assert.deepEqual([...listQuotedNames(html)], ['AB晴窗报', '两扇窗', 'third']);
  });
  it('leaves out sentences', () => {
    assert.deepEqual([...listQuotedNames('“这是一句话，不是名字”')], []);
  });
});
