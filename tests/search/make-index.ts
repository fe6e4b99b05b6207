import type { ArticleText } from '../../src/search/article-text.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { pickFacetNames } from '../../src/search/facet-names.ts';
import { ArticleIndexer } from '../../src/search/index-article.ts';
import type { PreviousIndex } from '../../src/search/plan-index.ts';
import type { IndexEntry } from '../../src/search/plan-segments.ts';
import { SearchIndex } from '../../src/search/search-index.ts';
import type { SearchResult } from '../../src/search/search-result.ts';
import { addText, NOTHING } from '../../src/site/identity.ts';

/** An article of a test, with as much as the test is about. */
export interface TestArticle {
  /** Unlike any other's; the URL is `/p/<key>/`. */
  readonly key: string;
  readonly title?: string;
  readonly text?: string;
  readonly projects?: readonly string[];
  readonly categories?: readonly (readonly string[])[];
  readonly sources?: readonly string[];
  readonly tags?: readonly string[];
  /** UTC instant, ms, or what `Date.parse` reads; default: as many days after 2024-01-01 as its place in the list. */
  readonly date?: number | string;
}

/** An index in memory. */
export interface TestIndex {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What the build wrote, of `files`. */
  readonly written: ReadonlyMap<string, Uint8Array>;
  readonly ledger: Uint8Array;
  readonly articles: readonly TestArticle[];
}

const DAY = 86_400_000;

/** Builds the index of some articles. @param before - The index of the build before. */
export function makeIndex(articles: readonly TestArticle[], before?: TestIndex): TestIndex {
  const indexer = new ArticleIndexer();
  const records = new Map(articles.map((article) => [article.key, indexer.index(toDocument(article))]));
  const written = new Map<string, Uint8Array>();
  const build = buildIndex(
    articles.map((article, at) => toEntry(article, at)),
    {
      timeZone: 'Asia/Shanghai',
      names: nameFacets(articles),
      readRecord: ({ key }) => records.get(key)!,
      previous: before === undefined ? undefined : toPrevious(before),
    },
  );
  for (;;) {
    const step = build.next();
    if (step.done === true) {
      const all = new Map([...(before?.files ?? []), ...written]);
      const files = new Map(step.value.files.map((path) => [path, all.get(path)!]));
      return { files, written, ledger: step.value.ledger, articles };
    }
    written.set(step.value.path, step.value.bytes);
  }
}

function toPrevious({ files, ledger }: TestIndex): PreviousIndex {
  return { manifest: new TextDecoder().decode(files.get('manifest.json')), ledger };
}

function toDocument({
  title = '',
  text = '',
  projects = [],
  categories = [],
  sources = [],
  tags = [],
}: TestArticle) {
  return { title, text, projects, categories, sources, tags };
}

function toEntry(article: TestArticle, at: number): IndexEntry {
  const { key } = article;
  return {
    key,
    identity: addText(NOTHING, JSON.stringify([key, toDocument(article)])),
    url: `/p/${key}/`,
    date: dateOf(article, at),
  };
}

function nameFacets(articles: readonly TestArticle[]) {
  const paths = articles.flatMap(({ categories = [] }) =>
    categories.flatMap((names) => names.map((_, depth) => names.slice(0, depth + 1).join('/'))),
  );
  const sources = articles.flatMap(({ sources: names = [] }) => names);
  return pickFacetNames(new Map(paths.map((name) => [name, 1])), new Map(sources.map((name) => [name, 1])));
}

function dateOf({ date = Date.UTC(2024, 0, 1) }: TestArticle, at: number): number {
  return typeof date === 'string' ? Date.parse(date) : date === Date.UTC(2024, 0, 1) ? date + at * DAY : date;
}

/** Opens an index. @param onRead - Told each file that is read. */
export function openIndex(
  { files, articles }: TestIndex,
  onRead: (path: string) => void = () => {},
): SearchIndex {
  const byUrl = new Map(articles.map((article) => [`/p/${article.key}/`, article]));
  return new SearchIndex({
    readFile: async (path) => {
      onRead(path);
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error(`There is no ${path}`);
      return bytes;
    },
    readArticle: async (url) => {
      onRead(url);
      return toText(byUrl.get(url));
    },
  });
}

function toText(article: TestArticle | undefined): ArticleText | undefined {
  if (article === undefined) return undefined;
  const { title = '', text = '', projects = [], categories = [], sources = [] } = article;
  return { title, text, projects, category: categories[0] ?? [], authors: sources };
}

/** All results of a query. */
export async function searchAll(index: TestIndex, query: string): Promise<SearchResult[]> {
  const results: SearchResult[] = [];
  for await (const event of openIndex(index).search(query)) {
    if (event.kind === 'result') results.push(event.result);
  }
  return results;
}

/** Keys of the articles that a query finds as it was typed, best first. */
export async function findKeys(index: TestIndex, query: string): Promise<string[]> {
  const results = await searchAll(index, query);
  return results.filter(({ isExact }) => isExact).map(({ url }) => url.slice('/p/'.length, -1));
}
