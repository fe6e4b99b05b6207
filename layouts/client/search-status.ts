import type { SearchProgress } from '../../src/search/search-index.ts';

/** Where a search stands, in words, for readers and screen readers alike. */
export type SearchState =
  | { readonly kind: 'idle' | 'busy' | 'none' | 'failed' }
  | {
      readonly kind: 'found';
      /** Results on the page. */
      readonly shown: number;
      readonly isDone: boolean;
      readonly progress: SearchProgress;
    };

/** Whoever types quickly is not told each time that a search has begun. Ms. */
const PATIENCE = 300;

/** The line above the results. It is a live region: what is written to it is read aloud. */
export class SearchStatus {
  readonly #line: HTMLElement;
  readonly #parts: DocumentFragment;
  #timer = 0;

  constructor(section: HTMLElement) {
    this.#line = section.querySelector<HTMLElement>('.search-status')!;
    this.#parts = section.querySelector('template')!.content;
  }

  show(state: SearchState): void {
    clearTimeout(this.#timer);
    switch (state.kind) {
      case 'idle':
        this.#line.replaceChildren();
        break;
      case 'busy':
        this.#timer = setTimeout(() => this.#line.replaceChildren(this.#clone('.js-busy')), PATIENCE);
        break;
      case 'none':
        this.#line.replaceChildren(this.#clone('.js-none'));
        break;
      case 'failed':
        this.#line.replaceChildren(this.#clone('.js-failed'));
        break;
      case 'found':
        this.#line.replaceChildren(...this.#describe(state));
    }
  }

  #describe({ shown, isDone, progress }: Extract<SearchState, { kind: 'found' }>): Node[] {
    const isAll = isCounted(progress);
    const found = this.#clone('.js-found');
    found.querySelector('.js-count')!.textContent = String(isAll ? progress.found : shown);
    return [
      ...(progress.isExact ? [] : [this.#clone('.js-relaxed'), document.createTextNode(' ')]),
      found,
      ...(isAll || isDone ? [] : [this.#clone('.js-more')]),
    ];
  }

  #clone(selector: string): HTMLElement {
    return this.#parts.querySelector(selector)!.cloneNode(true) as HTMLElement;
  }
}

/** Whether it is known how many results there are, whether they are shown or not. */
export function isCounted({ isCertain, searched, documents }: SearchProgress): boolean {
  return isCertain && searched === documents;
}
