import type { ArticleSummary } from './article-summary.ts';
import { addText, NOTHING } from './identity.ts';

/** What an article is found by whatever the rest of the site is: its path and its texts. Names depend on the site. */
export type ArticleTexts = Pick<ArticleSummary, 'sourcePath' | 'bodyDigest' | 'title' | 'sourceUrl'>;

/** Stands for an article's own texts: see `identity.ts`. */
export function identifyTexts({ sourcePath, bodyDigest, title, sourceUrl = '' }: ArticleTexts): number {
  return addText(addText(addText(addText(NOTHING, sourcePath), bodyDigest), title), sourceUrl);
}
