import { readBodyText } from '../search/html-text.ts';
import { ArticleIndexer } from '../search/index-article.ts';
import type { SearchDocument } from '../search/search-document.ts';
import { unpackBody } from './stored-body.ts';

/** An article to be indexed: what its record is made of. */
export interface IndexItem {
  /** Packed. */
  readonly body: Uint8Array;
  readonly description: Omit<SearchDocument, 'text'>;
}

/** Makes the search records of a slice of articles. @param begin - Called with an item's position before it is touched. */
export function indexArticles(items: readonly IndexItem[], begin: (item: number) => void): Uint8Array[] {
  const indexer = new ArticleIndexer();
  return items.map(({ body, description }, at) => {
    begin(at);
    return indexer.index({ ...description, text: readBodyText(unpackBody(body).html) });
  });
}
