import { parseDocument } from 'yaml';
import { splitFrontMatter } from '../content/split-front-matter.ts';

/** What tells which article of a source a file holds. */
export interface ArticleIdentity {
  readonly guid?: string;
  /** Absolute URL of the article. */
  readonly source?: string;
  /** Absolute URL of the feed, of an article without one. */
  readonly feed?: string;
}

/**
 * Reads `guid`, `source` and `feed` of a file, fast: only files that hold one of the words in their front matter are parsed.
 *
 * @returns undefined for an article that came from nowhere.
 */
export function readIdentity(text: string): ArticleIdentity | undefined {
  if (!/^["']?(?:guid|source)["']?[ \t]*:/m.test(text.slice(0, 64 * 1024))) return undefined;
  const block = splitFrontMatter(text);
  if (block.kind !== 'front-matter') return undefined;
  const document = parseDocument(text.slice(block.start, block.end), { logLevel: 'silent' });
  const textOf = (key: string) => {
    const value: unknown = document.errors.length === 0 ? document.get(key) : undefined;
    return (typeof value === 'string' || typeof value === 'number') && value !== ''
      ? String(value)
      : undefined;
  };
  const [guid, source, feed] = [textOf('guid'), textOf('source'), textOf('feed')];
  if (guid === undefined && source === undefined) return undefined;
  return {
    ...(guid === undefined ? {} : { guid }),
    ...(source === undefined ? {} : { source }),
    ...(feed === undefined ? {} : { feed }),
  };
}

/** Which files hold which articles of other sites. */
export interface ArticleIndex {
  /** Enters a file. */
  readonly add: (file: string, identity: ArticleIdentity) => void;
  /**
   * The file that holds an article: the one with its guid (and of the same host: many feeds number their items from 1),
   * else the one with its address, unless that has a guid of its own that is still in use.
   */
  readonly find: (wanted: WantedArticle) => string | undefined;
}

export interface WantedArticle extends ArticleIdentity {
  /** Guids of the whole source as it is now. */
  readonly guids: ReadonlySet<string>;
}

interface Entry extends ArticleIdentity {
  readonly file: string;
}

export function createArticleIndex(): ArticleIndex {
  const byGuid = new Map<string, Entry[]>();
  const bySource = new Map<string, Entry[]>();
  const enter = (map: Map<string, Entry[]>, key: string | undefined, entry: Entry): void => {
    if (key === undefined) return;
    const entries = map.get(key);
    if (entries === undefined) map.set(key, [entry]);
    else entries.push(entry);
  };
  return {
    add: (file, identity) => {
      const entry = { ...identity, file };
      enter(byGuid, identity.guid, entry);
      enter(bySource, identity.source && addressKey(identity.source), entry);
    },
    find: ({ guid, source, feed, guids }) => {
      const named = guid === undefined ? [] : (byGuid.get(guid) ?? []);
      const sameHost = named.find((entry) => isSameHost(entry.source ?? entry.feed, source ?? feed));
      if (sameHost !== undefined) return sameHost.file;
      const placed = source === undefined ? [] : (bySource.get(addressKey(source)) ?? []);
      return placed.find((entry) => entry.guid === undefined || guid === undefined || !guids.has(entry.guid))
        ?.file;
    },
  };
}

function isSameHost(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return hostOf(a) === hostOf(b);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

/** Addresses that lead to one article: the scheme, a trailing slash, fragments and campaign parameters do not matter. */
export function addressKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const parameters = [...url.searchParams].filter(([name]) => !/^(?:utm_\w+|spm)$/i.test(name));
  const query = parameters.length === 0 ? '' : `?${new URLSearchParams(parameters)}`;
  return `${hostOf(address)}:${url.port}${url.pathname.replace(/\/+$/, '')}${query}`;
}
