import type { BodyImage, OutlineEntry } from '../src/html/cleaned-body.ts';
import type { SafeHtml } from '../src/html/safe-html.ts';

/** What an article or a standalone page has beside its page data: the cleaned body that `bodyDigest` names. */
export interface PageBody {
  readonly html: SafeHtml;
  readonly outline: readonly OutlineEntry[];
  /** In document order. */
  readonly images: readonly BodyImage[];
}
