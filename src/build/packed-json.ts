import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { decodeUtf8 } from '../content/decode-utf8.ts';

/** Of a kilobyte of JSON quicker than 0, and smaller: 0.05 ms for three quarters; see docs/decisions/008-store.md. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** A record as the store keeps it. @param value - Plain data. */
export function packJson(value: unknown): Buffer {
  return brotliCompressSync(JSON.stringify(value), QUICK);
}

/** @throws Error when the bytes are not those of a packed value. */
export function unpackJson<T>(packed: Uint8Array): T {
  return JSON.parse(decodeUtf8(brotliDecompressSync(packed))!) as T;
}
