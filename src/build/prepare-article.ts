import path from 'node:path';
import { parseArticle } from '../content/parse-article.ts';
import { defaultSiteConfig } from '../content/site-config-defaults.ts';
import { holdBack } from '../content/source-rules.ts';
import { createBodyCleaner, policyFromConfig } from '../html/clean-body.ts';
import { summarizeArticle } from '../site/summarize-article.ts';
import { articleKey } from './article-key.ts';
import { canonicalJson, digest, gitBlobId } from './digest.ts';
import { dateFromOutside } from './fallback-date.ts';
import { type PackedArticle, packArticle } from './packed-article.ts';
import { PROJECT } from './project-folder.ts';
import { readBounded } from './read-bounded.ts';
import type { Store } from './store.ts';
import type { PrepareContext, Prepared, PrepareItem } from './worker-tasks.ts';

/** Reads a source and, unless its record is known, parses, cleans and summarizes it. */
export type ArticlePreparer = (item: PrepareItem) => Prepared<PackedArticle>;

/** An article of the generator's own, as they are scraped. */
export const REHEARSED = path.join(PROJECT, 'src/build/rehearsal/article.md');

/**
 * Reads and cleans an article of the generator's own, for nothing: most of the time that a process takes for its first one is
 * V8's, which compiles what runs.
 */
export function rehearse(): void {
  const prepare = createArticlePreparer({ config: defaultSiteConfig, cleaningDigest: '' }, undefined);
  prepare({ source: { path: path.basename(REHEARSED), absolute: REHEARSED }, label: '' });
}

/**
 * Keeps the cleaner, and whatever it has to load, from one article to the next.
 *
 * @param known - The store that may have records already; absent: none has.
 */
export function createArticlePreparer(
  context: PrepareContext,
  known: Pick<Store, 'hasArticle' | 'isDatedFromOutside'> | undefined,
): ArticlePreparer {
  const { config, cleaningDigest } = context;
  const clean = createBodyCleaner(policyFromConfig(config));
  const options = { timeZone: config.timeZone, limits: config.limits };

  return (item) => {
    const { source, label } = item;
    const file = label + source.path;
    const read = readBounded(source.absolute, config.limits.fileBytes);
    if (!read.ok) {
      const key = digest(file, read.diagnostic.message);
      const made = packArticle({ ok: false, diagnostics: [{ ...read.diagnostic, file }] });
      return { key, reused: false, made };
    }
    const key = articleKey(file, gitBlobId(read.bytes), cleaningDigest);
    if (known?.hasArticle(key) && !known.isDatedFromOutside(key)) return { key, reused: true };
    return { key, reused: false, made: prepare(item, file, read.bytes) };
  };

  function prepare(
    { source, dateless = false }: PrepareItem,
    file: string,
    bytes: Uint8Array,
  ): PackedArticle {
    const input = { path: source.path, file, bytes, dateless };
    let datedFromOutside = false;
    let parsed = parseArticle(input, options);
    if (!parsed.ok && parsed.diagnostics.some(({ rule }) => rule === 'missing-date')) {
      datedFromOutside = true;
      parsed = parseArticle({ ...input, fallbackDate: dateFromOutside(source.absolute) }, options);
    }
    if (!parsed.ok) return packArticle(parsed);
    const cleaned = clean({ ...parsed.article, file });
    if (!cleaned.ok)
      return packArticle({ ok: false, diagnostics: [...parsed.diagnostics, ...cleaned.diagnostics] });
    const { html, outline, images } = cleaned.body;
    const bodyDigest = digest(html, canonicalJson([outline, images]));
    const record = {
      ok: true as const,
      summary: summarizeArticle(
        holdBack(parsed.article, config.sources ?? []),
        cleaned.body,
        bodyDigest,
        config.basePath,
      ),
      diagnostics: [...parsed.diagnostics, ...cleaned.body.diagnostics],
      ...(datedFromOutside ? { datedFromOutside } : {}),
    };
    return packArticle(record, { html, outline, images });
  }
}
