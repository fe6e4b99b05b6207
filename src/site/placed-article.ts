import type { ArticleSummary } from './article-summary.ts';
import { ListedArticle } from './listed-article.ts';
import type { Link } from './page.ts';
import type { Category, Project, SiteArticle, Term } from './site.ts';

/** What decides the rest of an article in its place. */
export type Placing = Omit<SiteArticle, 'identity' | 'card' | 'link'>;

/** An article in its place. What only pages show of it is made when one asks for it: most pages are as they were. */
export class PlacedArticle implements SiteArticle {
  readonly summary: ArticleSummary;
  readonly url: string;
  readonly future: boolean;
  readonly position: number;
  readonly categories: readonly Category[];
  readonly tags: readonly Term[];
  readonly authors: readonly Term[];
  readonly projects: readonly Project[];
  #identity: string | undefined;
  #card: ListedArticle | undefined;

  constructor({ summary, url, future, position, categories, tags, authors, projects }: Placing) {
    this.summary = summary;
    this.url = url;
    this.future = future;
    this.position = position;
    this.categories = categories;
    this.tags = tags;
    this.authors = authors;
    this.projects = projects;
  }

  get identity(): string {
    const { summary, url, categories } = this;
    this.#identity ??= `${summary.key ?? JSON.stringify(summary)} ${url} ${categories[0]?.identity ?? ''}`;
    return this.#identity;
  }

  get card(): ListedArticle {
    this.#card ??= new ListedArticle(this.identity, this.summary, this.url, this.categories[0]?.path ?? []);
    return this.#card;
  }

  get link(): Link {
    return { title: this.summary.title, url: this.url };
  }
}
