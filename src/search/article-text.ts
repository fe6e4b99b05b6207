/** What an article's page says: what a text is looked for in, and what is shown of a result. */
export interface ArticleText {
  readonly title: string;
  /** As the index took it in: blocks separated by newlines. */
  readonly text: string;
  readonly projects: readonly string[];
  /** First category path, parent to child. */
  readonly category: readonly string[];
  readonly authors: readonly string[];
  /** UTC instant, ms. */
  readonly date?: number;
  /** BCP 47. */
  readonly lang?: string;
}
