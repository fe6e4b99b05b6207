import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * How a store is known to be whole. LMDB keeps no checksums, and a damaged file can end the process that reads it; so a
 * build that ends leaves a seal beside the store (its size and CRC-32, 1 GB/s), and the next one compares before it opens
 * the store. The seal is broken while a build is at work: a store without one was left by a build that was killed.
 */
export interface Seal {
  /** Of what the store's records look like; see `lmdb-store.ts`. */
  readonly format: string;
  /** In bytes. */
  readonly size: number;
  readonly crc: number;
}

const SEAL = 'store.seal';
const CHUNK = 4 * 1024 * 1024;

/** The seal of a cache folder; `undefined` when it is broken or was never there. */
export function readSeal(cacheFolder: string): Seal | undefined {
  try {
    return JSON.parse(readFileSync(path.join(cacheFolder, SEAL), 'utf8')) as Seal;
  } catch {
    // Absent or garbled: either way nothing vouches for the store.
    return undefined;
  }
}

/**
 * Vouches for a store that nobody is writing any more.
 *
 * @param file - The store's own file.
 * @param known - Its seal, when it was not written to since that was checked.
 */
export function writeSeal(cacheFolder: string, file: string, format: string, known?: Seal): void {
  const seal: Seal = known ?? { format, size: statSync(file).size, crc: checksum(file) };
  const draft = path.join(cacheFolder, `${SEAL}.${process.pid}`);
  writeFileSync(draft, JSON.stringify(seal));
  renameSync(draft, path.join(cacheFolder, SEAL));
}

/** Takes the seal off before the store is written to. */
export function breakSeal(cacheFolder: string): void {
  rmSync(path.join(cacheFolder, SEAL), { force: true });
}

/** Whether a store is the one that was sealed, byte for byte. */
export function isSealedAs(seal: Seal, file: string): boolean {
  return statSync(file).size === seal.size && checksum(file) === seal.crc;
}

function checksum(file: string): number {
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
