import { encodeArticleTerms } from './article-record.ts';
import { Field } from './article-terms.ts';
import { BitWriter } from './bit-writer.ts';
import { collectWords, compareUnits } from './collect-words.ts';
import { listFacetTerms } from './facet.ts';
import { foldUnits } from './fold-text.ts';
import { PairCollector } from './pair-collector.ts';
import type { SearchDocument } from './search-document.ts';

/**
 * Makes of each article everything that the index has to know of it, in about 2 KB: made once, kept with the article, and
 * written into one segment after the other. The same article gives the same bytes on every machine.
 */
export class ArticleIndexer {
  readonly #pairs = new PairCollector();
  readonly #writer = new BitWriter(4096);

  index(document: SearchDocument): Uint8Array {
    const texts = [
      { text: foldUnits(document.title), field: Field.TITLE },
      { text: foldUnits(document.projects.join('\n')), field: Field.PROJECT },
      { text: foldUnits(document.text), field: 0 },
    ];
    const wordFields = new Map<string, number>();
    for (const { text, field } of texts) {
      this.#pairs.add(text, field);
      collectWords(wordFields, text, field);
    }
    for (const term of listFacetTerms(document)) wordFields.set(term, 0);
    const words = [...wordFields.keys()].sort(compareUnits);
    const terms = {
      ...this.#pairs.build(),
      words,
      wordFields: words.map((word) => wordFields.get(word)!),
    };
    return encodeArticleTerms(terms, this.#writer);
  }
}
