import type { ContentRule } from './collect-diagnostics.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/** The text of a file, and what had to be guessed or replaced to get it. */
export interface DecodedText {
  /** Well formed, without a byte order mark. */
  readonly text: string;
  /** Absent: the file is plain UTF-8. */
  readonly fault?: {
    readonly rule: Extract<ContentRule, 'utf-16' | 'legacy-encoding' | 'invalid-utf8' | 'not-text'>;
    /** Where in `text` it shows. */
    readonly offset: number;
    readonly message: string;
  };
}

/**
 * The text that a file's bytes stand for, whatever wrote them: UTF-8 as a rule; UTF-16 by its byte order mark or by its
 * zeros; GB 18030 (and so GBK and GB 2312) when the bytes make Chinese text in that and not in UTF-8; else UTF-8 with
 * U+FFFD for what is wrong. Sources: WHATWG Encoding Standard for all three decoders.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = decodeUtf16(bytes);
  if (wide !== undefined) return judgeText(wide);
  const text = decodeUtf8(bytes);
  if (text !== undefined) return judgeText({ text: stripMarks(text) });
  return judgeText(decodeGb18030(bytes) ?? decodeBrokenUtf8(bytes));
}

const lenientUtf8 = new TextDecoder('utf-8');
const strictGb18030 = new TextDecoder('gb18030', { fatal: true });

/** Byte order marks at the very beginning; a second one is left behind by tools that add their own. */
function stripMarks(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.replace(/^\ufeff+/, '') : text;
}

function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  const encoding = guessUtf16(bytes);
  if (encoding === undefined) return undefined;
  const text = stripMarks(new TextDecoder(encoding).decode(bytes));
  return {
    text,
    fault: { rule: 'utf-16', offset: 0, message: `The file is encoded in ${encoding.toUpperCase()}.` },
  };
}

/** By the byte order mark; without one by the zeros that every other byte of ASCII text then is. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 64);
  if (sample.length < 4 || !sample.includes(0)) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]!++;
  const enough = sample.length / 8;
  if (zeros[1]! >= enough && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! >= enough && zeros[1] === 0) return 'utf-16be';
  return undefined;
}

/** Han characters and the punctuation that goes with them, as far as GBK had them. */
const CHINESE = /[\u2014-\u2026\u3001-\u3011\u4e00-\u9fa5\uff01-\uff5e]+/g;

const REPLACED = /\ufffd+/g;

/** The text, if nearly all of what is not ASCII becomes Chinese: Latin-1 and broken UTF-8 do not. */
function decodeGb18030(bytes: Uint8Array): DecodedText | undefined {
  const utf8 = lenientUtf8.decode(bytes);
  // A few broken bytes in a UTF-8 file are a cut or a typo, and GB 18030 would make nonsense of the rest.
  if (count(utf8, REPLACED) * 4 < count(utf8, /[^\0-\x7f]+/g)) return undefined;
  let text: string;
  try {
    text = strictGb18030.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
  const wide = count(text, /[^\0-\x7f]+/g);
  if (wide < 4 || count(text, CHINESE) < wide * 0.9) return undefined;
  // Nearly all characters are two high bytes; "é" and a letter after it, in Latin-1, would be one.
  if (bytes.reduce((sum, byte) => sum + (byte >> 7), 0) < wide * 1.5) return undefined;
  const message = 'The file is not UTF-8, but reads well as GB 18030.';
  return { text, fault: { rule: 'legacy-encoding', offset: 0, message } };
}

function decodeBrokenUtf8(bytes: Uint8Array): DecodedText {
  const text = stripMarks(lenientUtf8.decode(bytes));
  const broken = count(text, REPLACED);
  const message =
    broken === 1 ? 'A byte here is not UTF-8.' : `Bytes are not UTF-8, first here and ${broken} in all.`;
  return { text, fault: { rule: 'invalid-utf8', offset: text.indexOf('\ufffd'), message } };
}

/** Takes a file of which a third and more is control characters and replacements for what it is: no text. */
function judgeText(decoded: DecodedText): DecodedText {
  const { text } = decoded;
  if (decoded.fault === undefined && !text.includes('\0')) return decoded;
  const strange = count(text, /[\0-\x08\x0e-\x1f\x7f\ufffd\ufffe\uffff]+/g);
  if (strange * 3 <= text.length) return decoded;
  const message = `The file is not text: ${strange} of its ${text.length} characters can not be shown.`;
  return { text, fault: { rule: 'not-text', offset: 0, message } };
}

/** Characters that match a pattern for runs of them. */
function count(text: string, runs: RegExp): number {
  let found = 0;
  for (const match of text.matchAll(runs)) found += match[0].length;
  return found;
}
