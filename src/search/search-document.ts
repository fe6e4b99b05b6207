/** What the index takes in of an article. All of it is plain text. */
export interface SearchDocument {
  readonly title: string;
  /** Blocks separated by newlines, as `readBodyText` gives it: the words of a page are verified against the same text. */
  readonly text: string;
  /** Names of the companies and products that it is about. */
  readonly projects: readonly string[];
  /** Paths from parent to child. */
  readonly categories: readonly (readonly string[])[];
  /** Who wrote it, and where it comes from. */
  readonly sources: readonly string[];
  readonly tags: readonly string[];
}
