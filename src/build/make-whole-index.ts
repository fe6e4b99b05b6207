import { buildIndex } from '../search/build-index.ts';
import type { SearchFile } from '../search/search-file.ts';
import type { ArrangedSite } from './arrange-content.ts';
import { digestIndexingCode, type IndexingOptions, indexEntries } from './index-entries.ts';

/** The whole search index in its canonical form, in memory: for who writes files in another way than `runBuild`. */
export async function makeWholeIndex(
  { search, config }: ArrangedSite,
  hands: Pick<IndexingOptions, 'store' | 'workforce'>,
): Promise<readonly SearchFile[]> {
  const { entries, names, articleKeys } = search;
  await indexEntries(entries, { ...hands, config, code: digestIndexingCode(), articleKeys });
  const readRecord = ({ key }: { readonly key: string }) =>
    hands.store.getTerms(articleKeys.get(key)!)!.record;
  return [...buildIndex(entries, { timeZone: config.timeZone, names, readRecord })];
}
