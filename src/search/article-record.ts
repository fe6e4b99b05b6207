import type { ArticleTerms } from './article-terms.ts';
import { Field } from './article-terms.ts';
import { readAscending, readAscendingInto, writeAscending } from './ascending-list.ts';
import { BitReader, CorruptIndexError } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import { TermsRoom } from './terms-room.ts';
import { readWord, writeWord } from './word-code.ts';

/**
 * Terms as bytes. What the parts share is used: pairs are named by the article's own alphabet, and followers by the pairs
 * that begin where a pair ends.
 *
 * @param writer - Empty, before and afterwards: one may serve many articles.
 */
export function encodeArticleTerms(terms: ArticleTerms, writer = new BitWriter(4096)): Uint8Array {
  const { alphabet, starts, seconds, fields, followerStarts, followers, words, wordFields } = terms;
  writer.writeCount(alphabet.length);
  writer.writeCount(seconds.length);
  writer.writeCount(followers.length);
  writeAscending(writer, alphabet, alphabet.length, 0x10000);
  for (let rank = 0; rank < alphabet.length; rank += 1) {
    const start = starts[rank]!;
    const count = starts[rank + 1]! - start;
    writer.writeCount(count);
    writeAscending(writer, seconds, count, alphabet.length, start);
  }
  for (let pair = 0; pair < seconds.length; pair += 1) {
    const universe = 1 + starts[seconds[pair]! + 1]! - starts[seconds[pair]!]!;
    if (universe === 1) continue;
    const start = followerStarts[pair]!;
    const count = followerStarts[pair + 1]! - start;
    writer.writeUnary(count - 1);
    if (count === 1) writer.writeBits(followers[start]!, bitWidth(universe));
    else writeAscending(writer, followers, count, universe, start);
  }
  for (const field of [Field.TITLE, Field.PROJECT]) writeMarked(writer, fields, field);
  writer.writeCount(words.length);
  let previous = '';
  for (const [at, word] of words.entries()) {
    writeWord(writer, word, previous);
    writer.writeBits(wordFields[at]!, 2);
    previous = word;
  }
  return writer.take();
}

/**
 * @param room - Where the terms are put: they are valid until it is used again.
 * @throws CorruptIndexError when the bytes are no record.
 */
export function decodeArticleTerms(bytes: Uint8Array, room = new TermsRoom()): ArticleTerms {
  const reader = new BitReader(bytes);
  const sizes = { alphabet: reader.readCount(), pairs: reader.readCount(), followers: reader.readCount() };
  if (Math.max(sizes.alphabet, sizes.pairs, sizes.followers) > bytes.length * 8) {
    throw new CorruptIndexError('A record counts more than it can hold.');
  }
  const { alphabet, starts, seconds, fields, followerStarts, followers } = room.take(sizes);
  readAscendingInto(alphabet, 0, reader, alphabet.length, 0x10000);
  for (let rank = 0; rank < alphabet.length; rank += 1) {
    const start = starts[rank]!;
    const count = reader.readCount();
    readAscendingInto(seconds, start, reader, count, alphabet.length);
    starts[rank + 1] = start + count;
  }
  let end = 0;
  for (let pair = 0; pair < seconds.length; pair += 1) {
    const universe = 1 + starts[seconds[pair]! + 1]! - starts[seconds[pair]!]!;
    const count = universe === 1 ? 1 : reader.readUnary() + 1;
    if (count > 1) readAscendingInto(followers, end, reader, count, universe);
    else if (universe > 1) followers[end] = reader.readBits(bitWidth(universe));
    end += count;
    followerStarts[pair + 1] = end;
  }
  for (const field of [Field.TITLE, Field.PROJECT]) readMarked(reader, fields, field);
  const words: string[] = [];
  const wordFields: number[] = [];
  const wordCount = reader.readCount();
  for (let at = 0; at < wordCount; at += 1) {
    words.push(readWord(reader, words[at - 1] ?? ''));
    wordFields.push(reader.readBits(2));
  }
  return {
    alphabet,
    starts,
    seconds,
    fields,
    followerStarts,
    followers,
    words,
    wordFields,
  };
}

/** Bits that tell numbers below the universe apart, at least 1. */
function bitWidth(universe: number): number {
  return 32 - Math.clz32(universe - 1);
}

function writeMarked(writer: BitWriter, fields: Uint8Array, field: number): void {
  const marked: number[] = [];
  for (let pair = 0; pair < fields.length; pair += 1) if ((fields[pair]! & field) !== 0) marked.push(pair);
  writer.writeCount(marked.length);
  writeAscending(writer, marked, marked.length, fields.length);
}

function readMarked(reader: BitReader, fields: Uint8Array, field: number): void {
  const count = reader.readCount();
  for (const pair of readAscending(reader, count, fields.length)) fields[pair]! |= field;
}
