import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { PluginPage } from '../eleventy/plugin.ts';
import { outputPath } from '../site/link.ts';
import { arrangeContent } from './arrange-content.ts';
import { lockFolder } from './build-lock.ts';
import { MARKER, spellMarker } from './output-marker.ts';
import { renderWithBody } from './render-and-write.ts';
import { Stopwatch } from './stopwatch.ts';
import { openStore } from './store.ts';
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
  const { store } = openStore(cache);
  const options = {
    content: path.resolve(content),
    output: '',
    cache,
    workers: availableParallelism(),
    drafts: false,
    future: false,
    clean: false,
    now: Date.now(),
  };
  const workforce = new Workforce(options.workers);
  try {
    const site = await arrangeContent(options, store, workforce, new Stopwatch());
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
