import type { TextCount } from './cleaned-body.ts';

/**
 * Counts what a reader reads: Han, kana and hangul by the character, everything else by the word. A word is a run of
 * letters and digits; apostrophes, hyphens, dots and commas inside of it do not end it.
 */
export function countText(text: string): TextCount {
  let characters = 0;
  let words = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isIdeographic(code)) {
      characters++;
      isInWord = false;
    } else if (isPlaneTwoLead(code)) {
      // Han beyond the basic plane (U+20000 to U+323AF): two code units, one character.
      characters++;
      index++;
      isInWord = false;
    } else if (isWordPart(code, text, index)) {
      if (!isInWord) words++;
      isInWord = true;
    } else if (!isJoiner(code)) {
      isInWord = false;
    }
  }
  return { characters, words };
}

function isIdeographic(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3005 ||
    code === 0x3007 ||
    (code >= 0x31f0 && code <= 0x31ff)
  );
}

function isPlaneTwoLead(code: number): boolean {
  return code >= 0xd840 && code <= 0xd888;
}

function isWordPart(code: number, text: string, index: number): boolean {
  if (code < 0x80) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  }
  return !isWidePunctuation(code) && /[\p{L}\p{N}\p{M}]/u.test(text[index]!);
}

/** The punctuation of Chinese, of which there is much: it need not be looked up. */
function isWidePunctuation(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x3003) ||
    (code >= 0x3008 && code <= 0x3011) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20)
  );
}

/** `'`, `’`, `-`, `.`, `,`, `_`, `@`: inside of a word, they do not end it. */
function isJoiner(code: number): boolean {
  return (
    code === 0x27 ||
    code === 0x2019 ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x2c ||
    code === 0x5f ||
    code === 0x40
  );
}
