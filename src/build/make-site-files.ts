import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { renderFeeds } from '../feeds/render-feeds.ts';
import type { Site } from '../site/site.ts';
import type { SiteFile } from './assets.ts';
import { inspectSvg } from './inspect-svg.ts';
import { listAdminFiles } from './list-admin-files.ts';
import { listHostFiles } from './list-host-files.ts';
import type { ContentFolder } from './open-content.ts';
import type { Store } from './store.ts';

export interface SiteFilesInput {
  readonly site: Site;
  readonly config: SiteConfig;
  readonly content: ContentFolder;
  readonly store: Store;
  readonly assets: readonly SiteFile[];
}

/** Everything in the output that is not a page, but for pictures that are drawn: assets, feeds and sitemaps, the author's media, what hosts read. */
export function makeSiteFiles({ site, config, content, store, assets }: SiteFilesInput): {
  readonly files: readonly SiteFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const media = readMedia(content, diagnostics);
  const forHosts = listHostFiles(config, site.redirects);
  diagnostics.push(...forHosts.diagnostics);
  const files = [
    ...assets,
    ...renderFeeds({
      site,
      config,
      findBody: (bodyDigest) => store.getBody(bodyDigest)?.html,
    }),
    ...listAdminFiles(config),
    ...media,
    ...forHosts.files,
  ];
  return { files, diagnostics };
}

function readMedia({ media }: ContentFolder, diagnostics: Diagnostic[]): SiteFile[] {
  const files: SiteFile[] = [];
  for (const file of media) {
    const { path } = file;
    const found = /\.svg$/i.test(path) ? inspectSvg(file.read().toString('utf8')) : undefined;
    if (found === undefined) {
      files.push({
        path: `media/${path}`,
        key: file.digest,
        get contents() {
          return file.read();
        },
      });
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
