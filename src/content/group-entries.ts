import { type ArticleKey, articleKeyNames, findArticleKey } from './article-keys.ts';
import { quoteValue, type Report } from './collect-diagnostics.ts';
import { type FrontMatterEntry, type FrontMatterNode, isNull } from './front-matter-node.ts';
import { suggestName } from './suggest-name.ts';

/** The entries of a front matter by what their keys mean. */
export interface GroupedEntries {
  readonly known: ReadonlyMap<ArticleKey, FrontMatterNode>;
  /** Entries whose keys mean nothing, no key twice. */
  readonly unknown: readonly FrontMatterEntry[];
}

/**
 * Tells known keys from data. Of a key that is there more than once the last counts (as to JSON and to most YAML), but one
 * with a value before one without. A synonym counts only where the key itself is not given.
 */
export function groupEntries(entries: readonly FrontMatterEntry[], report: Report): GroupedEntries {
  const unique = new Map<string, FrontMatterEntry>();
  for (const entry of entries) {
    const earlier = unique.get(entry.key);
    if (earlier !== undefined)
      report('duplicate-key', entry.start, `The key ${quoteValue(entry.key)} is there more than once.`);
    if (earlier === undefined || !isNull(entry.value)) unique.set(entry.key, entry);
  }
  const known = new Map<ArticleKey, FrontMatterNode>();
  const unknown: FrontMatterEntry[] = [];
  for (const entry of unique.values()) {
    const key = findArticleKey(entry.key);
    if (key === undefined) {
      noteUnknown(entry, report);
      unknown.push(entry);
    } else {
      if (key !== entry.key && key === entry.key.toLowerCase()) {
        report('key-spelling', entry.start, `The key ${quoteValue(entry.key)} is read as "${key}".`);
      }
      if (key === entry.key || !known.has(key)) known.set(key, entry.value);
    }
  }
  return { known, unknown };
}

function noteUnknown({ key, start }: FrontMatterEntry, report: Report): void {
  const meant = suggestName(key, articleKeyNames);
  if (meant !== undefined)
    report('unknown-key', start, `The key ${quoteValue(key)} is not known. Did you mean "${meant}"?`);
}
