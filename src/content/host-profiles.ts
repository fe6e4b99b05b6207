/** What a host lets a site be. A limit that is absent is none. */
export interface HostProfile {
  /** As in `site.yaml`. */
  readonly name: string;
  /** Bytes of all files together. */
  readonly siteBytes?: number;
  /** Files of the site. */
  readonly files?: number;
  /** Files and folders of the site. */
  readonly entries?: number;
  /** Files and folders directly in one folder. */
  readonly folderEntries?: number;
  /** Bytes of one file. */
  readonly fileBytes?: number;
}

/** The limits that a host can have, in the order in which they are told. */
export const hostLimits = Object.freeze([
  'siteBytes',
  'files',
  'entries',
  'folderEntries',
  'fileBytes',
] as const);

export type HostLimit = (typeof hostLimits)[number];

const MEGABYTE = 1_000_000;
const MEBIBYTE = 1024 * 1024;

/** What the hosts of static sites publish of their limits. Where "GB" is not told apart from "GiB", the smaller is meant. */
export const hostProfiles: readonly HostProfile[] = Object.freeze([
  // https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits and, for a file, git's own 100 MB.
  { name: 'github-pages', siteBytes: 1000 * MEGABYTE, fileBytes: 100 * MEGABYTE },
  // https://developers.cloudflare.com/pages/platform/limits/ (100,000 files need PAGES_WRANGLER_MAJOR_VERSION=4)
  { name: 'cloudflare-pages', files: 20_000, fileBytes: 25 * MEBIBYTE },
  { name: 'cloudflare-pages-paid', files: 100_000, fileBytes: 25 * MEBIBYTE },
  // https://docs.netlify.com/site-deploys/overview/#files-per-directory-limit
  { name: 'netlify', folderEntries: 54_000 },
  // https://docs.gitlab.com/user/gitlab_com/ (size of a Pages site) and https://docs.gitlab.com/administration/instance_limits/
  { name: 'gitlab-pages', siteBytes: 1000 * MEGABYTE, entries: 200_000 },
]);
