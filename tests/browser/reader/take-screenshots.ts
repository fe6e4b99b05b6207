import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { THEMES, WIDTHS } from './find-faults.ts';
import type { ReaderSite } from './reader-site.ts';
import { visit } from './visit.ts';

export interface Album {
  /** Absolute; it is made where it is missing. */
  readonly folder: string;
  /** URLs by the names of their pictures. */
  readonly pages: { readonly [name: string]: string };
  /** Default: all. */
  readonly themes?: readonly string[];
}

/** Takes each page at each width in each theme, from top to bottom: `home-360-dark.png`. For eyes, not for comparison. */
export async function takeScreenshots(browser: Browser, site: ReaderSite, album: Album): Promise<number> {
  const { folder, pages, themes = THEMES } = album;
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const width of WIDTHS) {
    const { tab, leave } = await visit(browser, site.origin, { viewport: { width, height: 900 } });
    for (const [name, url] of Object.entries(pages)) {
      await tab.goto(site.origin + url);
      await layOutAll(tab);
      for (const theme of themes) {
        await tab.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);
        const file = `${name.replaceAll(' ', '-')}-${width}-${theme}.png`;
        await tab.screenshot({ path: path.join(folder, file), fullPage: true });
        count++;
      }
    }
    await leave();
  }
  return count;
}

/** What is far below the window is not laid out before it comes near, and a picture of the whole page does not count. */
function layOutAll(tab: Page): Promise<void> {
  return tab.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLElement>('.front-section'))
      section.style.contentVisibility = 'visible';
    for (const picture of document.images) picture.loading = 'eager';
  });
}
