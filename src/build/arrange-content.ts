import { webManifest } from '../../layouts/web-manifest.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { FacetNames } from '../search/facet-names.ts';
import { listEntries, nameFacets, type SiteEntry } from '../search/site-documents.ts';
import { arrangeSite } from '../site/arrange-site.ts';
import { findUnusedAuthors } from '../site/author-diagnostics.ts';
import { groupPages } from '../site/list-pages.ts';
import type { SiteChrome } from '../site/page.ts';
import type { PageGroup } from '../site/page-group.ts';
import type { ArticleRecords } from './article-records.ts';
import { ArticleUrls } from './article-urls.ts';
import type { Assets, SiteFile } from './assets.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-report.ts';
import { digestCode } from './code-digest.ts';
import { collectArticles } from './collect-articles.ts';
import { canonicalJson, digest } from './digest.ts';
import { type LocatedContent, nameRecords, type RecordNames } from './locate-content.ts';
import { MANIFEST, makeChrome } from './make-chrome.ts';
import { makeSiteFiles } from './make-site-files.ts';
import type { ContentFolder } from './open-content.ts';
import { createPictureSizes } from './picture-sizes.ts';
import { SITE_CONFIG } from './read-site-config.ts';
import { selectPublished } from './select-published.ts';
import { listShareImages, type ShareImageFile } from './share-images.ts';
import type { Store } from './store.ts';

/** The whole site as data, bodies left in the store: what is to be written, before anything is. */
export interface ArrangedSite {
  readonly config: SiteConfig;
  readonly chrome: SiteChrome;
  /** Of all pages. */
  readonly groups: readonly PageGroup[];
  readonly records: ArticleRecords;
  /** Feeds, sitemaps, assets, media, and what hosts read. */
  readonly files: readonly SiteFile[];
  readonly shareImages: readonly ShareImageFile[];
  /** Digest of what every page depends on: the chrome, and the code that renders. */
  readonly renderDigest: string;
  readonly search: SearchInput;
  readonly counts: BuildReport['articles'];
  readonly quarantine: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** Made once, when it is asked for: it is as long as the site, and only the report tells all of it. */
  readonly listUrls: () => ArticleUrls;
  readonly reused: number;
  /** Of all articles, drafts and those of the future included; UTC instants, ms. */
  readonly dates: readonly number[];
  /** What the store has to keep. */
  readonly articleKeys: readonly string[];
  readonly listBodyDigests: () => ReadonlySet<string>;
}

/** What the search index is made of, but for the articles' texts. */
export interface SearchInput {
  readonly entries: readonly SiteEntry[];
  readonly names: FacetNames;
  /** From source path to the article's key in the store. */
  readonly articleKeys: RecordNames;
}

/** Rooms whose code decides what a page looks like, or a file that is made of what its key stands for. */
const RENDERING_CODE = ['src/site', 'src/feeds', 'src/eleventy', 'layouts'];

export interface ArrangeInput {
  readonly content: ContentFolder;
  readonly located: LocatedContent;
  readonly assets: Assets;
  readonly store: Store;
  readonly records: ArticleRecords;
  readonly options: Pick<BuildOptions, 'drafts' | 'future' | 'now'>;
  /** Awaited between the steps, each of which takes a while at a large site. */
  readonly pause: () => Promise<void>;
}

/** From records in the store to the arranged site. @throws What `pause` throws. */
export async function arrangeContent({
  content,
  located,
  assets,
  store,
  records,
  options,
  pause,
}: ArrangeInput): Promise<ArrangedSite> {
  const { config } = content;
  const prepared = collectArticles(
    content.articles,
    located.articles,
    (place, item) => records.read(place, item),
    config,
  );
  const standalone = collectArticles(
    content.pages,
    located.pages,
    ({ key }) => store.getArticle(key),
    config,
  );
  const { published, drafts, future } = selectPublished(prepared.summaries, options);
  const { label } = content;
  await pause();
  const site = arrangeSite(published, standalone.summaries, config, {
    articlesLabel: label,
    reservedUrls: content.media.map((file) => `/media/${file.path}`),
    ...(content.media.length > 0 && { pictureSizes: createPictureSizes(content.media) }),
    ...(options.future ? { now: options.now } : {}),
  });
  await pause();
  const groups = groupPages(site);
  await pause();
  const chrome = makeChrome(site, config, assets.urls);
  const manifest = { path: MANIFEST, contents: webManifest(chrome) };
  const siteFiles = makeSiteFiles({ site, config, content, store, assets: [...assets.files, manifest] });
  await pause();
  let urls: ArticleUrls | undefined;
  const quarantine = [...content.unreadable, ...prepared.quarantine];
  return {
    config,
    chrome,
    groups,
    records,
    files: siteFiles.files,
    shareImages: listShareImages(site),
    renderDigest: digest(digestCode(RENDERING_CODE), canonicalJson(chrome)),
    search: {
      entries: listEntries(site),
      names: nameFacets(site),
      articleKeys: nameRecords(content, located),
    },
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
      ...findUnusedAuthors(content.describedAuthors, prepared.summaries, SITE_CONFIG),
      ...prepared.warnings,
      ...standalone.warnings,
      ...site.diagnostics,
      ...siteFiles.diagnostics,
    ],
    listUrls: () => {
      urls ??= ArticleUrls.of(site.articles.map(({ summary, url }) => [label + summary.sourcePath, url]));
      return urls;
    },
    reused: located.reused,
    articleKeys: located.keys,
    dates: prepared.summaries.map(({ date }) => date),
    listBodyDigests: () =>
      new Set([...prepared.summaries, ...standalone.summaries].map(({ bodyDigest }) => bodyDigest)),
  };
}
