import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

const CHUNK = 4 * 1024 * 1024;

/** CRC-32 of a file, read piece by piece. @throws The system's error. */
export function checksum(file: string): number {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let crc = 0;
    for (let at = 0; ; ) {
      const read = readSync(descriptor, buffer, 0, CHUNK, at);
      if (read === 0) return crc;
      crc = crc32(read === CHUNK ? buffer : buffer.subarray(0, read), crc);
      at += read;
    }
  } finally {
    closeSync(descriptor);
  }
}
