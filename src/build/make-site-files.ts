import { readFileSync } from 'node:fs';
import { contentSecurityPolicy } from '../../layouts/content-security-policy.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { feedArticles, renderFeeds } from '../feeds/render-feeds.ts';
import type { SafeHtml } from '../html/safe-html.ts';
import { SEGMENTS } from '../search/manifest.ts';
import type { Site } from '../site/site.ts';
import type { SiteFile } from './assets.ts';
import { inspectSvg } from './inspect-svg.ts';
import { ADMIN_POLICY, listAdminFiles } from './list-admin-files.ts';
import type { ContentFolder } from './open-content.ts';
import { SEARCH_FOLDER } from './search-folder.ts';
import { listShareImages } from './share-images.ts';
import type { Store } from './store.ts';

export interface SiteFilesInput {
  readonly site: Site;
  readonly config: SiteConfig;
  readonly content: ContentFolder;
  readonly store: Store;
  readonly assets: readonly SiteFile[];
}

/** Everything in the output that is not a page: assets, feeds and sitemaps, the author's media, what hosts read. */
export function makeSiteFiles({ site, config, content, store, assets }: SiteFilesInput): {
  readonly files: readonly SiteFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const bodies = new Map<string, SafeHtml>();
  for (const { summary } of feedArticles(site, config)) {
    const body = store.getBody(summary.bodyDigest);
    if (body !== undefined) bodies.set(summary.bodyDigest, body.html);
  }
  const diagnostics: Diagnostic[] = [];
  const media = readMedia(content, diagnostics);
  const files = [
    ...assets,
    ...listShareImages(site),
    ...renderFeeds({
      site,
      config,
      bodies,
      findBody: (bodyDigest) => store.getBody(bodyDigest)?.html,
    }),
    ...listAdminFiles(config),
    ...media,
    ...listHostFiles(config),
  ];
  return { files, diagnostics };
}

function readMedia({ media }: ContentFolder, diagnostics: Diagnostic[]): SiteFile[] {
  const files: SiteFile[] = [];
  for (const { path, absolute } of media) {
    const contents = readFileSync(absolute);
    const found = /\.svg$/i.test(path) ? inspectSvg(contents.toString('utf8')) : undefined;
    if (found === undefined) {
      files.push({ path: `media/${path}`, contents });
      continue;
    }
    diagnostics.push({
      file: `media/${path}`,
      line: 1,
      column: 1,
      severity: 'error',
      rule: 'unsafe-svg',
      message: `The drawing contains ${found}, which could run in the site's name; it is not published.`,
      hint: 'Export it as plain SVG, or as PNG.',
    });
  }
  return files;
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

/** The page for writing draws itself, and talks to the host of the repository. "!" takes back what "/*" said, where hosts would join both. */
function adminHeaders({ admin }: SiteConfig): string[] {
  if (admin.repo === '') return [];
  return ['/admin/*', '  ! Content-Security-Policy', `  Content-Security-Policy: ${ADMIN_POLICY}`];
}

/** Files that static hosts read: headers for those that know `_headers`, and `.nojekyll` for GitHub Pages. */
function listHostFiles(config: SiteConfig): SiteFile[] {
  const policy = `${contentSecurityPolicy(config.embeds.hosts)}; frame-ancestors 'self'`;
  const headers = [
    '/*',
    `  Content-Security-Policy: ${policy}`,
    '  X-Content-Type-Options: nosniff',
    '  X-Frame-Options: SAMEORIGIN',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    `  Permissions-Policy: ${PERMISSIONS.map((feature) => `${feature}=()`).join(', ')}`,
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Cache-Control: public, max-age=0, must-revalidate',
    '/assets/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    // What is named by its contents; the files that name it, beside it, are asked for anew.
    `/${SEARCH_FOLDER}${SEGMENTS}/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '/media/*',
    '  Cache-Control: public, max-age=86400',
    // A drawing or document opened on its own has no need of scripts, whatever is in it.
    "  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox",
    ...adminHeaders(config),
    '',
  ];
  return [
    { path: '_headers', contents: headers.join('\n') },
    { path: '.nojekyll', contents: '' },
  ];
}
