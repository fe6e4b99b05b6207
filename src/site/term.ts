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
  /** Without doubles, in the order given. */
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
  for (const names of namesInOrder) {
    for (const name of names.map(normalizeName)) {
      if (!terms.has(name))
        terms.set(name, makeTerm({ title: name, url: `${folder}${slugs.claim(name)}/` }, configs.get(name)));
    }
  }
  return {
    terms: [...terms.values()],
    find: (names) => {
      if (names.length === 0) return NONE;
      const found = names.map((name) => terms.get(normalizeName(name))!);
      return found.length === 1 ? found : [...new Set(found)];
    },
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
  for (const term of [...article.tags, ...article.authors]) (term as GrowingTerm).articles.push(article);
}
