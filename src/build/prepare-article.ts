import { parseArticle } from '../content/parse-article.ts';
import { holdBack } from '../content/source-rules.ts';
import { createBodyCleaner, policyFromConfig } from '../html/clean-body.ts';
import { summarizeArticle } from '../site/summarize-article.ts';
import { articleKey } from './article-key.ts';
import { canonicalJson, digest, gitBlobId } from './digest.ts';
import { dateFromOutside } from './fallback-date.ts';
import { readBounded } from './read-bounded.ts';
import type { PreparedArticle, Store } from './store.ts';
import type { PrepareContext, PrepareItem, PrepareResult } from './worker-tasks.ts';

/** Reads a source, unless the store has its record; parses, cleans and summarizes it, and stores record and body. */
export type ArticlePreparer = (item: PrepareItem) => PrepareResult;

/** Keeps the cleaner, and whatever it has to load, from one article to the next. */
export function createArticlePreparer(context: PrepareContext, store: Store): ArticlePreparer {
  const { config, cleaningDigest } = context;
  const clean = createBodyCleaner(policyFromConfig(config));
  const options = { timeZone: config.timeZone, limits: config.limits };

  return (item) => {
    const { source, label } = item;
    const file = label + source.path;
    const read = readBounded(source.absolute, config.limits.fileBytes);
    if (!read.ok) {
      const key = digest(file, read.diagnostic.message);
      store.putArticle(key, { ok: false, diagnostics: [{ ...read.diagnostic, file }] });
      return { key, reused: false };
    }
    const key = articleKey(file, gitBlobId(read.bytes), cleaningDigest);
    if (store.hasArticle(key) && !store.isDatedFromOutside(key)) return { key, reused: true };
    store.putArticle(key, prepare(item, file, read.bytes));
    return { key, reused: false };
  };

  function prepare(
    { source, dateless = false }: PrepareItem,
    file: string,
    bytes: Uint8Array,
  ): PreparedArticle {
    const input = { path: source.path, file, bytes, dateless };
    let datedFromOutside = false;
    let parsed = parseArticle(input, options);
    if (!parsed.ok && parsed.diagnostics.some(({ rule }) => rule === 'missing-date')) {
      datedFromOutside = true;
      parsed = parseArticle({ ...input, fallbackDate: dateFromOutside(source.absolute) }, options);
    }
    if (!parsed.ok) return parsed;
    const cleaned = clean({ ...parsed.article, file });
    if (!cleaned.ok) return { ok: false, diagnostics: [...parsed.diagnostics, ...cleaned.diagnostics] };
    const { html, outline, images } = cleaned.body;
    const bodyDigest = digest(html, canonicalJson([outline, images]));
    store.putBody(bodyDigest, { html, outline, images });
    return {
      ok: true,
      summary: summarizeArticle(
        holdBack(parsed.article, config.sources ?? []),
        cleaned.body,
        bodyDigest,
        config.basePath,
      ),
      diagnostics: [...parsed.diagnostics, ...cleaned.body.diagnostics],
      ...(datedFromOutside ? { datedFromOutside } : {}),
    };
  }
}
