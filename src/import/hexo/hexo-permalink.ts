import { createHash } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import type { Article } from '../../content/article.ts';
import { hexoSlug } from './hexo-slug.ts';
import type { HexoConfig } from './read-hexo-config.ts';

/** What Hexo reads off the path of a post. */
export interface HexoPostPath {
  /** `:title` of the permalink: the path without extension, or what `new_post_name` takes for the title. */
  readonly slug: string;
  /** `YYYY-MM-DD`, when the pattern has a day. */
  readonly date?: string;
  /** Other names of the pattern, e.g. `lang`. */
  readonly names: Readonly<Record<string, string>>;
}

const NAME = /:(\w*[^_\W])/g;

/** What the names of the pattern may look like; all others match anything. */
const SEGMENTS: Readonly<Record<string, string>> = Object.freeze({
  year: '\\d{4}',
  month: '\\d{2}',
  day: '\\d{2}',
  i_month: '\\d{1,2}',
  i_day: '\\d{1,2}',
  hash: '[0-9a-f]{12}',
});

/** Names that a post does not get from its path. */
const KEPT_BACK: ReadonlySet<string> = new Set(['title', 'year', 'month', 'day', 'i_month', 'i_day', 'hash']);

/**
 * Reads a post's path by `new_post_name`, as Hexo does.
 *
 * @param path - Relative to `_posts/`.
 * @see https://github.com/hexojs/hexo/blob/master/lib/plugins/processor/post.ts
 */
export function readHexoPostPath(path: string, newPostName: string): HexoPostPath {
  const bare = path.replace(/\.[^./]*$/, '');
  const pattern = newPostName.replace(/\.[^./]*$/, '');
  const names: string[] = [];
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(NAME, (_, name: string) => {
    names.push(name);
    return `(${SEGMENTS[name] ?? '.+?'})`;
  });
  const match = new RegExp(`^${source}$`, 'u').exec(bare);
  const found: Record<string, string> = Object.fromEntries(
    names.map((name, index) => [name, match?.[index + 1] ?? '']),
  );
  const month = found.month || found.i_month?.padStart(2, '0');
  const day = found.day || found.i_day?.padStart(2, '0');
  return {
    slug: match === null || !found.title ? hexoSlug(bare) : found.title,
    ...(found.year && month && day ? { date: `${found.year}-${month}-${day}` } : {}),
    names:
      match === null
        ? {}
        : Object.fromEntries(Object.entries(found).filter(([name]) => !KEPT_BACK.has(name))),
  };
}

export type HexoPermalink =
  /** Site-relative path behind the root, without a leading slash. */
  | { readonly ok: true; readonly path: string }
  /** The pattern asks for something that is not known. */
  | { readonly ok: false; readonly missing: string };

/**
 * The address at which Hexo published a post.
 *
 * @param article - Read in the zone of the Hexo site.
 * @param permalink - Of its front matter, which wins.
 * @see https://hexo.io/docs/permalinks
 */
export function hexoPermalink(
  article: Article,
  path: HexoPostPath,
  config: HexoConfig,
  timeZone: string,
): HexoPermalink {
  if (article.permalink !== undefined) return { ok: true, path: article.permalink.replace(/^\/+/, '') };
  const values = permalinkValues(article, path, config, timeZone);
  let missing: string | undefined;
  const filled = config.permalink.replace(NAME, (_, name: string) => {
    const value = values[name];
    if (value === undefined) missing ??= name;
    return value ?? '';
  });
  if (missing !== undefined) return { ok: false, missing };
  return { ok: true, path: filled.replace(/^\/+/, '') };
}

function permalinkValues(
  article: Article,
  { slug, names }: HexoPostPath,
  config: HexoConfig,
  timeZone: string,
): Readonly<Record<string, string | undefined>> {
  const date = new TZDate(article.date, timeZone);
  const pad = (number: number, length = 2) => String(number).padStart(length, '0');
  const seconds = Math.floor(article.date / 1000);
  return {
    ...config.permalinkDefaults,
    ...names,
    ...frontMatterValues(article),
    title: slug,
    name: slug.split('/').at(-1)!,
    post_title: hexoSlug(article.title, 1),
    year: pad(date.getFullYear(), 4),
    month: pad(date.getMonth() + 1),
    day: pad(date.getDate()),
    hour: pad(date.getHours()),
    minute: pad(date.getMinutes()),
    second: pad(date.getSeconds()),
    i_month: String(date.getMonth() + 1),
    i_day: String(date.getDate()),
    timestamp: String(seconds),
    hash: createHash('sha1').update(`${slug}${seconds}`).digest('hex').slice(0, 12),
    category: categorySlug(article, config),
  };
}

/** Of several paths Hexo takes the last. */
function categorySlug(
  { categories }: Article,
  { categoryMap, filenameCase, defaultCategory }: HexoConfig,
): string {
  const path = categories.at(-1);
  if (path === undefined) return defaultCategory;
  return path.map((name) => hexoSlug(categoryMap[name] ?? name, filenameCase)).join('/');
}

/** Any key of the front matter can be part of an address. */
function frontMatterValues(article: Article): Readonly<Record<string, string>> {
  const known = { abbrlink: article.abbrlink, lang: article.lang, author: article.authors[0] };
  const entries = Object.entries({ ...article.data, ...known });
  return Object.fromEntries(
    entries.flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
    ),
  );
}
