import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { decodeUtf8 } from '../content/decode-utf8.ts';

/**
 * Of a kilobyte of JSON quicker than 0, and smaller: 0.05 ms for three quarters; see docs/decisions/008-store.md. What comes
 * out is taken in pieces of some hundred bytes: each takes as much memory as it has room, until it is collected, and a
 * record in a piece of 16 KiB, which is usual, makes tens of megabytes of garbage.
 */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 }, chunkSize: 1024 };
const UNPACKED_AT_ONCE = { chunkSize: 4096 };

/** A record as the store keeps it. @param value - Plain data. */
export function packJson(value: unknown): Buffer {
  return brotliCompressSync(JSON.stringify(value), QUICK);
}

/** @throws Error when the bytes are not those of a packed value. */
export function unpackJson<T>(packed: Uint8Array): T {
  return JSON.parse(decodeUtf8(brotliDecompressSync(packed, UNPACKED_AT_ONCE))!) as T;
}
