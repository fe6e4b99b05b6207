import { siteConfigRules } from '../content/site-config-rules.ts';
import { suggestName } from '../content/suggest-name.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { normalizeName } from './taxonomy.ts';

/** An author of `site.yaml`, and where the name stands in it. */
export interface DescribedAuthor {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * Warns of authors whom `site.yaml` describes and no article names: what is said of them is shown nowhere. Where there is no
 * article yet, nothing is said.
 *
 * @param articles - All of them, drafts too: who writes one is an author.
 * @param file - How diagnostics name `site.yaml`.
 */
export function findUnusedAuthors(
  described: readonly DescribedAuthor[],
  articles: readonly { readonly authors: readonly string[] }[],
  file: string,
): readonly Diagnostic[] {
  if (described.length === 0 || articles.length === 0) return [];
  const named = new Set(articles.flatMap(({ authors }) => authors.map(normalizeName)));
  const known = new Set(described.map(({ name }) => normalizeName(name)));
  const undescribed = [...named].filter((name) => !known.has(name));
  return described.flatMap(({ name, line, column }) => {
    if (named.has(normalizeName(name))) return [];
    const meant = suggestName(name, undescribed);
    const message = `No article names the author "${name}".`;
    return {
      file,
      line,
      column,
      severity: siteConfigRules['unused-author'].severity,
      rule: 'unused-author',
      message: meant === undefined ? message : `${message} Did you mean "${meant}"?`,
      hint: siteConfigRules['unused-author'].hint,
    };
  });
}
