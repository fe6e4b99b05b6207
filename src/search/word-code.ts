import { type BitReader, CorruptIndexError } from './bit-reader.ts';
import type { BitWriter } from './bit-writer.ts';

/** No word and no facet is longer. In code units. */
const LONGEST = 64;

/** Writes a word as what it does not share with the beginning of the word before it. */
export function writeWord(writer: BitWriter, word: string, previous: string): void {
  let shared = 0;
  while (shared < previous.length && shared < word.length && previous[shared] === word[shared]) shared += 1;
  writer.writeCount(shared);
  writer.writeCount(word.length - shared);
  for (let at = shared; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    const isShort = unit < 0x80;
    writer.writeBits(isShort ? 0 : 1, 1);
    writer.writeBits(unit, isShort ? 7 : 16);
  }
}

export function readWord(reader: BitReader, previous: string): string {
  const shared = reader.readCount();
  const length = reader.readCount();
  if (shared > previous.length || shared + length > LONGEST)
    throw new CorruptIndexError('A word is too long.');
  let word = previous.slice(0, shared);
  for (let at = 0; at < length; at += 1) {
    const width = reader.readBits(1) === 0 ? 7 : 16;
    word += String.fromCharCode(reader.readBits(width));
  }
  return word;
}
