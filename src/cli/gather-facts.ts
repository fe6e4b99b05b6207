import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { UrlsByFile } from '../build/article-urls.ts';
import { readHistory } from '../build/build-history.ts';
import type { BuildReport } from '../build/build-report.ts';
import { listOutputs } from '../build/output-records.ts';
import type { Store } from '../build/store.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { ReportedArticle, ReportedPage, SiteFacts, Transfer } from '../report/site-facts.ts';
import { quantile } from '../report/weigh-pages.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import { outputPath } from '../site/link.ts';

export interface FactSources {
  readonly config: SiteConfig;
  readonly report: BuildReport;
  readonly urls: UrlsByFile;
  readonly store: Store;
  /** Absolute. */
  readonly output: string;
  readonly cache: string;
  readonly findSource: SiteFacts['findSource'];
}

/** Collects what the report shows from what the last build left: its store, its output, its history. */
export function gatherFacts({
  config,
  report,
  urls,
  store,
  output,
  cache,
  findSource,
}: FactSources): SiteFacts {
  const articleFiles = new Set(Object.values(urls).map(outputPath));
  const lines = listOutputs(store.getOutputs());
  const pages = lines
    .filter(({ file }) => file.endsWith('.html'))
    .map(
      ({ file, record }): ReportedPage => ({
        file,
        bytes: record.size,
        isArticle: articleFiles.has(file),
      }),
    );
  const assets = lines.map(({ file }) => file).filter((file) => /^assets\/site\..*\.(?:css|js)$/.test(file));
  return {
    title: config.title,
    url: config.url,
    timeZone: config.timeZone,
    report,
    articles: listArticles(store, urls),
    pages,
    transfer: measureTransfer(output, pages, assets),
    builds: readHistory(cache),
    findSource,
  };
}

/** The published ones: `urls` has their paths with the label of the articles' folder before them. */
function listArticles(store: Store, urls: UrlsByFile): readonly ReportedArticle[] {
  const isPublished = (sourcePath: string) =>
    Object.hasOwn(urls, sourcePath) || Object.hasOwn(urls, `articles/${sourcePath}`);
  const articles: ReportedArticle[] = [];
  for (const record of store.articles()) {
    if (!record.ok || !isPublished(record.summary.sourcePath)) continue;
    const { date, categories } = record.summary;
    articles.push({ date, source: nameSource(record.summary), category: categories[0] ?? [] });
  }
  return articles;
}

/** The host of the original; for what has none, the category that stands for a source, as in 新媒体 › 36kr › 资讯. */
function nameSource({ sourceUrl, categories: [path = []] }: ArticleSummary): string {
  if (sourceUrl !== undefined && URL.canParse(sourceUrl))
    return new URL(sourceUrl).hostname.replace(/^www\./, '');
  return path[1] ?? path[0] ?? 'our own';
}

/** Enough for a median, in a second. */
const SAMPLE = 200;

function measureTransfer(
  output: string,
  pages: readonly ReportedPage[],
  assets: readonly string[],
): Transfer {
  const step = Math.max(1, Math.ceil(pages.length / SAMPLE));
  const sizes = pages.filter((_, index) => index % step === 0).map(({ file }) => sizeAsSent(output, file));
  const sent = sizes.filter((size) => size > 0);
  return {
    sample: sent.length,
    median: quantile(sent, 0.5),
    most: quantile(sent, 0.95),
    assets: assets.reduce((sum, file) => sum + sizeAsSent(output, file), 0),
  };
}

/** 0 for a file that is no longer there: the report is of the build, whatever happened since. */
function sizeAsSent(output: string, file: string): number {
  try {
    return gzipSync(readFileSync(path.join(output, file)), { level: 6 }).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
