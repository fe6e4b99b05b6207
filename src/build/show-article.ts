import { OWN_FIELDS } from '../site/article-pages.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import { outputPath } from '../site/link.ts';
import type { ArticlePage } from '../site/page.ts';
import type { ArrangedSite } from './arrange-content.ts';
import type { BuildOptions } from './build-options.ts';
import { cleanedArticles, locateRecords } from './locate-records.ts';
import type { ContentFolder } from './open-content.ts';
import { spellPage } from './spell-page.ts';
import type { Store } from './store.ts';
import type { PrepareItem, RenderItem, RenderResult } from './worker-tasks.ts';
import type { Workforce } from './workforce.ts';

/** What is needed to show an article ahead of a build: what the last one arranged, and where. */
export interface ShowContext {
  readonly content: ContentFolder;
  readonly site: ArrangedSite;
  readonly store: Store;
  readonly workforce: Workforce;
  readonly options: Pick<BuildOptions, 'cache' | 'output'>;
}

/**
 * Reads, cleans and renders one article, and writes its page as it was arranged last, with what the article now says. The
 * store is told first that the file is not what the last build left, so that the next one sees to it whatever happens.
 *
 * @returns Whether the file was written: not when it would be the same, or the article has a fault, which is the build's to tell.
 */
export async function showArticle(
  item: PrepareItem,
  page: ArticlePage,
  { content, site, store, workforce, options }: ShowContext,
): Promise<boolean> {
  const { config, cleaningDigest } = content;
  store.beginArticles();
  const [prepared] = await locateRecords([item], {
    kind: cleanedArticles(store),
    context: { config, cleaningDigest },
    cacheFolder: options.cache,
    store,
    entries: undefined,
    hire: () => workforce.hire(config.limits),
  });
  if (prepared?.ok !== true) return false;
  const record = store.getArticle(prepared.result.key);
  if (record?.ok !== true) return false;
  const file = outputPath(page.url);
  const { output, pending } = store.getState() ?? { output: '', pending: [] };
  store.putState({ output, pending: [...new Set([...pending, file])] });
  await store.committed();
  const pool = await workforce.hire(config.limits);
  const [rendered] = await pool.run<RenderResult>(
    'render',
    [spellPage(renew(page, record.summary), store)] satisfies RenderItem[],
    {
      shared: { chrome: site.chrome, outputFolder: options.output },
      sliceSize: 1,
      itemMs: config.limits.articleMs,
    },
  );
  return rendered?.ok === true && rendered.result.written;
}

function renew(page: ArticlePage, summary: ArticleSummary): ArticlePage {
  const own = Object.fromEntries(OWN_FIELDS.map((name) => [name, summary[name]]));
  // Its size, which the build that follows knows too.
  if (summary.thumbnail?.src === page.thumbnail?.src) own.thumbnail = page.thumbnail;
  // A page holds no undefined values.
  return Object.fromEntries(
    Object.entries({ ...page, ...own }).filter(([, value]) => value !== undefined),
  ) as unknown as ArticlePage;
}
