import { CORPUS_DATES, type GeneratedArticle, generateArticle } from '../corpus/generate-article.ts';

/** What has happened since the last build. In the order in which they are measured: each builds on the one before. */
export const CASES = Object.freeze(['cold', 'unchanged', 'added', 'edited'] as const);
export type CaseName = (typeof CASES)[number];

export const CASE_LABELS: { readonly [name in CaseName]: string } = Object.freeze({
  cold: 'Cold: no cache, no output',
  unchanged: 'Nothing changed',
  added: 'One article added, the newest',
  edited: 'One article edited',
});

export interface CorpusChoice {
  readonly articles: number;
  readonly seed: number;
}

const HOUR = 60 * 60 * 1000;

/** The article that a run adds: newer than all of the corpus, and than those of earlier runs. @param run - From 0. */
export function addedArticle({ articles, seed }: CorpusChoice, run: number): GeneratedArticle {
  return generateArticle(articles + run, seed, { date: CORPUS_DATES.last + (run + 1) * HOUR });
}

/** The article that is edited, one from the middle of the corpus. */
export function articleToEdit({ articles, seed }: CorpusChoice): GeneratedArticle {
  return generateArticle(Math.floor(articles / 2), seed);
}

/** The article with a correction at its end, another one for each run. @param run - From 0. */
export function editArticle(article: GeneratedArticle, run: number): GeneratedArticle {
  const end = article.text.lastIndexOf('</div>');
  if (end === -1) throw new Error('An article of the corpus ends its wrapper.');
  const correction = `<p>更正：第 ${run + 1} 稿改动了一处数字。</p>\n`;
  return { ...article, text: article.text.slice(0, end) + correction + article.text.slice(end) };
}
