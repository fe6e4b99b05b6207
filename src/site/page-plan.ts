import { ListedArticle } from './listed-article.ts';
import type { Page } from './page.ts';

/** A page before it is made: enough to tell whether it would be another than before, without the texts that it shows. */
export interface PagePlan {
  readonly kind: Page['kind'];
  /** As the page has it. */
  readonly url: string;
  /** Stands for the page: equal identities, equal pages. */
  readonly identify: () => string;
  readonly make: () => Page;
}

/** The plan of a page whose data are at hand, but for the texts of the articles that it lists. */
export class PlannedPage implements PagePlan {
  readonly kind: Page['kind'];
  readonly url: string;
  readonly #page: Page;
  readonly #decided: string | undefined;

  /**
   * @param page - Its cards may be `ListedArticle`, at any depth.
   * @param decided - A field that is decided by all others, and not to be looked at for the identity.
   */
  constructor(page: Page, decided?: string) {
    this.kind = page.kind;
    this.url = page.url;
    this.#page = page;
    this.#decided = decided;
  }

  identify(): string {
    const shown: Record<string, unknown> = {};
    for (const name of Object.keys(this.#page)) {
      if (name !== this.#decided) shown[name] = nameListed(this.#page[name as keyof Page]);
    }
    return JSON.stringify(shown);
  }

  make(): Page {
    return spellOut(this.#page) as Page;
  }
}

/** What stands for a card or a list of cards; other values as they are, whose cards are then spelled out as JSON. */
function nameListed(value: unknown): unknown {
  if (value instanceof ListedArticle) return value.identity;
  if (!Array.isArray(value) || !(value[0] instanceof ListedArticle)) return value;
  return (value as readonly ListedArticle[]).map(({ identity }) => identity);
}

function spellOut(value: unknown): unknown {
  if (value instanceof ListedArticle) return value.toJSON();
  if (Array.isArray(value)) return value.map(spellOut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, spellOut(held)]));
}
