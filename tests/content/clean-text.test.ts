import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cleanText, isBlank } from '../../src/content/clean-text.ts';

describe('cleanText', () => {
  it('collapses white space of all kinds to one space and trims it', () => {
    assert.equal(cleanText(' a\n\tb\u3000\u00a0c\u2028d\u0085e ').text, 'a b c d e');
  });

  it('removes control characters, zero width spaces and byte order marks', () => {
    assert.deepEqual(cleanText('a\0b\u0007c\u200bd\ufeffe\u009ff'), {
      text: 'abcdef',
      hadHidden: true,
      hadEntities: false,
    });
  });

  it('removes direction overrides and isolates, and keeps direction marks', () => {
    assert.equal(cleanText('\u202egpj.\u202cexe\u2066x\u2069').text, 'gpj.exex');
    assert.equal(cleanText('א\u200f!').text, 'א\u200f!');
  });

  it('removes lone surrogates and noncharacters, and keeps pairs', () => {
    assert.equal(cleanText('a\ud83d b\udc00c\uffffd😀').text, 'a bcd😀');
  });

  it('keeps the joiners of emoji and scripts', () => {
    assert.equal(cleanText('👩‍💻 می‌خواهم').text, '👩‍💻 می‌خواهم');
  });

  it('composes to NFC', () => {
    assert.equal(cleanText('cafe\u0301').text, 'café');
  });

  it('decodes character references once', () => {
    assert.deepEqual(cleanText('&#123;a&#125; &amp;lt; &#x4e2d;'), {
      text: '{a} &lt; 中',
      hadHidden: false,
      hadEntities: true,
    });
  });

  it('leaves an & alone that begins no reference', () => {
    assert.deepEqual(cleanText('AT&T & R&D &nosuch;'), {
      text: 'AT&T & R&D &nosuch;',
      hadHidden: false,
      hadEntities: false,
    });
  });

  it('removes what a reference hid', () => {
    assert.equal(cleanText('a&#8238;b&#0;').text, 'ab\ufffd');
  });

  it('leaves nothing that acts in any text, and no space that shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { text } = cleanText(raw);
        assert.doesNotMatch(text, /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u);
        assert.equal(text, text.trim());
        assert.doesNotMatch(text, /\s\s/);
        assert.equal(text.normalize('NFC'), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing in a text that it cleaned, but for references in it', () => {
    const character = fc.constantFrom(
      'a',
      ' ',
      '中',
      '。',
      '：',
      'é',
      '\u3099',
      'か',
      '\u0301',
      '\u3000',
      '\u202e',
      '😀',
      '—',
    );
    fc.assert(
      fc.property(fc.array(character), (parts) => {
        const once = cleanText(parts.join('')).text;
        assert.deepEqual(cleanText(once), { text: once, hadHidden: false, hadEntities: false });
      }),
    );
  });
});

describe('isBlank', () => {
  it('takes spaces of all kinds for blank, and nothing that shows', () => {
    assert.ok(isBlank(' \n\u3000\ufeff\u200b'));
    assert.equal(isBlank(' a'), false);
  });
});
