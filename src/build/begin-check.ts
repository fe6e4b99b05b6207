import { defaultSiteConfig } from '../content/site-config-defaults.ts';
import type { BegunBuild } from './begin-build.ts';
import { lockFolder } from './build-lock.ts';
import { readGitListing } from './git-listing.ts';
import { inBackground } from './in-background.ts';
import { optimizeLate } from './optimize-late.ts';
import { compareWithSeal } from './store-file.ts';
import { Workforce } from './workforce.ts';

export interface CheckOptions {
  /** Absolute. */
  readonly content: string;
  readonly cache: string;
  readonly workers: number;
}

/**
 * Begins a check of a content folder that is there. This module loads fast: it knows nothing of how one is done.
 *
 * @returns What other processes do meanwhile. A worker is among them where something changed.
 * @throws LockedError when a build is at work.
 */
export function beginCheck({ content, cache, workers }: CheckOptions): BegunBuild {
  optimizeLate();
  const unlock = lockFolder(cache);
  const workforce = new Workforce(workers);
  const listing = inBackground(readGitListing(content));
  const isSound = compareWithSeal(cache, workforce.threads);
  void listing.then(async (told) => {
    if (told?.state === undefined) await workforce.getReady('check', defaultSiteConfig.limits);
  });
  return { workforce, listing, isSound, unlock };
}
