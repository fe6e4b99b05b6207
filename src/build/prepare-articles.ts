import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import type { PreparedArticle, Store } from './store.ts';
import type { Outcome, WorkerPool } from './worker-pool.ts';
import type { PrepareContext, PrepareItem, PrepareResult } from './worker-tasks.ts';

/** What became of the sources. */
export interface PreparedArticles {
  readonly summaries: readonly ArticleSummary[];
  /** One list per source that can't be published; its first error is the reason. */
  readonly quarantine: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** Keys of the records, for pruning. */
  readonly keys: ReadonlySet<string>;
  /** Sources whose record was in the store. */
  readonly reused: number;
}

const SLICE = 48;

/** Has the sources read, cleaned and summarized by the workers, and takes stock of the outcome. */
export async function prepareArticles(
  items: readonly PrepareItem[],
  pool: WorkerPool,
  store: Store,
  options: { readonly context: PrepareContext; readonly onProgress?: (done: number) => void },
): Promise<PreparedArticles> {
  const outcomes = await pool.run<PrepareResult>('prepare', items, {
    shared: options.context,
    sliceSize: SLICE,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const summaries: ArticleSummary[] = [];
  const quarantine: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  const keys = new Set<string>();
  let reused = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const item = items[index]!;
    if (outcome.ok) {
      keys.add(outcome.result.key);
      if (outcome.result.reused) reused++;
    }
    const record = recordOf(item, outcome, store, options.context.config);
    if (record.ok) {
      summaries.push(record.summary);
      warnings.push(...record.diagnostics);
    } else {
      quarantine.push(reasonOf(item, record.diagnostics));
      warnings.push(...record.diagnostics.filter(({ severity }) => severity === 'warning'));
    }
  }
  return { summaries, quarantine, warnings, keys, reused };
}

/** The one fault that a quarantined article is listed with. */
function reasonOf(item: PrepareItem, diagnostics: readonly Diagnostic[]): Diagnostic {
  return (
    diagnostics.find(({ severity }) => severity === 'error') ??
    fault(item, 'unknown-fault', 'It could not be read.', 'Report this file as a bug of the generator.')
  );
}

function recordOf(
  item: PrepareItem,
  outcome: Outcome<PrepareResult>,
  store: Store,
  config: SiteConfig,
): PreparedArticle {
  if (outcome.ok) {
    const record = store.getArticle(outcome.result.key);
    if (record !== undefined) return record;
    return quarantined(
      item,
      'store-lost',
      'Its record is missing from the store.',
      'Build again with --clean.',
    );
  }
  if (outcome.cause === 'hung') {
    return quarantined(
      item,
      'article-too-slow',
      `Cleaning it took longer than ${outcome.detail} and was stopped.`,
      'Simplify its body, or raise limits.articleMs in site.yaml.',
    );
  }
  return quarantined(
    item,
    'article-too-heavy',
    `The process that cleaned it died (${outcome.detail}; it may use ${config.limits.workerMegabytes} MiB).`,
    'Shorten or simplify its body, or raise limits.workerMegabytes in site.yaml.',
  );
}

function quarantined(item: PrepareItem, rule: string, message: string, hint: string): PreparedArticle {
  return { ok: false, diagnostics: [fault(item, rule, message, hint)] };
}

function fault(item: PrepareItem, rule: string, message: string, hint: string): Diagnostic {
  return { file: item.label + item.source.path, line: 1, column: 1, severity: 'error', rule, message, hint };
}
