import { absoluteUrl } from './link.ts';
import type {
  ArticlePage,
  AuthorLink,
  AuthorProfile,
  CategoryPage,
  Link,
  ListPage,
  Page,
  ProjectPage,
  SiteChrome,
} from './page.ts';
import { findShareImage, keepShareable } from './share-image.ts';

/** A JSON-LD node: what search engines read of a page. Vocabulary: schema.org. */
export interface JsonLd {
  readonly '@context': 'https://schema.org';
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/** Search engines show no more of a headline: developers.google.com/search/docs/appearance/structured-data/article. */
const MAX_HEADLINE = 110;

/** Everything that a page says of itself in JSON-LD, most specific first; nothing for pages that are not to be listed. */
export function listStructuredData(page: Page, chrome: SiteChrome): readonly JsonLd[] {
  switch (page.kind) {
    case 'home':
      return [describeWebSite(chrome)];
    case 'article':
      return [
        describeNewsArticle(page, chrome),
        ...listBreadcrumbs([...(page.categories[0] ?? []), page], chrome),
      ];
    case 'category':
      return [describeCollection(page, chrome), ...listBreadcrumbs(page.path, chrome)];
    case 'list':
      return [
        ...(page.profile === undefined ? [] : [describeProfile(page, page.profile, chrome)]),
        describeCollection(page, chrome),
        ...listBreadcrumbs([...page.breadcrumb, page], chrome),
      ];
    case 'project':
      return [describeCollection(page, chrome)];
    default:
      return [];
  }
}

/** An article as news. */
export function describeNewsArticle(page: ArticlePage, chrome: SiteChrome): JsonLd {
  const { siteUrl } = chrome;
  const section = page.categories[0]?.map(({ title }) => title).join(' / ');
  const keywords = page.tags.map(({ title }) => title);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: Array.from(page.title).slice(0, MAX_HEADLINE).join(''),
    ...(page.excerpt !== '' && { description: page.excerpt }),
    url: absoluteUrl(siteUrl, page.url),
    mainEntityOfPage: absoluteUrl(siteUrl, page.url),
    datePublished: new Date(page.date).toISOString(),
    dateModified: new Date(page.updated ?? page.date).toISOString(),
    inLanguage: page.lang ?? chrome.language,
    image: [absoluteUrl(siteUrl, keepShareable(page.thumbnail?.src) ?? findShareImage(page, chrome).url)],
    author:
      page.authors.length > 0
        ? page.authors.map((author) => describePerson(author, siteUrl))
        : [describePublisher(chrome)],
    publisher: describePublisher(chrome),
    ...(section && { articleSection: section }),
    ...(keywords.length > 0 && { keywords }),
    wordCount: page.wordCount,
    timeRequired: `PT${page.readingMinutes}M`,
    ...(page.sourceUrl !== undefined && { isBasedOn: page.sourceUrl }),
  };
}

/** A page that lists articles: the front of a category, a list, or a project's page. */
export function describeCollection(page: CategoryPage | ListPage | ProjectPage, chrome: SiteChrome): JsonLd {
  const lead = page.kind === 'category' && page.lead !== undefined ? [page.lead] : [];
  const articles = [...lead, ...page.articles];
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name: page.title,
    url: absoluteUrl(chrome.siteUrl, page.url),
    inLanguage: chrome.language,
    ...(page.kind === 'category' && page.description !== undefined && { description: page.description }),
    ...(page.kind === 'project' && { about: { '@type': 'Organization', name: page.project.name } }),
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: articles.map(({ url, title }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: title,
        url: absoluteUrl(chrome.siteUrl, url),
      })),
    },
  };
}

/** The page of an author who is described: developers.google.com/search/docs/appearance/structured-data/profile-page. */
function describeProfile(page: ListPage, profile: AuthorProfile, { siteUrl }: SiteChrome): JsonLd {
  const { portrait, bio, website } = profile;
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    mainEntity: {
      ...describePerson({ ...page, ...(portrait !== undefined && { portrait }) }, siteUrl),
      ...(bio !== undefined && { description: bio }),
      ...(website !== undefined && { sameAs: [website] }),
    },
  };
}

/** The way to a page, from the outermost to the page itself. */
export function describeBreadcrumbs(path: readonly Link[], chrome: SiteChrome): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: path.map(({ title, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: absoluteUrl(chrome.siteUrl, url),
    })),
  };
}

/** The whole site, with its search. */
export function describeWebSite(chrome: SiteChrome): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: chrome.title,
    ...(chrome.description !== '' && { description: chrome.description }),
    url: chrome.siteUrl,
    inLanguage: chrome.language,
    publisher: describePublisher(chrome),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${absoluteUrl(chrome.siteUrl, '/search/')}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

/**
 * JSON that a `<script type="application/ld+json">` can hold: nothing in it ends the script, opens a comment, or reads as a
 * character reference, and it is JavaScript too (U+2028, U+2029).
 */
export function serializeJsonLd(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A path of one is no trail: search engines want two. */
function listBreadcrumbs(path: readonly Link[], chrome: SiteChrome): JsonLd[] {
  return path.length < 2 ? [] : [describeBreadcrumbs(path, chrome)];
}

function describePerson({ title, url, portrait }: AuthorLink, siteUrl: string) {
  return {
    '@type': 'Person',
    name: title,
    url: absoluteUrl(siteUrl, url),
    ...(portrait !== undefined && { image: absoluteUrl(siteUrl, portrait) }),
  };
}

function describePublisher({ author, siteUrl }: SiteChrome) {
  return { '@type': 'Organization', name: author, url: siteUrl };
}
