import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** In bytes: stays in the processor's cache between being read and being summed. */
const CHUNK = 256 * 1024;

/**
 * CRC-32 of a part of a file, read piece by piece.
 *
 * @param start - In bytes, inclusive. @param end - Exclusive; the file may end before it.
 * @throws The system's error.
 */
export function checksum(file: string, start = 0, end = Number.POSITIVE_INFINITY): number {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let crc = 0;
    for (let at = start; ; ) {
      const read = readSync(descriptor, buffer, 0, Math.min(CHUNK, end - at), at);
      if (read === 0) return crc;
      crc = crc32(read === CHUNK ? buffer : buffer.subarray(0, read), crc);
      at += read;
    }
  } finally {
    closeSync(descriptor);
  }
}
