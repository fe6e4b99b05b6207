import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { PluginPage } from '../eleventy/plugin.ts';
import { outputPath } from '../site/link.ts';
import { arrangeContent } from './arrange-content.ts';
import { bundleAssets } from './assets.ts';
import { lockFolder } from './build-lock.ts';
import { locateContent } from './locate-content.ts';
import { openContent } from './open-content.ts';
import { openStore } from './open-store.ts';
import { MARKER, spellMarker } from './output-marker.ts';
import { renderWithBody } from './render-and-write.ts';
import { Workforce } from './workforce.ts';

/**
 * The whole site for Eleventy's own command: the same articles, cleaned by the same workers, and the same pages and
 * files; only the writing is Eleventy's. Faults go to standard error.
 *
 * @param content - The content folder.
 */
export async function listPluginPages(content: string): Promise<readonly PluginPage[]> {
  const cache = path.resolve('.cache');
  const unlock = lockFolder(cache);
  const workforce = new Workforce(availableParallelism());
  // Left open: Eleventy asks for the pages' bodies when it comes to them.
  const { store } = await openStore(cache, workforce);
  try {
    const opened = await openContent(path.resolve(content));
    const located = await locateContent(opened, { cacheFolder: cache, store, workforce });
    const assets = await bundleAssets(store);
    const options = { drafts: false, future: false, now: Date.now() };
    const site = arrangeContent({ content: opened, located, assets, store, options });
    for (const { file, line, column, rule, message } of site.quarantine) {
      process.stderr.write(`${path.join(content, file)}:${line}:${column}  error  ${rule}  ${message}\n`);
    }
    const pages = site.pages.map((page) => ({
      outputPath: outputPath(page.url),
      render: () => renderWithBody(page, site.chrome, store),
    }));
    const taken = new Set(pages.map((page) => page.outputPath));
    const files = site.files
      .filter((file) => !taken.has(file.path))
      .map((file) => ({ outputPath: file.path, render: () => Buffer.from(file.contents) }));
    const marker = spellMarker({ output: '', basePath: site.config.basePath });
    return [...pages, ...files, { outputPath: MARKER, render: () => marker }];
  } finally {
    await workforce.dismiss();
    unlock();
  }
}
