import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeText } from '../../src/content/decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('decodeText', () => {
  it('reads UTF-8, with one byte order mark or several', () => {
    assert.deepEqual(decodeText(utf8('标题')), { text: '标题' });
    assert.deepEqual(decodeText(utf8('\ufeff\ufeff标题')), { text: '标题' });
  });

  it('reads UTF-16 of both orders by its byte order mark', () => {
    for (const order of ['le', 'be'] as const) {
      const { text, fault } = decodeText(utf16('\ufefftitle: 标题', order));
      assert.equal(text, 'title: 标题');
      assert.equal(fault?.rule, 'utf-16');
    }
  });

  it('reads UTF-16 of both orders without a mark', () => {
    for (const order of ['le', 'be'] as const) {
      assert.equal(decodeText(utf16('---\ntitle: 标题\n---\n', order)).text, '---\ntitle: 标题\n---\n');
    }
  });

  it('reads GBK where that makes Chinese', () => {
    // "桥修了三年。" in GBK, twice.
    const gbk = [0xc7, 0xc5, 0xd0, 0xde, 0xc1, 0xcb, 0xc8, 0xfd, 0xc4, 0xea, 0xa1, 0xa3];
    const { text, fault } = decodeText(Uint8Array.from([...utf8('title: '), ...gbk, 10, ...gbk]));
    assert.equal(text, 'title: 桥修了三年。\n桥修了三年。');
    assert.equal(fault?.rule, 'legacy-encoding');
  });

  it('replaces bytes that are not UTF-8, and says where the first is', () => {
    const { text, fault } = decodeText(Uint8Array.from([...utf8('标题很好 caf'), 0xe9, 0x74]));
    assert.equal(text, '标题很好 caf\ufffdt');
    assert.equal(fault?.rule, 'invalid-utf8');
    assert.equal(fault?.offset, 8);
  });

  it('does not take Latin-1 for Chinese', () => {
    const { fault } = decodeText(Buffer.from('Café olé, garçon: déjà vu à Orléans', 'latin1'));
    assert.equal(fault?.rule, 'invalid-utf8');
  });

  it('says that a picture is not text', () => {
    const png = Uint8Array.from({ length: 400 }, (_, index) => (index * 73) % 256);
    assert.equal(decodeText(png).fault?.rule, 'not-text');
    assert.equal(decodeText(new Uint8Array(100)).fault?.rule, 'not-text');
  });

  it('keeps a few control characters of a text', () => {
    assert.deepEqual(decodeText(utf8(`正文${'很长'.repeat(20)}\0`)).fault, undefined);
  });

  it('never throws, and gives text that can be stored', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        assert.doesNotMatch(decodeText(bytes).text, /\p{Cs}/u);
      }),
      { numRuns: 2000 },
    );
  });
});
