import type { Diagnostic } from '../diagnostic.ts';
import { arrangeSite } from '../site/arrange-site.ts';
import { lockFolder } from './build-lock.ts';
import { collectArticles } from './collect-articles.ts';
import { locateContent } from './locate-content.ts';
import { openContent } from './open-content.ts';
import { openStore } from './open-store.ts';
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

/** Everything that is wrong or was repaired in a content folder, drafts and future articles included; nothing is built. */
export async function checkContent({ content: root, cache, workers }: CheckOptions): Promise<CheckResult> {
  const content = await openContent(root);
  const { config } = content;
  const workforce = new Workforce(workers);
  const unlock = lockFolder(cache);
  const { store, close } = await openStore(cache, workforce);
  try {
    const located = await locateContent(content, { cacheFolder: cache, store, workforce });
    const articles = collectArticles(content.articles, located.articles, store, config);
    const pages = collectArticles(content.pages, located.pages, store, config);
    const site = arrangeSite(articles.summaries, pages.summaries, config, {
      articlesLabel: content.articles[0]?.label ?? '',
    });
    const diagnostics = [
      ...content.diagnostics,
      ...content.unreadable,
      ...articles.quarantine,
      ...articles.warnings,
      ...pages.quarantine,
      ...pages.warnings,
      ...site.diagnostics,
    ];
    return {
      diagnostics: diagnostics.sort(byPlace),
      articles: content.articles.length + content.unreadable.length,
    };
  } finally {
    await workforce.dismiss();
    await close();
    unlock();
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
