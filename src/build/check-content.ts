import { checkSite } from '../check/check-site.ts';
import type { CheckedArticle } from '../check/checked-article.ts';
import { checkRules } from '../content/check-rules.ts';
import type { Rule } from '../content/rules.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { arrangeSite } from '../site/arrange-site.ts';
import { compareFirstPublished } from '../site/article-order.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import { lockFolder } from './build-lock.ts';
import { type CheckRecord, checkSources } from './check-sources.ts';
import { collectArticles } from './collect-articles.ts';
import { createLinkTargets } from './link-targets.ts';
import { locateContent } from './locate-content.ts';
import { openContent } from './open-content.ts';
import { openStore } from './open-store.ts';
import type { PrepareItem } from './worker-tasks.ts';
import { Workforce } from './workforce.ts';

export interface CheckOptions {
  /** Absolute. */
  readonly content: string;
  readonly cache: string;
  readonly workers: number;
}

export interface CheckResult {
  /** By file, then line. */
  readonly diagnostics: readonly Diagnostic[];
  readonly articles: number;
}

/**
 * Everything that is wrong, was repaired or could be better in a content folder, drafts and future articles included, each
 * as serious as `site.yaml` takes it. Nothing is built.
 */
export async function checkContent({ content: root, cache, workers }: CheckOptions): Promise<CheckResult> {
  const content = await openContent(root);
  const { config } = content;
  const workforce = new Workforce(workers);
  const unlock = lockFolder(cache);
  const { store, close } = await openStore(cache, workforce);
  try {
    const located = await locateContent(content, { cacheFolder: cache, store, workforce });
    const context = { config, cleaningDigest: content.cleaningDigest, cacheFolder: cache };
    const items = [...content.articles, ...content.pages];
    const records = await checkSources(items, [...located.articles, ...located.pages], {
      context,
      store,
      workforce,
    });
    const articles = collectArticles(content.articles, located.articles, store, config);
    const pages = collectArticles(content.pages, located.pages, store, config);
    const site = arrangeSite(articles.summaries, pages.summaries, config, {
      articlesLabel: content.articles[0]?.label ?? '',
      reservedUrls: content.media.map((file) => `/media/${file.path}`),
    });
    const checked = (part: readonly PrepareItem[], summaries: readonly ArticleSummary[], offset: number) =>
      pairWithFacts(part, summaries, records.slice(offset, offset + part.length));
    const found = checkSite({
      articles: checked(content.articles, articles.summaries.toSorted(compareFirstPublished), 0),
      pages: checked(content.pages, pages.summaries, content.articles.length),
      config,
      targets: createLinkTargets(site, content.media, store),
    });
    const diagnostics = [
      ...content.diagnostics,
      ...content.unreadable,
      ...articles.quarantine,
      ...articles.warnings,
      ...pages.quarantine,
      ...pages.warnings,
      ...site.diagnostics,
      ...records.flatMap((record, index) => findingsOf(record, items[index]!)),
      ...found.map(describe),
    ];
    return {
      diagnostics: diagnostics.flatMap((diagnostic) => takeSeriously(diagnostic, config)).sort(byPlace),
      articles: content.articles.length + content.unreadable.length,
    };
  } finally {
    await workforce.dismiss();
    await close();
    unlock();
  }
}

/** @param records - Of the sources, in their order. @returns In the order of the summaries. */
function pairWithFacts(
  items: readonly PrepareItem[],
  summaries: readonly ArticleSummary[],
  records: readonly (CheckRecord | undefined)[],
): readonly CheckedArticle[] {
  const byPath = new Map(items.map(({ source, label }, index) => [source.path, { label, index }]));
  return summaries.flatMap((summary) => {
    const { label, index } = byPath.get(summary.sourcePath)!;
    const facts = records[index]?.facts;
    return facts === undefined ? [] : [{ file: label + summary.sourcePath, summary, facts }];
  });
}

function findingsOf(record: CheckRecord | undefined, { label, source }: PrepareItem): readonly Diagnostic[] {
  return (record?.findings ?? []).map((finding) => describe({ ...finding, file: label + source.path }));
}

function describe(finding: Omit<Diagnostic, 'severity' | 'hint'>): Diagnostic {
  const { severity, hint }: Rule = checkRules[finding.rule as keyof typeof checkRules];
  return { ...finding, severity, hint };
}

/** A diagnostic with the level that `site.yaml` gives its rule; none, where that is `off`. What quarantines stays an error. */
function takeSeriously(diagnostic: Diagnostic, { check }: SiteConfig): readonly Diagnostic[] {
  const level = check.rules[diagnostic.rule];
  if (level === undefined || diagnostic.severity === 'error') return [diagnostic];
  return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
