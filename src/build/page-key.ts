import type { ArticleCard, Page } from '../site/page.ts';
import { digest } from './digest.ts';

/**
 * Names pages by what they show: the digest of a page's data, of the chrome and of the code that renders it. Article
 * cards are shared between pages, so each is put into text once.
 */
export class PageKeys {
  readonly #cards = new WeakMap<object, string>();
  readonly #common: string;

  /** @param common - Digest of what all pages depend on. */
  constructor(common: string) {
    this.#common = common;
  }

  keyOf(page: Page): string {
    const shown: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(page))
      shown[name] = isCardList(value) ? this.#list(value) : value;
    return digest(this.#common, JSON.stringify(shown));
  }

  #list(cards: readonly ArticleCard[]): string {
    return cards.map((card) => this.#card(card)).join();
  }

  #card(card: ArticleCard): string {
    let text = this.#cards.get(card);
    if (text === undefined) {
      text = digest(JSON.stringify(card));
      this.#cards.set(card, text);
    }
    return text;
  }
}

/** Lists of cards are what the bulk of most pages' data is. */
function isCardList(value: unknown): value is readonly ArticleCard[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const [first] = value as readonly unknown[];
  return typeof first === 'object' && first !== null && 'readingMinutes' in first;
}
