import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { PluginBinary, PluginPage, PluginSite } from '../eleventy/plugin.ts';
import { outputPath } from '../site/link.ts';
import { arrangeContent } from './arrange-content.ts';
import { ArticleRecords } from './article-records.ts';
import { bundleAssets, type SiteFile } from './assets.ts';
import { BriefTables } from './brief-tables.ts';
import { lockFolder } from './build-lock.ts';
import { locateContent } from './locate-content.ts';
import { cleanedArticles } from './locate-records.ts';
import { makeWholeIndex } from './make-whole-index.ts';
import { openContent } from './open-content.ts';
import { openStore } from './open-store.ts';
import { MARKER, spellMarker } from './output-marker.ts';
import { renderItem } from './render-and-write.ts';
import { SEARCH_FOLDER } from './search-folder.ts';
import { drawShareImages } from './share-images.ts';
import { spellPage } from './spell-page.ts';
import { Workforce } from './workforce.ts';
import { OutputFolder } from './write-output.ts';

/**
 * The whole site for Eleventy's own command: the same articles, cleaned by the same workers, and the same pages and
 * files; only the writing is Eleventy's. Faults go to standard error.
 *
 * @param content - The content folder.
 */
export async function listPluginSite(content: string): Promise<PluginSite> {
  const cache = path.resolve('.cache');
  const unlock = lockFolder(cache);
  const workforce = new Workforce(availableParallelism());
  // Left open: Eleventy asks for the pages' bodies when it comes to them.
  const { store } = await openStore(cache, workforce);
  try {
    const opened = await openContent(path.resolve(content), undefined, async () => BriefTables.open(store));
    const records = new ArticleRecords(store, opened);
    const located = await locateContent(opened, {
      kind: cleanedArticles(store, records),
      cacheFolder: cache,
      store,
      workforce,
    });
    const assets = await bundleAssets(store, opened.config.theme);
    const options = { drafts: false, future: false, now: Date.now() };
    const pause = async () => {};
    const site = await arrangeContent({ content: opened, located, assets, store, records, options, pause });
    for (const { file, line, column, rule, message } of site.quarantine) {
      process.stderr.write(`${path.join(content, file)}:${line}:${column}  error  ${rule}  ${message}\n`);
    }
    const plans = site.groups.flatMap((group) => group.plan());
    const pages = plans.map((page) => ({
      outputPath: outputPath(page.url),
      render: () => renderItem(spellPage(page.make(), store), site.chrome),
    }));
    const taken = new Set(pages.map((page) => page.outputPath));
    const index = await makeWholeIndex(site, { store, workforce });
    const files: SiteFile[] = [
      ...site.files.filter((file) => !taken.has(file.path)),
      ...index.map(({ path: file, bytes }) => ({ path: SEARCH_FOLDER + file, contents: bytes })),
      { path: MARKER, contents: spellMarker({ output: '', basePath: site.config.basePath }) },
    ];
    const drawn = site.shareImages.filter(({ path: file }) => !files.some((other) => other.path === file));
    await drawShareImages(drawn, ({ path: file }, contents) => files.push({ path: file, contents }));
    return {
      pages: [...pages, ...files.flatMap(toPage)],
      binaries: files.flatMap(({ path: outputPath, contents }) =>
        typeof contents === 'string' ? [] : [{ outputPath, bytes: contents }],
      ),
    };
  } finally {
    await workforce.disband();
    unlock();
  }
}

function toPage({ path: outputPath, contents }: Pick<SiteFile, 'path' | 'contents'>): PluginPage[] {
  return typeof contents === 'string' ? [{ outputPath, render: () => contents }] : [];
}

/** Writes files that Eleventy can't: those that are not text. */
export function writeBinaries(output: string, binaries: readonly PluginBinary[]): void {
  const folder = new OutputFolder(path.resolve(output));
  for (const { outputPath: file, bytes } of binaries) folder.write(file, bytes);
  folder.clearTemporary();
}
