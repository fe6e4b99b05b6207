import type { SiteConfig, ThemeConfig } from '../content/site-config.ts';
import { listFeeds } from '../feeds/list-feeds.ts';
import type { Link, SiteChrome } from '../site/page.ts';
import type { Site } from '../site/site.ts';

/** Where the web app manifest is. */
export const MANIFEST = 'manifest.webmanifest';

const MENU_LENGTH = 10;

/** What every page shows around its content. Counts and dates are left out: a new article must not change all pages. */
export function makeChrome(site: Site, config: SiteConfig, assets: SiteChrome['assets']): SiteChrome {
  const menu: readonly Link[] =
    config.menu.length > 0
      ? config.menu
      : site.categories.slice(0, MENU_LENGTH).map(({ name, url }) => ({ title: name, url }));
  return {
    title: config.title,
    description: config.description,
    siteUrl: config.url,
    basePath: config.basePath,
    language: config.language,
    timeZone: config.timeZone,
    author: config.author,
    menu,
    ...(config.paragraphs === 'indented' && { indentsParagraphs: true }),
    ...readerDefaultsOf(config.theme ?? {}),
    footer: config.footer,
    assets: { ...assets, [MANIFEST]: `/${MANIFEST}` },
    embedHosts: config.embeds.hosts,
    feeds: listFeeds(site),
  };
}

/** What needs no attribute on the page is left out. */
function readerDefaultsOf({
  appearance,
  textSize,
  lineWidth,
  typeface,
}: ThemeConfig): Pick<SiteChrome, 'readerDefaults'> {
  const defaults = {
    ...(appearance !== undefined && appearance !== 'system' && { theme: appearance }),
    ...(textSize !== undefined && textSize !== 'medium' && { 'text-size': textSize }),
    ...(lineWidth !== undefined && lineWidth !== 'normal' && { 'line-width': lineWidth }),
    ...(typeface !== undefined && typeface !== 'sans' && { typeface }),
  };
  return Object.keys(defaults).length === 0 ? {} : { readerDefaults: defaults };
}
