import { parseDocument } from 'yaml';

/** What `_config.yml` of a Hexo site says about addresses, and about the site. */
export interface HexoConfig {
  readonly title?: string;
  readonly description?: string;
  readonly author?: string;
  /** BCP 47. */
  readonly language?: string;
  /** IANA name; absent: that of the machine which built the site. */
  readonly timeZone?: string;
  /** Absolute URL of the home page, ends in `/`. */
  readonly url?: string;
  /** Path of the home page, begins and ends with `/`. */
  readonly root: string;
  /** Relative to the site's folder. */
  readonly sourceDir: string;
  /** e.g. `:year/:month/:day/:title/` */
  readonly permalink: string;
  readonly permalinkDefaults: Readonly<Record<string, string>>;
  /** e.g. `:title.md` */
  readonly newPostName: string;
  readonly defaultCategory: string;
  /** Segments of URLs by the names of categories. */
  readonly categoryMap: Readonly<Record<string, string>>;
  /** Letters of segments of categories: as they are (0), small (1), capital (2). */
  readonly filenameCase: 0 | 1 | 2;
  /** Old paths and where they lead (hexo-generator-alias). */
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * Reads `_config.yml`. What is missing or can not be read has Hexo's default.
 *
 * @param text - "" for none.
 * @see https://hexo.io/docs/configuration
 */
export function readHexoConfig(text: string): HexoConfig {
  const value: unknown = parseDocument(text, { logLevel: 'silent', uniqueKeys: false }).toJS({
    maxAliasCount: 100,
  });
  const config = isMap(value) ? value : {};
  const textOf = (key: string) => readText(config[key]);
  const root = textOf('root');
  const url = siteUrl(textOf('url'), root);
  const language = readLanguage(Array.isArray(config.language) ? config.language[0] : config.language);
  const filenameCase = config.filename_case === 1 || config.filename_case === 2 ? config.filename_case : 0;
  return {
    ...defined('title', textOf('title')),
    ...defined('description', textOf('description') ?? textOf('subtitle')),
    ...defined('author', textOf('author')),
    ...defined('language', language),
    ...defined('timeZone', readTimeZone(textOf('timezone'))),
    ...defined('url', url),
    root: withSlashes(root ?? (url === undefined ? '/' : decodeURI(new URL(url).pathname))),
    sourceDir: textOf('source_dir') ?? 'source',
    permalink: textOf('permalink') ?? ':year/:month/:day/:title/',
    permalinkDefaults: readTexts(config.permalink_defaults),
    newPostName: textOf('new_post_name') ?? ':title.md',
    defaultCategory: textOf('default_category') ?? 'uncategorized',
    categoryMap: readTexts(config.category_map),
    filenameCase,
    aliases: readTexts(config.alias ?? config.aliases),
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

function readTexts(value: unknown): Readonly<Record<string, string>> {
  const entries = isMap(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([key, inner]) => {
      const text = readText(inner);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

function defined<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: string });
}

function withSlashes(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, '/');
}

/** Hexo's `url` holds the root too; older sites write only the host there. */
function siteUrl(url: string | undefined, root: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  const path = withSlashes(pathname === '/' ? (root ?? '/') : pathname);
  return new URL(path, origin).href;
}

/** Themes name their translation files here: `zh-CN`, `zh_Hans`, `default`. */
function readLanguage(value: unknown): string | undefined {
  const text = readText(value)?.replaceAll('_', '-');
  return text !== undefined && text !== 'default' && accepts(() => Intl.getCanonicalLocales(text))
    ? text
    : undefined;
}

function readTimeZone(text: string | undefined): string | undefined {
  if (text === undefined || !/^[A-Za-z]/.test(text)) return undefined;
  return accepts(() => new Intl.DateTimeFormat('en', { timeZone: text })) ? text : undefined;
}

/** Intl says no by throwing. */
function accepts(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
