import type { AuthorConfig } from '../content/site-config.ts';
import type { Link } from './page.ts';
import type { SiteArticle, Term } from './site.ts';
import { LIST_SUBPATHS, normalizeName } from './taxonomy.ts';
import { createSlugSpace } from './term-slug.ts';

interface GrowingTerm extends Term {
  readonly articles: SiteArticle[];
}

/** All terms of a taxonomy without levels: tags, or authors. */
export interface TermIndex {
  /** In order of first use. */
  readonly terms: readonly Term[];
  /** Without doubles, in the order given. @param names - One of those that were given. */
  readonly find: (names: readonly string[]) => readonly Term[];
}

const NONE: readonly Term[] = Object.freeze([]);

/**
 * Gives every name its list.
 *
 * @param namesInOrder - The names of each article, in order of first publication: a name's slug never depends on later ones.
 * @param folder - URL of the index, e.g. `/tags/`.
 * @param described - Names of which `site.yaml` says more.
 */
export function indexTerms(
  namesInOrder: Iterable<readonly string[]>,
  folder: string,
  described: readonly AuthorConfig[] = [],
): TermIndex {
  const configs = new Map(described.map((config) => [normalizeName(config.name), config]));
  const slugs = createSlugSpace(LIST_SUBPATHS);
  const terms = new Map<string, GrowingTerm>();
  /** By the names as an article has them: of a store, articles with the same names have the same object. */
  const found = new Map<readonly string[], readonly Term[]>();
  for (const names of namesInOrder) {
    if (found.has(names)) continue;
    const normalized = names.map(normalizeName);
    for (const name of normalized) {
      if (!terms.has(name))
        terms.set(name, makeTerm({ title: name, url: `${folder}${slugs.claim(name)}/` }, configs.get(name)));
    }
    found.set(
      names,
      [...new Set(normalized)].map((name) => terms.get(name)!),
    );
  }
  return {
    terms: [...terms.values()],
    find: (names) => found.get(names) ?? NONE,
  };
}

function makeTerm(link: Link, config: AuthorConfig | undefined): GrowingTerm {
  if (config === undefined) return { link, identity: JSON.stringify(link), articles: [] };
  const { portrait, bio, url: website } = config;
  const picture = portrait === undefined ? {} : { portrait };
  const pictured = { ...link, ...picture };
  return {
    link: pictured,
    identity: JSON.stringify(pictured),
    profile: { ...picture, ...(bio !== undefined && { bio }), ...(website !== undefined && { website }) },
    articles: [],
  };
}

/** Lists an article under its terms. Call newest first. */
export function enterTerms(article: SiteArticle): void {
  for (const term of article.tags) (term as GrowingTerm).articles.push(article);
  for (const term of article.authors) (term as GrowingTerm).articles.push(article);
}
