import { contentSecurityPolicy } from '../../layouts/content-security-policy.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { SEGMENTS } from '../search/manifest.ts';
import { href } from '../site/link.ts';
import type { Redirect } from '../site/permalink.ts';
import type { SiteFile } from './assets.ts';
import { ADMIN_POLICY } from './list-admin-files.ts';
import { SEARCH_FOLDER } from './search-folder.ts';

/** What Cloudflare Pages reads of `_headers` and `_redirects`; what is beyond, it leaves out without stopping. */
export const HOST_FILE_LIMITS = Object.freeze({
  /** Characters of a line. @see https://developers.cloudflare.com/pages/configuration/headers/ */
  line: 2000,
  /** Redirects of one path each. @see https://developers.cloudflare.com/pages/configuration/redirects/ */
  redirects: 2000,
});

export interface HostFiles {
  readonly files: readonly SiteFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Files that static hosts read: headers for those that know `_headers`, redirects for those that know `_redirects`, and
 * `.nojekyll` for GitHub Pages.
 */
export function listHostFiles(config: SiteConfig, redirects: readonly Redirect[]): HostFiles {
  const diagnostics: Diagnostic[] = [];
  const files = [
    { path: '_headers', contents: renderHeaders(config, diagnostics) },
    { path: '.nojekyll', contents: '' },
  ];
  const rules = renderRedirects(config, redirects, diagnostics);
  if (rules !== '') files.push({ path: '_redirects', contents: rules });
  return { files, diagnostics };
}

/** Headers that hold for every response. Ours are pages to be read, so nothing of the device is asked for. */
const PERMISSIONS = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
];

const POLICY = 'Content-Security-Policy';

/** A header in place of the one that all paths have: Cloudflare Pages joins both by a comma unless "!" takes the first back. */
function replace(name: string, value: string): readonly string[] {
  return [`  ! ${name}`, `  ${name}: ${value}`];
}

function renderHeaders(config: SiteConfig, diagnostics: Diagnostic[]): string {
  return [
    '/*',
    pagePolicy(config, diagnostics),
    '  X-Content-Type-Options: nosniff',
    '  X-Frame-Options: SAMEORIGIN',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    `  Permissions-Policy: ${PERMISSIONS.map((feature) => `${feature}=()`).join(', ')}`,
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Cache-Control: public, max-age=0, must-revalidate',
    '/assets/*',
    ...replace('Cache-Control', 'public, max-age=31536000, immutable'),
    // What is named by its contents; the files that name it, beside it, are asked for anew.
    `/${SEARCH_FOLDER}${SEGMENTS}/*`,
    ...replace('Cache-Control', 'public, max-age=31536000, immutable'),
    '/media/*',
    ...replace('Cache-Control', 'public, max-age=86400'),
    // A drawing or document opened on its own has no need of scripts, whatever is in it.
    ...replace(POLICY, "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox"),
    ...(config.admin.repo === '' ? [] : ['/admin/*', ...replace(POLICY, ADMIN_POLICY)]),
    '',
  ].join('\n');
}

/** Every page carries the policy too: where the line would be too long, only what a page can't say of itself is left. */
function pagePolicy({ embeds }: SiteConfig, diagnostics: Diagnostic[]): string {
  const framing = "frame-ancestors 'self'";
  const line = `  ${POLICY}: ${contentSecurityPolicy(embeds.hosts)}; ${framing}`;
  if (line.length <= HOST_FILE_LIMITS.line) return line;
  diagnostics.push({
    file: 'site.yaml',
    line: 1,
    column: 1,
    severity: 'warning',
    rule: 'long-policy-header',
    message: `"embeds.hosts" names ${embeds.hosts.length} hosts, and the Content-Security-Policy of _headers would be a line of ${line.length} characters; hosts of static sites read ${HOST_FILE_LIMITS.line}.`,
    hint: 'Each page still carries the policy itself; name fewer hosts to have it in the headers as well.',
  });
  return `  ${POLICY}: ${framing}`;
}

/**
 * One line for each redirect, so that hosts answer with it at once. All are pages as well, for hosts that don't, and for
 * what is beyond their limits. No address here holds a sign that they would take for a pattern.
 */
function renderRedirects(
  { basePath, hosts }: SiteConfig,
  redirects: readonly Redirect[],
  diagnostics: Diagnostic[],
): string {
  // Hosts that know the file serve a site at their root.
  if (basePath !== '/') return '';
  const forCloudflare = hosts.some(({ name }) => name.startsWith('cloudflare-pages'));
  // Netlify prefers a file to a redirect unless told otherwise by a sign that Cloudflare takes for a fault.
  const status = hosts.some(({ name }) => name === 'netlify') && !forCloudflare ? '301!' : '301';
  const lines = redirects
    .map(({ url, target }) => `${href('/', url)} ${href('/', target)} ${status}`)
    .filter((line) => line.length <= HOST_FILE_LIMITS.line);
  const kept = lines.slice(0, HOST_FILE_LIMITS.redirects);
  if (forCloudflare && kept.length < lines.length) {
    diagnostics.push({
      file: 'site.yaml',
      line: 1,
      column: 1,
      severity: 'warning',
      rule: 'many-redirects',
      message: `Aliases make ${lines.length} redirects, and Cloudflare Pages reads ${HOST_FILE_LIMITS.redirects} of _redirects; the other ${lines.length - kept.length} are pages that lead on.`,
      hint: 'Readers get there all the same; Bulk Redirects of Cloudflare take more.',
    });
  }
  return kept.map((line) => `${line}\n`).join('');
}
