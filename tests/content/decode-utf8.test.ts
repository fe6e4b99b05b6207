import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeUtf8 } from '../../src/content/decode-utf8.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

describe('decodeUtf8', () => {
  it('decodes what is UTF-8, and says of the rest that it is not', () => {
    assert.equal(decodeUtf8(Buffer.from('')), '');
    assert.equal(decodeUtf8(Buffer.from('plain\0')), 'plain\0');
    assert.equal(decodeUtf8(Buffer.from('\ufeff港口 𠀀 é')), '\ufeff港口 𠀀 é');
    for (const bytes of [[0xff], [0xe6, 0xb8], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]])
      assert.equal(decodeUtf8(Uint8Array.from(bytes)), undefined);
  });

  it('decodes a part of a larger buffer', () => {
    const whole = Buffer.from('a港b');
    assert.equal(decodeUtf8(whole.subarray(1, 4)), '港');
    assert.equal(decodeUtf8(new Uint8Array(whole.buffer, whole.byteOffset, 1)), 'a');
  });

  it('decodes as TextDecoder does', () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.uint8Array(),
      fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat()).map(([text, end]) => {
        const whole = Buffer.from(text);
        return whole.subarray(0, end % (whole.length + 1));
      }),
    );
    fc.assert(
      fc.property(bytes, (given) => assert.equal(decodeUtf8(given), decodeStrictly(given))),
      { numRuns: 2000 },
    );
  });
});
