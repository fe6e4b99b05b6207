import { readFileSync } from 'node:fs';
import { type ArticleFacts, type CheckContext, checkArticle } from '../check/check-article.ts';
import { limitFindings } from '../check/finding.ts';
import type { CheckRule } from '../content/check-rules.ts';
import { decodeText } from '../content/decode-text.ts';
import { type Location, locateOffset } from '../content/locate-offset.ts';
import { parseArticle } from '../content/parse-article.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { createUrlResolver } from '../html/resolve-url.ts';
import { digestCode } from './assets.ts';
import { digest } from './digest.ts';
import type { LocatedRecord } from './locate-records.ts';
import type { Store } from './store.ts';
import type { PrepareContext, PrepareItem } from './worker-tasks.ts';
import type { Workforce } from './workforce.ts';

/** What the rules of `check` found in one file, as the store remembers it. */
export interface CheckRecord {
  readonly findings: readonly (Location & { readonly rule: CheckRule; readonly message: string })[];
  readonly facts: ArticleFacts;
}

/** A source whose check is not in the store, and the name that it gets there. */
export interface CheckItem extends PrepareItem {
  readonly key: string;
}

const CHECKING_CODE = ['src/check'];
const SLICE = 48;

/**
 * What the rules of `check` find in each source that is published. Those of the same bytes as last time are not read.
 *
 * @param located - Of each item, in their order.
 * @returns One for each item, in their order; undefined where the article is quarantined or its worker died.
 */
export async function checkSources(
  items: readonly PrepareItem[],
  located: readonly LocatedRecord[],
  { context, store, workforce }: { context: PrepareContext; store: Store; workforce: Workforce },
): Promise<readonly (CheckRecord | undefined)[]> {
  const code = digestCode(CHECKING_CODE);
  const keys = located.map((record) => (record.ok ? digest(record.result.key, code) : undefined));
  const records = keys.map((key) => (key === undefined ? undefined : store.getCheck(key)));
  const missing = items.flatMap((item, index): CheckItem[] => {
    const key = keys[index];
    return key === undefined || records[index] !== undefined ? [] : [{ ...item, key }];
  });
  if (missing.length === 0) return records;
  const pool = await workforce.hire(context.config.limits);
  await pool.run('check', missing, {
    shared: context,
    sliceSize: SLICE,
    itemMs: context.config.limits.articleMs,
  });
  store.pruneChecks(new Set(keys.filter((key) => key !== undefined)));
  return records.map((record, index) => record ?? (keys[index] ? store.getCheck(keys[index]) : undefined));
}

/** Checks a source and remembers what was found: the part of the work that workers do. */
export function createSourceChecker({ config }: PrepareContext, store: Store): (item: CheckItem) => void {
  const options = { timeZone: config.timeZone, limits: config.limits };
  return ({ source, label, key, dateless = false }) => {
    const file = label + source.path;
    const bytes = readFileSync(source.absolute);
    const parsed = parseArticle({ path: source.path, file, bytes, dateless, fallbackDate: 0 }, options);
    if (!parsed.ok) return;
    const { text } = decodeText(bytes);
    const { findings, facts } = checkArticle(
      text,
      parsed.article,
      checkContext(config, parsed.article.sourceUrl),
    );
    store.putCheck(key, {
      findings: limitFindings(findings).map(({ rule, message, offset }) => ({
        rule,
        message,
        ...locateOffset(text, offset),
      })),
      facts,
    });
  };
}

/** What checking one article has to know of the site. @param sourceUrl - Of the article. */
export function checkContext(config: SiteConfig, sourceUrl: string | undefined): CheckContext {
  const urls = createUrlResolver({ site: new URL(config.url), basePath: config.basePath, sourceUrl });
  return { urls, language: config.language };
}
