import { createHash } from 'node:crypto';
import { markSummary } from './article-mark.ts';
import { addNumber, addText, NOTHING } from './identity.ts';
import type { Category, SiteArticle } from './site.ts';

/** Numbers of an article's mark: one stands for its summary, the other for summary, first category and URL. */
const NUMBERS = 2;
/** As they are gathered. */
const WORDS = NUMBERS * 2;
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

  /** @param articles - Newest first. @param end - Not among them. Default: all. */
  addArticles(articles: readonly SiteArticle[], start = 0, end = articles.length): this {
    this.add(String(end - start));
    if (end === start) return this;
    const first = articles[start]!.position;
    // Of a month, and of the whole site, all that lie between two are among them.
    if (articles[end - 1]!.position - first === end - 1 - start) this.#addMarks(first, first + end - start);
    else for (let at = start; at < end; at++) this.addArticle(articles[at]!);
    return this;
  }

  /** Whoever adds articles one by one has to add a text that tells how many. */
  addArticle({ position }: SiteArticle): void {
    this.#addMarks(position, position + 1);
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

  /** Those of articles by position. @param end - Exclusive. */
  #addMarks(start: number, end: number): void {
    this.#marks ??= markArticles(this.#articles);
    const length = this.#length + (end - start) * WORDS;
    if (length > this.#gathered.length) this.#grow(length);
    let to = this.#length;
    for (let at = start * WORDS; at < end * WORDS; at++) this.#gathered[to++] = this.#marks[at]!;
    this.#length = length;
  }

  #grow(length: number): void {
    const larger = new Uint32Array(2 * length);
    larger.set(this.#gathered);
    this.#gathered = larger;
  }
}

/** The marks of all articles, one after the other, by position: what `SiteArticle.identity` is made of, as numbers. */
export function markArticles(articles: readonly SiteArticle[]): Uint32Array {
  const marks = new Float64Array(articles.length * NUMBERS);
  const categories = new Map<Category | undefined, number>([[undefined, NOTHING]]);
  let at = 0;
  for (const article of articles) {
    const { summary, url } = article;
    const category = article.categories[0];
    // A store has numbered its summaries.
    let { markHigh, markLow } = summary;
    if (markHigh === undefined || markLow === undefined) ({ markHigh, markLow } = markSummary(summary));
    let ofCategory = categories.get(category);
    if (ofCategory === undefined) {
      ofCategory = addText(NOTHING, category!.identity);
      categories.set(category, ofCategory);
    }
    marks[at++] = markHigh;
    marks[at++] = addText(addNumber(ofCategory, markLow), url);
  }
  return new Uint32Array(marks.buffer);
}
