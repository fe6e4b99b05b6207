import { addNumber, addText, NOTHING } from '../site/identity.ts';
import type { Category, Project, Site, SiteArticle, Term } from '../site/site.ts';
import { identifyTexts } from '../site/text-identity.ts';
import { type FacetNames, pickFacetNames } from './facet-names.ts';
import type { IndexEntry } from './plan-segments.ts';
import type { SearchDocument } from './search-document.ts';

/** An article as the index lists it. */
export interface SiteEntry extends IndexEntry {
  readonly article: SiteArticle;
  /** All that the record is made of, or what stands for it. Equal texts, equal records. */
  readonly content: string;
}

/** All articles, with what tells their versions apart: cheap to make, since it is made of every article at every build. */
export function listEntries({ articles }: Pick<Site, 'articles'>): SiteEntry[] {
  const names = new NameIdentities();
  return articles.map((article) => new ArticleEntry(article, names));
}

class ArticleEntry implements SiteEntry {
  readonly article: SiteArticle;
  readonly #names: NameIdentities;

  constructor(article: SiteArticle, names: NameIdentities) {
    this.article = article;
    this.#names = names;
  }

  get key(): string {
    return this.article.summary.sourcePath;
  }

  /** Of what `content` spells. */
  get identity(): number {
    const { summary, categories, authors, tags, projects } = this.article;
    let identity = summary.textIdentity ?? identifyTexts(summary);
    identity = this.#names.add(identity, categories);
    identity = this.#names.add(identity, authors);
    identity = this.#names.add(identity, tags);
    return this.#names.add(identity, projects);
  }

  /** Spelled when it is asked for, which is twice at most: of all articles together it is long. */
  get content(): string {
    return spellContent(this.article);
  }

  get url(): string {
    return this.article.url;
  }

  get date(): number {
    return this.article.summary.date;
  }
}

/** What a document is found by the name of. */
type Named = Category | Term | Project;

/** Identities of the names that many articles share. */
class NameIdentities {
  readonly #known = new Map<Named, number>();

  add(identity: number, named: readonly Named[]): number {
    let added = addNumber(identity, named.length);
    for (const one of named) added = addNumber(added, this.#of(one));
    return added;
  }

  #of(named: Named): number {
    let identity = this.#known.get(named);
    if (identity === undefined) {
      identity = listNames(named).reduce(addText, NOTHING);
      this.#known.set(named, identity);
    }
    return identity;
  }
}

function listNames(named: Named): readonly string[] {
  if ('path' in named) return named.path.map(({ title }) => title);
  return ['link' in named ? named.link.title : named.card.name];
}

/** What the index takes in of an article beside the text of its body: what its page shows. */
export function describeArticle(article: SiteArticle): Omit<SearchDocument, 'text'> {
  const { summary, categories, authors, tags, projects } = article;
  return {
    title: summary.title,
    projects: projects.map(({ card }) => card.name),
    categories: categories.map(({ path }) => path.map(({ title }) => title)),
    sources: [...authors.map(({ link }) => link.title), ...listHosts(summary.sourceUrl)],
    tags: tags.map(({ link }) => link.title),
  };
}

function spellContent({ summary, categories, authors, tags, projects }: SiteArticle): string {
  let text = `${summary.bodyDigest}\n${summary.title}\n${summary.sourceUrl ?? ''}`;
  for (const { path } of categories) {
    text += '\nc';
    for (const { title } of path) text += `\t${title}`;
  }
  for (const { link } of authors) text += `\na${link.title}`;
  for (const { link } of tags) text += `\nt${link.title}`;
  for (const { card } of projects) text += `\np${card.name}`;
  return text;
}

/** The categories and sources of a site, for the form that narrows a search by them. */
export function nameFacets({ articles, categories, authors }: Site): FacetNames {
  const paths = new Map<string, number>();
  const enter = ({ path, articles: inIt, children }: Category): void => {
    paths.set(path.map(({ title }) => title).join('/'), inIt.length);
    children.forEach(enter);
  };
  categories.forEach(enter);
  const sources = new Map<string, number>();
  const count = (name: string, more: number) => sources.set(name, (sources.get(name) ?? 0) + more);
  for (const author of authors) count(author.link.title, author.articles.length);
  for (const { summary } of articles) for (const host of listHosts(summary.sourceUrl)) count(host, 1);
  return pickFacetNames(paths, sources);
}

/** The host that an article comes from, as its page names it: none, or one. */
function listHosts(sourceUrl: string | undefined): string[] {
  const host = sourceUrl === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(sourceUrl)?.[1];
  return host === undefined ? [] : [host.toLowerCase()];
}
