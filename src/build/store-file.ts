import { rmSync } from 'node:fs';
import path from 'node:path';
import { inBackground } from './in-background.ts';
import { breakSeal, isSealedAs, readSeal } from './store-seal.ts';
import type { TaskThreads } from './thread-tasks.ts';

/** The store's own file in a cache folder. */
export function storeFile(cacheFolder: string): string {
  return path.join(cacheFolder, 'store.mdb');
}

/** Whether the store of a cache folder is as it was sealed, which is looked at meanwhile; `undefined`: it has no seal. */
export function compareWithSeal(cacheFolder: string, threads: TaskThreads): Promise<boolean> | undefined {
  const seal = readSeal(cacheFolder);
  return seal && inBackground(isSealedAs(seal, storeFile(cacheFolder), threads));
}

/** Throws the store of a cache folder away. Nobody may have it open. */
export function discardStore(cacheFolder: string): void {
  const file = storeFile(cacheFolder);
  for (const ending of ['', '-lock']) rmSync(file + ending, { force: true, recursive: true });
  breakSeal(cacheFolder);
}

/** In pages of 4 KiB, of those in use: what builds free they use again, so that some are always free. */
const MOST_FREE = 0.1;
/** In pages: 8 MiB are not worth a copy. */
const LEAST_FREE = 2048;

/** Whether so much of a store's file is free that it should be copied without. LMDB never gives a page back. */
export function isMostlyFree(pages: { readonly all: number; readonly used: number }): boolean {
  const free = pages.all - pages.used;
  return free > LEAST_FREE && free > pages.used * MOST_FREE;
}
