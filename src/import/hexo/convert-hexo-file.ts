import type { Article } from '../../content/article.ts';
import { decodeText } from '../../content/decode-text.ts';
import { parseArticle } from '../../content/parse-article.ts';
import { parseDate } from '../../content/parse-date.ts';
import { splitFrontMatter } from '../../content/split-front-matter.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { editFrontMatter, type FrontMatterEdits } from '../edit-front-matter.ts';
import { type ImportRule, reportImport } from '../import-rules.ts';
import { convertHexoTags, type HexoTagContext } from './convert-hexo-tags.ts';
import { type AssetContext, findAsset, rewriteAssetLinks } from './rewrite-asset-links.ts';

/** A post or page that was read. */
export interface ReadHexoFile {
  /** Relative to the source folder. */
  readonly path: string;
  readonly text: string;
  /** Read in the zone of the Hexo site. Absent: it can not be read. */
  readonly article?: Article;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReadOptions {
  readonly timeZone: string;
  readonly fileBytes: number;
  /** UTC instant, ms: the date where it says none. */
  readonly fallbackDate: number;
}

/** Reads a post or page as the build would. */
export function readHexoFile(path: string, bytes: Uint8Array, options: ReadOptions): ReadHexoFile {
  const { timeZone, fileBytes, fallbackDate } = options;
  const source = { path, file: `source/${path}`, bytes, fallbackDate };
  const parsed = parseArticle(source, { timeZone, limits: { fileBytes } });
  const { text } = decodeText(bytes);
  // The repairs are named by `check` once the article is imported.
  const diagnostics = parsed.diagnostics.filter(({ severity }) => severity === 'error');
  return { path, text, ...(parsed.ok ? { article: parsed.article } : {}), diagnostics };
}

export interface ConvertOptions {
  /** Path at which the old site published it, to be kept; absent: none. */
  readonly permalink?: string;
  /** Other paths that lead to it, as paths of the new site. */
  readonly aliases: readonly string[];
  /** Makes paths of the new site of those in the file; absent: they are. */
  readonly moveAlias?: (oldPath: string) => string;
  readonly isDraft: boolean;
  /** A page: it shows no date. */
  readonly isPage: boolean;
  /** Zones of the old site and of the new. */
  readonly timeZone: string;
  readonly newTimeZone: string;
  readonly assets: AssetContext;
  readonly tags: HexoTagContext;
}

export interface ConvertedFile {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Keys in which themes name the picture of a post. */
const PICTURE_KEYS = [
  'cover',
  'index_img',
  'banner_img',
  'banner',
  'top_img',
  'featured_image',
  'feature',
  'img',
  'photos',
];

/**
 * Makes an article of a post: its old address becomes its permalink, its date means the same moment, its pictures are found
 * in `/media/`, Hexo's own tags become Markdown. All else of the file stays as it is.
 */
export function convertHexoFile(
  file: ReadHexoFile & { readonly article: Article },
  options: ConvertOptions,
): ConvertedFile {
  const { path, text, article } = file;
  const diagnostics: Diagnostic[] = [];
  const report = (rule: ImportRule, line: number, message: string): void => {
    diagnostics.push(reportImport(rule, `source/${path}`, { line, column: 1 }, message));
  };
  const body = convertBody(article, options, report);
  const front = text.slice(0, text.length - article.body.length);
  const edits = editsOf(file, options, report);
  const edited = editFrontMatter(front + body, edits);
  if (edited === undefined) {
    report('kept-as-it-was', 1, `The front matter is not YAML; it lacks ${JSON.stringify(edits)}.`);
    return { text: front + body, diagnostics };
  }
  return { text: edited, diagnostics };
}

type Report = (rule: ImportRule, line: number, message: string) => void;

function convertBody({ body, bodyLine }: Article, { assets, tags }: ConvertOptions, report: Report): string {
  const converted = convertHexoTags(body, tags);
  for (const { name, offset } of converted.unknown) {
    const line = bodyLine + body.slice(0, offset).split('\n').length - 1;
    report('unknown-tag', line, `The tag {% ${name} %} is not known, and is shown as it stands.`);
  }
  return rewriteAssetLinks(converted.body, (address) => mediaAddress(address, assets));
}

function editsOf(
  file: ReadHexoFile & { readonly article: Article },
  options: ConvertOptions,
  report: Report,
): FrontMatterEdits {
  const { article, text } = file;
  const { permalink } = options;
  const aliases = aliasesOf(article, options);
  const hidden = hiddenBy(article);
  if (hidden !== undefined && !article.draft)
    report('held-back', 1, `"${hidden}" keeps the post from some readers; it is imported as a draft.`);
  const isDraft = (options.isDraft || hidden !== undefined) && !article.draft;
  const lang = languageOf(article);
  return {
    ...(options.isPage ? {} : dateEdits(article, text, options)),
    ...(permalink !== undefined && permalink !== article.permalink ? { permalink } : {}),
    ...(aliases.join('\n') === article.aliases.join('\n') ? {} : { aliases }),
    ...pictureEdits(article, options.assets),
    ...(lang === undefined ? {} : { lang }),
    ...(isDraft ? { draft: true } : {}),
  };
}

function aliasesOf(article: Article, { aliases, moveAlias }: ConvertOptions): readonly string[] {
  const written = [...article.aliases, ...redirectsFrom(article)];
  const moved =
    moveAlias === undefined ? written : written.map((path) => moveAlias(path.replace(/^\/+/, '')));
  return [...new Set([...moved, ...aliases])];
}

/** What jekyll-redirect-from and its kin call aliases. */
function redirectsFrom({ data }: Article): readonly string[] {
  const value = data.redirect_from;
  return (Array.isArray(value) ? value : [value]).filter((path): path is string => typeof path === 'string');
}

/** The key by which a plugin keeps a post from being read (hexo-blog-encrypt) or listed (hexo-hide-posts). */
function hiddenBy({ data }: Article): string | undefined {
  const isSet = (value: unknown) => value !== undefined && value !== null && value !== false && value !== '';
  return ['password', 'hidden', 'hide'].find((key) => isSet(data[key]));
}

function languageOf({ lang, data }: Article): string | undefined {
  return lang === undefined && typeof data.language === 'string' && data.language !== ''
    ? data.language
    : undefined;
}

/** Dates are written out where the new site would read another moment, or none. */
function dateEdits(
  article: Article,
  text: string,
  { timeZone, newTimeZone }: ConvertOptions,
): FrontMatterEdits {
  const { date, updated } = writtenDates(text);
  const isSame = (written: string | undefined, time: number) => {
    const reading = written === undefined ? undefined : parseDate(written, newTimeZone);
    return reading?.kind === 'date' && reading.time === time;
  };
  return {
    ...(isSame(date, article.date) ? {} : { date: new Date(article.date).toISOString() }),
    ...(article.updated === undefined || timeZone === newTimeZone || isSame(updated, article.updated)
      ? {}
      : { updated: new Date(article.updated).toISOString() }),
  };
}

/** The values of `date` and `updated` as they stand in the front matter. */
function writtenDates(text: string): { readonly date?: string; readonly updated?: string } {
  const block = splitFrontMatter(text);
  if (block.kind !== 'front-matter') return {};
  const lines = text.slice(block.start, block.end);
  const valueIn = (key: string) =>
    new RegExp(`^["']?${key}["']?[ \\t]*:[ \\t]*(.*?)(?:[ \\t]+#.*)?$`, 'im').exec(lines)?.[1];
  const [date, updated] = [valueIn('date'), valueIn('updated')];
  return { ...(date ? { date } : {}), ...(updated ? { updated } : {}) };
}

/** The thumbnail: the old site's own picture at its new place, or the one that a theme's key names. */
function pictureEdits(article: Article, assets: AssetContext): FrontMatterEdits {
  const named = article.thumbnail ?? PICTURE_KEYS.flatMap((key) => textsOf(article.data[key]))[0];
  if (named === undefined) return {};
  const media = mediaAddress(named, assets);
  if (media !== undefined) return { thumbnail: media };
  return article.thumbnail === undefined && /^https?:\/\//i.test(named) ? { thumbnail: named } : {};
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
}

/** Where a file of the old site is published now. */
function mediaAddress(address: string, assets: AssetContext): string | undefined {
  const asset = findAsset(address, assets);
  return asset === undefined
    ? undefined
    : encodeURI(`/${mediaPath(asset)}`).replace(/[?#()]/g, encodeURIComponent);
}

/** Where a file of the source folder lies in the content folder: `_posts/a/b.png` → `media/posts/a/b.png`. */
export function mediaPath(asset: string): string {
  return `media/${asset.replace(/^_/, '')}`;
}
