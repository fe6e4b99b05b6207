import type { Article } from '../../content/article.ts';
import { isArticleFile } from '../../content/article-file.ts';
import { parseDate } from '../../content/parse-date.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { reportImport } from '../import-rules.ts';
import { foldFilePath, nameFromTitle } from '../name-article-file.ts';
import { type ReadHexoFile, readHexoFile } from './convert-hexo-file.ts';
import { hexoPermalink, readHexoPostPath } from './hexo-permalink.ts';
import type { HexoFile } from './hexo-site.ts';
import type { HexoConfig } from './read-hexo-config.ts';

/** A post or page, with what is known of its old address and its new place. */
export interface HexoEntry extends ReadHexoFile {
  readonly kind: 'post' | 'draft' | 'page';
  /** Where it goes, relative to the content folder. */
  readonly target: string;
  /** Path behind the root of the old site; absent: it had none, or none that can be told. */
  readonly oldPath?: string;
  /** What `post_link` calls it. */
  readonly slug: string;
}

/** An entry that could be read. */
export type ReadableEntry = HexoEntry & { readonly article: Article };

export interface EntryOptions {
  /** IANA zone of the old site. */
  readonly timeZone: string;
  readonly fileBytes: number;
}

export interface HexoEntries {
  readonly entries: readonly HexoEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages that every site makes itself. */
const OWN_PAGES = /^(?:categories|tags|archives?|search|404|index)(?:\/index)?\.\w+$/i;

/** Reads the posts, drafts and pages of a site, and finds a place for each. */
export function readHexoEntries(
  files: readonly HexoFile[],
  config: HexoConfig,
  options: EntryOptions,
): HexoEntries {
  const entries: HexoEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<string>();
  const report = (path: string, rule: 'skipped-file' | 'unknown-permalink', message: string) => {
    diagnostics.push(reportImport(rule, `source/${path}`, { line: 1, column: 1 }, message));
  };
  for (const file of files) {
    const kind = kindOf(file.path);
    if (kind === undefined) continue;
    const { slug, date: day, names } = readHexoPostPath(file.path.replace(/^_\w+\//, ''), config.newPostName);
    const reading = day === undefined ? undefined : parseDate(day, options.timeZone);
    const fallbackDate = reading?.kind === 'date' ? reading.time : Math.floor(file.modified / 1000) * 1000;
    const read = readHexoFile(file.path, file.bytes, { ...options, fallbackDate });
    diagnostics.push(...read.diagnostics);
    const reason = kind === 'page' ? whyNotPage(read) : undefined;
    if (reason !== undefined) {
      report(file.path, 'skipped-file', reason);
      continue;
    }
    const entry = { ...read, kind, slug, target: findPlace(file.path, kind, taken) };
    const { article } = read;
    if (kind === 'draft' || article === undefined) entries.push(entry);
    else if (kind === 'page') entries.push({ ...entry, oldPath: pagePath(article, file.path) });
    else {
      const permalink = hexoPermalink(article, { slug, names }, config, options.timeZone);
      if (permalink.ok) entries.push({ ...entry, oldPath: permalink.path });
      else {
        entries.push(entry);
        report(
          file.path,
          'unknown-permalink',
          `The permalink has :${permalink.missing}, which the post does not say.`,
        );
      }
    }
  }
  return { entries, diagnostics };
}

function kindOf(path: string): HexoEntry['kind'] | undefined {
  if (path.startsWith('_posts/')) return 'post';
  if (path.startsWith('_drafts/')) return 'draft';
  return path.split('/').some((name) => /^[._]/.test(name)) ? undefined : 'page';
}

function whyNotPage({ path, text, article }: ReadHexoFile): string | undefined {
  if (OWN_PAGES.test(path)) return 'The site has such a page of its own.';
  const isRaw = article?.data.layout === false || /^\s*<(?:!doctype|html)[\s>]/i.test(article?.body ?? text);
  return isRaw ? 'It is a whole document, which no layout shows.' : undefined;
}

/** A page is published where it lies, as HTML. */
function pagePath({ permalink }: Article, path: string): string {
  const written = permalink?.replace(/^\/+/, '') ?? path.replace(/\.[^./]*$/, '.html');
  return written.replace(/(^|\/)index\.html$/, '$1');
}

/** The place of a file: the same path, but for names that would hide it, and endings that only Hexo's plugins know. */
function findPlace(path: string, kind: HexoEntry['kind'], taken: Set<string>): string {
  const folder = { post: 'articles/', draft: 'articles/drafts/', page: 'pages/' }[kind];
  const inner = path.replace(/^_(?:posts|drafts)\//, '');
  const wanted = /\.(?:md|markdown|html)$/i.test(inner) ? inner : inner.replace(/\.[^./]*$/, '.md');
  const place = isArticleFile(wanted) ? wanted : wanted.split('/').map(fitName).join('/');
  const dot = place.lastIndexOf('.');
  for (let number = 1; ; number++) {
    const target = folder + (number === 1 ? place : `${place.slice(0, dot)}-${number}${place.slice(dot)}`);
    if (taken.has(foldFilePath(target))) continue;
    taken.add(foldFilePath(target));
    return target;
  }
}

function fitName(name: string): string {
  return nameFromTitle(name.replace(/\.11ty/gi, '-11ty')) || 'article.md';
}
