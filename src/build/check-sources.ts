import { type CheckRecord, isCurrent } from '../check/check-record.ts';
import { createSourceChecker } from '../check/check-source.ts';
import { type ArticleSource, parseArticle } from '../content/parse-article.ts';
import { articleKey } from './article-key.ts';
import { digest, gitBlobId } from './digest.ts';
import { dateFromOutside } from './fallback-date.ts';
import { readBounded } from './read-bounded.ts';
import type { Store } from './store.ts';
import type { PrepareContext, Prepared, PrepareItem } from './worker-tasks.ts';

/** Reads a source and checks it, unless it is known what was found in it. */
export type StoredSourceChecker = (item: PrepareItem) => Prepared<CheckRecord>;

/**
 * @param context - Its digest is that of all that steers the check of an article.
 * @param known - The store that may have records already; absent: none has.
 */
export function createStoredSourceChecker(
  { config, cleaningDigest }: PrepareContext,
  known: Pick<Store, 'getCheck'> | undefined,
): StoredSourceChecker {
  const check = createSourceChecker(config);
  const options = { timeZone: config.timeZone, limits: config.limits };

  return ({ source, label, dateless = false }) => {
    const file = label + source.path;
    const read = readBounded(source.absolute, config.limits.fileBytes);
    if (!read.ok) {
      const key = digest(file, read.diagnostic.message);
      return { key, reused: false, made: { ok: false, diagnostics: [{ ...read.diagnostic, file }] } };
    }
    const key = articleKey(file, gitBlobId(read.bytes), cleaningDigest);
    if (isCurrent(known?.getCheck(key))) return { key, reused: true };
    const input = { path: source.path, file, bytes: read.bytes, dateless };
    return { key, reused: false, made: inspect(input, source.absolute) };
  };

  function inspect(input: ArticleSource, absolute: string): CheckRecord {
    const parsed = parseArticle(input, options);
    if (parsed.ok) return check(input, parsed);
    if (!parsed.diagnostics.some(({ rule }) => rule === 'missing-date')) return parsed;
    const record = check({ ...input, fallbackDate: dateFromOutside(absolute) });
    return record.ok ? { ...record, datedFromOutside: true } : record;
  }
}
