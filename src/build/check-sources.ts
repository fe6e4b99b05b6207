import { type CheckRecord, createSourceChecker } from '../check/check-source.ts';
import { parseArticle } from '../content/parse-article.ts';
import { articleKey } from './article-key.ts';
import { digest, gitBlobId } from './digest.ts';
import { dateFromOutside } from './fallback-date.ts';
import { readBounded } from './read-bounded.ts';
import type { Store } from './store.ts';
import type { PrepareContext, PrepareItem, PrepareResult } from './worker-tasks.ts';

/** Reads and checks a source, unless the store has what was found in it, and stores that. */
export type StoredSourceChecker = (item: PrepareItem) => PrepareResult;

/** @param context - Its digest is that of all that steers the check of an article. */
export function createStoredSourceChecker(
  { config, cleaningDigest }: PrepareContext,
  store: Store,
): StoredSourceChecker {
  const check = createSourceChecker(config);
  const options = { timeZone: config.timeZone, limits: config.limits };

  return ({ source, label, dateless = false }) => {
    const file = label + source.path;
    const read = readBounded(source.absolute, config.limits.fileBytes);
    if (!read.ok) {
      const key = digest(file, read.diagnostic.message);
      store.putCheck(key, { ok: false, diagnostics: [{ ...read.diagnostic, file }] });
      return { key, reused: false };
    }
    const key = articleKey(file, gitBlobId(read.bytes), cleaningDigest);
    if (isCurrent(store.getCheck(key))) return { key, reused: true };
    const input = { path: source.path, file, bytes: read.bytes, dateless };
    const parsed = parseArticle(input, options);
    if (parsed.ok) store.putCheck(key, check(input, parsed));
    else if (parsed.diagnostics.some(({ rule }) => rule === 'missing-date')) {
      const record = check({ ...input, fallbackDate: dateFromOutside(source.absolute) });
      store.putCheck(key, record.ok ? { ...record, datedFromOutside: true } : record);
    } else store.putCheck(key, parsed);
    return { key, reused: false };
  };
}

/** A record that was dated from outside the file may be out of date though the file is not. */
export function isCurrent(record: CheckRecord | undefined): record is CheckRecord {
  return record !== undefined && !(record.ok && record.datedFromOutside === true);
}
