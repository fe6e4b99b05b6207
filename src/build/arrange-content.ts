import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { arrangeSite } from '../site/arrange-site.ts';
import { listPages } from '../site/list-pages.ts';
import type { Page, SiteChrome } from '../site/page.ts';
import { bundleAssets, digestCode, type SiteFile } from './assets.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-report.ts';
import { canonicalJson, digest } from './digest.ts';
import { makeChrome } from './make-chrome.ts';
import { makeSiteFiles } from './make-site-files.ts';
import { openContent } from './open-content.ts';
import { prepareArticles } from './prepare-articles.ts';
import { selectPublished } from './select-published.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { Store } from './store.ts';
import type { Workforce } from './workforce.ts';

/** The whole site as data, bodies left in the store: what is to be written, before anything is. */
export interface ArrangedSite {
  readonly config: SiteConfig;
  readonly chrome: SiteChrome;
  readonly pages: readonly Page[];
  /** Feeds, sitemaps, assets, media, and what hosts read. */
  readonly files: readonly SiteFile[];
  /** Digest of what every page depends on: the chrome, and the code that renders. */
  readonly renderDigest: string;
  readonly counts: BuildReport['articles'];
  readonly quarantine: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly urls: BuildReport['urls'];
  readonly reused: number;
  /** What the store has to keep. */
  readonly articleKeys: ReadonlySet<string>;
  readonly bodyDigests: readonly string[];
}

/** Rooms whose code decides what a page looks like. */
const RENDERING_CODE = ['src/site', 'src/eleventy', 'layouts'];

/** From the content folder to the arranged site. */
export async function arrangeContent(
  options: BuildOptions,
  store: Store,
  workforce: Workforce,
  watch: Stopwatch,
): Promise<ArrangedSite> {
  watch.begin('read');
  const content = await openContent(options.content);
  const { config } = content;
  const pool = await workforce.hire(config.limits);
  const context = { config, cleaningDigest: content.cleaningDigest, cacheFolder: options.cache };
  const assets = bundleAssets(store);
  watch.begin('clean');
  const total = content.articles.length;
  const prepared = await prepareArticles(content.articles, pool, store, {
    context,
    onProgress: (done) => options.onProgress?.({ stage: 'clean', done, total }),
  });
  const standalone = await prepareArticles(content.pages, pool, store, { context });
  watch.begin('arrange');
  const { published, drafts, future } = selectPublished(prepared.summaries, options);
  const label = content.articles[0]?.label ?? '';
  const site = arrangeSite(published, standalone.summaries, config, {
    articlesLabel: label,
    reservedUrls: content.media.map((file) => `/media/${file.path}`),
    ...(options.future ? { now: options.now } : {}),
  });
  const pages = listPages(site);
  watch.begin('feeds');
  const bundled = await assets;
  const chrome = makeChrome(site, config, bundled.urls);
  const siteFiles = makeSiteFiles({ site, config, content, store, assets: bundled.files });
  const quarantine = [...content.unreadable, ...prepared.quarantine];
  return {
    config,
    chrome,
    pages,
    files: siteFiles.files,
    renderDigest: digest(digestCode(RENDERING_CODE), canonicalJson(chrome)),
    counts: {
      read: content.articles.length + content.unreadable.length,
      published: published.length,
      drafts,
      future,
      quarantined: quarantine.length,
    },
    quarantine: [...quarantine, ...standalone.quarantine],
    warnings: [
      ...content.diagnostics,
      ...prepared.warnings,
      ...standalone.warnings,
      ...site.diagnostics,
      ...siteFiles.diagnostics,
    ],
    urls: Object.fromEntries([...site.urls].map(([sourcePath, url]) => [label + sourcePath, url])),
    reused: prepared.reused,
    articleKeys: new Set([...prepared.keys, ...standalone.keys]),
    bodyDigests: [...prepared.summaries, ...standalone.summaries].map(({ bodyDigest }) => bodyDigest),
  };
}
