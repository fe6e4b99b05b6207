import type { BriefTables } from './brief-tables.ts';
import type { BuildOptions } from './build-options.ts';
import type { GitListing } from './git-listing.ts';
import { type ContentFolder, openContent } from './open-content.ts';
import { readSiteConfig } from './read-site-config.ts';
import { vouchForInputs } from './repeat-build.ts';
import { readSeal } from './store-seal.ts';

/**
 * Reads the content folder, unless it is, by all that is known before the store has been looked through, as the last build
 * found it.
 *
 * @param code - See `digestAllCode`.
 */
export async function readIfChanged(
  options: BuildOptions,
  listing: Promise<GitListing | undefined>,
  code: string,
  tables: () => Promise<BriefTables>,
): Promise<ContentFolder | undefined> {
  // Now, before the store is opened: whoever opens it takes the seal off.
  const seal = readSeal(options.cache);
  // While git is asked. What it vouches for is read again when it has answered.
  readSiteConfig(options.content);
  const vouched = vouchForInputs(await listing, code, options);
  if (vouched !== undefined && seal?.vouched === vouched) return undefined;
  return openContent(options.content, listing, tables);
}
