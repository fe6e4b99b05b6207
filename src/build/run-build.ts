import { type BegunBuild, beginBuild } from './begin-build.ts';
import { BriefTables } from './brief-tables.ts';
import type { BuildOptions } from './build-options.ts';
import { type BuildResult, buildWithStore } from './build-with-store.ts';
import { inBackground } from './in-background.ts';
import type { ContentFolder } from './open-content.ts';
import { openStore } from './open-store.ts';
import { claimOutput } from './output-marker.ts';
import { readIfChanged } from './read-if-changed.ts';
import { digestAllCode } from './repeat-build.ts';
import { resolveFolders } from './resolve-folders.ts';
import { Stopwatch } from './stopwatch.ts';
import { discardStore } from './store-file.ts';
import type { Workforce } from './workforce.ts';

/**
 * Builds the site: reads what changed, cleans it, arranges all, and writes the difference.
 *
 * @param workforce - Workers to use, and to leave running; absent: this build's own.
 * @param begun - Of these options and workers, if it is under way already.
 * @throws BuildError or LockedError when it can't be done as asked; the system's error when the disk refuses.
 */
export async function runBuild(
  options: BuildOptions,
  workforce?: Workforce,
  begun: BegunBuild = beginBuild(options, workforce),
): Promise<BuildResult> {
  const { workforce: workers } = begun;
  try {
    return await buildInCache({ ...options, ...resolveFolders(options) }, begun, workforce === undefined);
  } finally {
    if (workforce === undefined) await workers.disband();
  }
}

/** @param options - With absolute folders. @param isLast - Whether the workers are not needed any more after it. */
async function buildInCache(
  options: BuildOptions,
  { workforce, listing, isSound, unlock }: BegunBuild,
  isLast: boolean,
): Promise<BuildResult> {
  const watch = new Stopwatch();
  let content: Promise<ContentFolder | undefined> | undefined;
  watch.begin('read');
  try {
    claimOutput(options.output);
    if (options.clean) {
      // Workers hold the store open that is thrown away.
      await workforce.dismiss();
      discardStore(options.cache);
    }
    // While the store is looked through, which takes its time when it is large.
    const opening = inBackground(openStore(options.cache, workforce, isSound));
    const tables = async () => BriefTables.open((await opening).store);
    const code = digestAllCode();
    content = inBackground(readIfChanged(options, listing, code, tables));
    const opened = await opening;
    try {
      const onStored = opened.beginClosing;
      return await buildWithStore(options, {
        opened,
        listing,
        code,
        content,
        workforce,
        isLast,
        watch,
        onStored,
      });
    } finally {
      // It reads what the store has of the articles.
      await Promise.allSettled([content]);
      await opened.close();
    }
  } finally {
    await Promise.allSettled([content]);
    unlock();
  }
}
