import type { Page } from '../site/page.ts';
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
    return digest(this.#common, this.#textOf(page));
  }

  #textOf(value: unknown): string {
    if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? '';
    if (Array.isArray(value)) return `[${value.map((item) => this.#textOf(item)).join()}]`;
    if (!isCard(value)) return this.#spell(value);
    let text = this.#cards.get(value);
    if (text === undefined) {
      text = digest(this.#spell(value));
      this.#cards.set(value, text);
    }
    return text;
  }

  #spell(value: object): string {
    let text = '{';
    for (const [name, held] of Object.entries(value)) text += `${name}:${this.#textOf(held)},`;
    return `${text}}`;
  }
}

/** An `ArticleCard`: the only kind of object with an excerpt that is not itself a page. */
function isCard(value: object): boolean {
  return 'excerpt' in value && !('kind' in value);
}
