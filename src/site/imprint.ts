import { createHash, hash } from 'node:crypto';
import type { SiteArticle } from './site.ts';

/** Bytes of an article's mark: what stands for it is far beyond accident and out of reach of malice. */
const MARK = 16;
const WORDS = MARK / 4;
const DIGEST_LENGTH = 22;

/**
 * A short name for texts and articles in their order, for a group of pages that shows them. An article counts by its
 * `identity`, of which a mark is made once: it is in a dozen lists.
 */
export class Imprint {
  readonly #seed: string;
  readonly #articles: readonly SiteArticle[];
  #marks: Uint32Array | undefined;
  #text: string;
  #gathered: Uint32Array = new Uint32Array(1024 * WORDS);
  #length = 0;

  /**
   * @param articles - All of a site.
   * @param seed - What every group depends on.
   */
  constructor(articles: readonly SiteArticle[], seed: string) {
    this.#articles = articles;
    this.#seed = seed;
    this.#text = seed;
  }

  /** @param texts - Each counts by itself: `['ab', 'c']` is not `['a', 'bc']`. */
  add(...texts: readonly string[]): this {
    for (const text of texts) this.#text += `\n${text.length} ${text}`;
    return this;
  }

  /** @param end - Not among them. Default: all. */
  addArticles(articles: readonly SiteArticle[], start = 0, end = articles.length): this {
    this.add(String(end - start));
    for (let at = start; at < end; at++) this.addArticle(articles[at]!);
    return this;
  }

  /** Whoever adds articles one by one has to add a text that tells how many. */
  addArticle({ position }: SiteArticle): void {
    this.#marks ??= markArticles(this.#articles);
    if (this.#length === this.#gathered.length) this.#grow();
    const from = position * WORDS;
    for (let word = 0; word < WORDS; word++) this.#gathered[this.#length++] = this.#marks[from + word]!;
  }

  /** The name of all that was added since it was taken last: 22 characters. */
  take(): string {
    const bytes = new Uint8Array(this.#gathered.buffer, 0, this.#length * 4);
    const digest = createHash('sha256')
      .update(`${this.#text.length} ${this.#text}`)
      .update(bytes)
      .digest('base64url');
    this.#text = this.#seed;
    this.#length = 0;
    return digest.slice(0, DIGEST_LENGTH);
  }

  #grow(): void {
    const larger = new Uint32Array(this.#gathered.length * 2);
    larger.set(this.#gathered);
    this.#gathered = larger;
  }
}

/** The marks of all articles, one after the other, by position. */
function markArticles(articles: readonly SiteArticle[]): Uint32Array {
  const bytes = Buffer.alloc(articles.length * MARK);
  // As text of a byte a character: a buffer for each takes ten times as long.
  for (const [at, { identity }] of articles.entries())
    bytes.write(hash('sha256', identity, 'binary'), at * MARK, MARK, 'latin1');
  return new Uint32Array(bytes.buffer, bytes.byteOffset, articles.length * WORDS);
}
