import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-report.ts';
import { digestBrowserCode, digestCode } from './code-digest.ts';
import { canonicalJson, digest } from './digest.ts';
import type { GitListing } from './git-listing.ts';
import type { LocatedContent } from './locate-content.ts';
import type { ContentFolder } from './open-content.ts';
import type { LastBuild } from './store.ts';

/** A digest of all code that a build runs or publishes, as it now is. */
export function digestAllCode(): string {
  return digest(digestCode(['src', 'layouts']), digestBrowserCode());
}

/**
 * A digest of everything a build is made of, but for the instant.
 *
 * @param code - See `digestAllCode`.
 *
 * @returns `undefined` when a worker died: the same inputs might do better next time.
 */
export function digestInputs(
  content: ContentFolder,
  located: LocatedContent,
  code: string,
  { drafts, future }: Pick<BuildOptions, 'drafts' | 'future'>,
): string | undefined {
  if (located.keys.length < content.articles.length + content.pages.length) return undefined;
  return digest(
    code,
    canonicalJson([content.config, content.diagnostics, content.unreadable, drafts, future]),
    // A record's key stands for the path and the bytes of its source; the order is the paths'.
    located.keys.join(),
    ...content.media.flatMap((file) => [file.path, file.digest]),
  );
}

/**
 * A digest of everything a build is made of, but for the instant, for which no source has to be looked at.
 *
 * @param code - See `digestAllCode`.
 * @returns `undefined` when git can't vouch for the whole content folder.
 */
export function vouchForInputs(
  listing: GitListing | undefined,
  code: string,
  { drafts, future }: Pick<BuildOptions, 'drafts' | 'future'>,
): string | undefined {
  if (listing?.state === undefined) return undefined;
  return digest(listing.state, code, canonicalJson([drafts, future]));
}

/** The instants for which the same articles are in the future: from the newest that is not, until the first that is. */
export function findValidity(
  dates: readonly number[],
  now: number,
): Pick<LastBuild, 'validFrom' | 'validUntil'> {
  let validFrom = Number.MIN_SAFE_INTEGER;
  let validUntil = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    if (date > now) validUntil = Math.min(validUntil, date);
    else validFrom = Math.max(validFrom, date);
  }
  return { validFrom, validUntil: Number.isFinite(validUntil) ? validUntil : null };
}

/** Whether what was published at the instant of the last build, UTC ms, is what would be at this one. */
export function isValidAt({ validFrom, validUntil }: LastBuild, now: number): boolean {
  return now >= validFrom && now < (validUntil ?? Number.POSITIVE_INFINITY);
}

/** The report of a build that found everything done. @param reused - As the report has it. */
export function repeatReport(
  last: BuildReport,
  reused: number,
  measured: Pick<BuildReport, 'durationMs' | 'peakMemoryBytes'>,
): BuildReport {
  return {
    ...last,
    pages: { written: 0, unchanged: last.pages.written + last.pages.unchanged, removed: 0 },
    changes: { written: [], removed: [] },
    reused,
    slowest: [],
    ...measured,
  };
}
