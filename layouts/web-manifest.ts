import { href } from '../src/site/link.ts';
import type { SiteChrome } from '../src/site/page.ts';

/** Drawn up to the edges, with all that matters in the middle: any mask may cut them. In CSS pixels. */
const ICON_SIZES = [192, 512];

/**
 * What a browser needs to keep the site as an app: name, icons, colours.
 *
 * @see https://www.w3.org/TR/appmanifest/
 */
export function webManifest(chrome: SiteChrome): string {
  const { title, description, language, basePath, assets } = chrome;
  const icons = ICON_SIZES.flatMap((size) => {
    const src = assets[`icon-${size}.png`];
    if (src === undefined) return [];
    return [
      { src: href(basePath, src), sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' },
    ];
  });
  return JSON.stringify({
    id: basePath,
    name: title,
    short_name: title,
    ...(description !== '' && { description }),
    lang: language,
    start_url: basePath,
    scope: basePath,
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons,
  });
}
