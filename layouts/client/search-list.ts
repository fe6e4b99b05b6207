import type { Piece } from '../../src/search/excerpt.ts';
import type { SearchResult } from '../../src/search/search-result.ts';
import { pageAddress } from './search-address.ts';

/** The results on the page. What a site's articles say becomes text here, never markup. */
export class SearchList {
  readonly #list: HTMLElement;
  readonly #parts: DocumentFragment;
  readonly #basePath: string;
  readonly #dates: Intl.DateTimeFormat;

  constructor(section: HTMLElement) {
    this.#list = section.querySelector<HTMLElement>('.search-list')!;
    this.#parts = section.querySelector('template')!.content;
    this.#basePath = section.dataset.base ?? '/';
    // Year, month and day as pages write them elsewhere: this is the locale that has them in this order.
    this.#dates = new Intl.DateTimeFormat('sv-SE', { timeZone: section.dataset.timeZone || 'UTC' });
    this.#list.addEventListener('keydown', (event) => this.#moveFocus(event));
  }

  get count(): number {
    return this.#list.childElementCount;
  }

  clear(): void {
    this.#list.replaceChildren();
  }

  add({ url, title, excerpt, date, category, authors, lang }: SearchResult): void {
    const item = this.#clone('.js-result');
    const link = item.querySelector('a')!;
    link.href = pageAddress(this.#basePath, url);
    link.replaceChildren(...toNodes(title));
    const text = item.querySelector<HTMLElement>('.card-excerpt')!;
    text.replaceChildren(...toNodes(excerpt));
    if (lang !== undefined) for (const part of [link, text]) part.lang = lang;
    fill(item, '.js-category', category.slice(-2).join(' · '));
    // The channels of a scraped site often bear its name: a result says it once.
    fill(item, '.js-source', authors.filter((author) => !category.includes(author)).join('、'));
    const time = item.querySelector('time')!;
    time.dateTime = new Date(date).toISOString();
    time.textContent = this.#dates.format(date);
    this.#list.append(item);
  }

  /** @returns Whether there is one. */
  focusFirst(): boolean {
    const link = this.#list.querySelector('a');
    link?.focus();
    return link !== null;
  }

  /** A copy of one of the parts that the page keeps for its script. */
  #clone(selector: string): HTMLElement {
    return this.#parts.querySelector(selector)!.cloneNode(true) as HTMLElement;
  }

  /** Up and down arrows go from result to result. */
  #moveFocus(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...this.#list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at === -1 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}

function fill(item: HTMLElement, selector: string, text: string): void {
  const slot = item.querySelector(selector)!;
  if (text === '') slot.remove();
  else slot.textContent = text;
}

function toNodes(pieces: readonly Piece[]): Node[] {
  return pieces.map(({ text, isMatch }) => {
    if (!isMatch) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
