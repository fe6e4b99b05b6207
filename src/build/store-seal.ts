import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checksum } from './checksum.ts';
import type { TaskThreads } from './thread-tasks.ts';

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
  /** Of the file's halves: large ones are read side by side. */
  readonly crc: readonly [number, number];
  /** As the last build has it: known before the store has been looked through. */
  readonly vouched?: string;
}

const SEAL = 'store.seal';
/** In bytes: a smaller store is read before a thread for it would have started. */
const LARGE = 64 * 1024 * 1024;
/** In bytes: a smaller one is read by one thread before another would have started. */
const VERY_LARGE = 512 * 1024 * 1024;

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
 * @param told - What the seal says besides, and the checksums of a store that was not written to since they were compared.
 */
export async function writeSeal(
  cacheFolder: string,
  file: string,
  told: Pick<Seal, 'format' | 'vouched'> & Partial<Pick<Seal, 'crc'>>,
  threads: TaskThreads,
): Promise<void> {
  const { size } = statSync(file);
  const seal: Seal = { ...told, size, crc: told.crc ?? (await sum(file, size, threads)) };
  const draft = path.join(cacheFolder, `${SEAL}.${process.pid}`);
  writeFileSync(draft, JSON.stringify(seal));
  renameSync(draft, path.join(cacheFolder, SEAL));
}

/** Takes the seal off before the store is written to. */
export function breakSeal(cacheFolder: string): void {
  rmSync(path.join(cacheFolder, SEAL), { force: true });
}

/** Whether a store is the one that was sealed, byte for byte. */
export async function isSealedAs(seal: Seal, file: string, threads: TaskThreads): Promise<boolean> {
  const { size } = statSync(file);
  return size === seal.size && isDeepStrictEqual(await sum(file, size, threads), seal.crc);
}

async function sum(file: string, size: number, threads: TaskThreads): Promise<Seal['crc']> {
  const half = Math.ceil(size / 2);
  if (size < LARGE) return [checksum(file, 0, half), checksum(file, half)];
  const first = threads.run('checksum', file, 0, half);
  if (size < VERY_LARGE) await first;
  return Promise.all([first, threads.run('checksum', file, half)]);
}
