import type { ArticleTerms } from './article-terms.ts';

/** What an article's terms are without its words. */
export type PairTerms = Omit<ArticleTerms, 'words' | 'wordFields'>;

/** How many there are of each part. */
export interface TermSizes {
  readonly alphabet: number;
  readonly pairs: number;
  readonly followers: number;
}

/**
 * Arrays for the terms of one article after the other. Small arrays that live for the length of an article are the bulk of
 * what a collector of garbage would have to do.
 */
export class TermsRoom {
  #alphabet = new Uint16Array(1024);
  #starts = new Uint32Array(1025);
  #seconds = new Uint16Array(2048);
  #fields = new Uint8Array(2048);
  #followerStarts = new Uint32Array(2049);
  #followers = new Uint16Array(2048);

  /** @returns Arrays of just these sizes, filled with zeros; valid until the next ones are taken. */
  take({ alphabet, pairs, followers }: TermSizes): PairTerms {
    if (this.#alphabet.length < alphabet) {
      this.#alphabet = new Uint16Array(alphabet * 2);
      this.#starts = new Uint32Array(alphabet * 2 + 1);
    }
    if (this.#seconds.length < pairs) {
      this.#seconds = new Uint16Array(pairs * 2);
      this.#fields = new Uint8Array(pairs * 2);
      this.#followerStarts = new Uint32Array(pairs * 2 + 1);
    }
    if (this.#followers.length < followers) this.#followers = new Uint16Array(followers * 2);
    return {
      alphabet: this.#alphabet.subarray(0, alphabet).fill(0),
      starts: this.#starts.subarray(0, alphabet + 1).fill(0),
      seconds: this.#seconds.subarray(0, pairs).fill(0),
      fields: this.#fields.subarray(0, pairs).fill(0),
      followerStarts: this.#followerStarts.subarray(0, pairs + 1).fill(0),
      followers: this.#followers.subarray(0, followers).fill(0),
    };
  }
}
