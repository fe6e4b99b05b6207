import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import type { LocatedRecord, RecordPlace } from './locate-records.ts';
import type { PreparedArticle } from './store.ts';
import type { PrepareItem } from './worker-tasks.ts';

/** What became of the sources. */
export interface CollectedArticles {
  readonly summaries: readonly ArticleSummary[];
  /** One for each source that can't be published: its first error. */
  readonly quarantine: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** Gives the record that is at a place. */
export type RecordReader = (place: RecordPlace, item: PrepareItem) => PreparedArticle | undefined;

/** Loads the records of the sources. @param located - One for each item, in their order. */
export function collectArticles(
  items: readonly PrepareItem[],
  located: readonly LocatedRecord[],
  read: RecordReader,
  config: SiteConfig,
): CollectedArticles {
  const summaries: ArticleSummary[] = [];
  const quarantine: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const record = recordOf(item, located[at]!, read, config);
    if (record.ok) {
      summaries.push(record.summary);
      if (record.diagnostics.length > 0) warnings.push(...record.diagnostics);
    } else {
      quarantine.push(reasonOf(item, record.diagnostics));
      warnings.push(...record.diagnostics.filter(({ severity }) => severity === 'warning'));
    }
  }
  return { summaries, quarantine, warnings };
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
  outcome: LocatedRecord,
  read: RecordReader,
  config: SiteConfig,
): PreparedArticle {
  if (outcome.ok) {
    const record = read(outcome.result, item);
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
