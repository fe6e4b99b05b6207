import { defaultSiteConfig } from '../content/site-config-defaults.ts';
import { lockFolder } from './build-lock.ts';
import type { BuildOptions } from './build-options.ts';
import { type GitListing, readGitListing } from './git-listing.ts';
import { inBackground } from './in-background.ts';
import { optimizeLate } from './optimize-late.ts';
import { resolveFolders } from './resolve-folders.ts';
import { compareWithSeal } from './store-file.ts';
import { Workforce } from './workforce.ts';

/** What other processes do for a build while this one loads what it runs. */
export interface BegunBuild {
  /** One of its workers gets ready to clean: it takes longer to start than git to answer, and most builds clean something. */
  readonly workforce: Workforce;
  /** What git knows of the content. */
  readonly listing: Promise<GitListing | undefined>;
  /** Whether the store is as it was sealed; absent: it has no seal, or is not to be used. */
  readonly isSound: Promise<boolean> | undefined;
  /** Gives the cache folder free, which is this build's from now on. */
  readonly unlock: () => void;
}

/**
 * Begins a build. This module loads fast: it knows nothing of how one is done.
 *
 * @param workforce - Workers to use. Default: new ones, which whoever goes on with the build has to dismiss.
 * @throws BuildError as `resolveFolders` does, LockedError when another build is at work.
 */
export function beginBuild(options: BuildOptions, workforce = new Workforce(options.workers)): BegunBuild {
  const { content, cache } = resolveFolders(options);
  if (!options.clean) optimizeLate();
  const unlock = lockFolder(cache);
  // Of all, the worker takes longest. A clean build ends workers first, which may hold the store open that is thrown away. A
  // site that sets limits of its own has the worker started anew.
  if (!options.clean) void workforce.getReady('prepare', defaultSiteConfig.limits);
  const listing = inBackground(readGitListing(content));
  const isSound = options.clean ? undefined : compareWithSeal(cache, workforce.threads);
  return { workforce, listing, isSound, unlock };
}
