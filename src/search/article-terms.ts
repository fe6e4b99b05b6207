/** Where a term stands, as bits of a number. */
export const Field = Object.freeze({ TITLE: 1, PROJECT: 2 });

/**
 * The terms of one article, as arrays side by side. A pair is two code units of folded text that stand next to each
 * other; its followers are the units that come after it.
 */
export interface ArticleTerms {
  /** Every code unit that is in a pair or stands alone, ascending. */
  readonly alphabet: Uint16Array;
  /** For each unit of the alphabet, the index in `seconds` at which its pairs begin; one more at the end. */
  readonly starts: Uint32Array;
  /** For each pair, by its first and second unit, the second: an index into the alphabet. */
  readonly seconds: Uint16Array;
  /** `Field` bits of each pair. */
  readonly fields: Uint8Array;
  /** For each pair, the index in `followers` at which its own begin; one more at the end. */
  readonly followerStarts: Uint32Array;
  /**
   * What comes after each pair, ascending: 0 for the end of the run, else 1 + n for the n-th pair that begins with this
   * pair's second unit.
   */
  readonly followers: Uint16Array;
  /** Ascending by code unit, facets among them. */
  readonly words: readonly string[];
  /** `Field` bits of each word. */
  readonly wordFields: readonly number[];
}
