import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl } from '../site/link.ts';
import type { OutputFile } from './output-file.ts';

/**
 * Everything may be crawled. Source: RFC 9309.
 *
 * @param sitemaps - Site-relative URLs.
 */
export function renderRobots(sitemaps: readonly string[], config: SiteConfig): OutputFile {
  const lines = [
    'User-agent: *',
    'Allow: /',
    '',
    ...sitemaps.map((url) => `Sitemap: ${absoluteUrl(config.url, url)}`),
  ];
  return { path: 'robots.txt', contents: `${lines.join('\n')}\n` };
}
