import { cleanText } from '../../content/clean-text.ts';
import { parseDate } from '../../content/parse-date.ts';
import { readUrl } from '../../content/read-url.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { type ImportRule, reportImport } from '../import-rules.ts';
import type { ImportedArticle } from '../imported-article.ts';
import { plainTextOfHtml } from '../plain-text-of-html.ts';
import { addParagraphs } from './add-paragraphs.ts';
import { convertShortcodes } from './convert-shortcodes.ts';
import type { WxrExport, WxrItem, WxrTerm } from './parse-wxr.ts';

/** An article or page of an export, and where it goes. */
export interface WordpressArticle {
  readonly article: ImportedArticle;
  readonly kind: 'article' | 'page';
  /** Folders and name for its file. */
  readonly folders: readonly string[];
  readonly name: string;
}

export interface WordpressOptions {
  /** How diagnostics name the export. */
  readonly name: string;
  /** IANA zone of dates without one. */
  readonly timeZone: string;
  /** Of the new site: begins and ends with `/`. */
  readonly basePath: string;
}

export interface WordpressArticles {
  readonly articles: readonly WordpressArticle[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What WordPress keeps as posts and nobody reads as such. Types of plugins are read: they may be all that a site has. */
const INNER_TYPES: ReadonlySet<string> = new Set(
  `attachment custom_css customize_changeset nav_menu_item oembed_cache revision user_request wp_block wp_font_face
   wp_font_family wp_global_styles wp_navigation wp_template wp_template_part`.split(/\s+/),
);

const GONE: ReadonlySet<string> = new Set(['trash', 'auto-draft', 'inherit']);

/** The articles and pages of an export. Pictures stay where they are; comments are counted. */
export function readWordpressArticles(wxr: WxrExport, options: WordpressOptions): WordpressArticles {
  const diagnostics: Diagnostic[] = [];
  const report = (rule: ImportRule, message: string): void => {
    diagnostics.push(reportImport(rule, options.name, { line: 1, column: 1 }, message));
  };
  const site: SiteOfItems = {
    ...options,
    url: wxr.url,
    authors: wxr.authors,
    terms: new Map(wxr.terms.map((term) => [term.slug, term])),
    ...listAttachments(wxr.items),
  };
  const wanted = wxr.items.filter((item) => !INNER_TYPES.has(typeOf(item)) && !GONE.has(statusOf(item)));
  const articles = wanted.map((item) => readItem(item, site, report));
  if (wxr.isCut) {
    const last = wxr.items.at(-1);
    const until = last === undefined ? '' : ` The last item is "${last.fields.get('title')?.trim() ?? ''}".`;
    report('cut-export', `The export has no end; what followed is missing.${until}`);
  }
  const comments = wanted.reduce((sum, item) => sum + item.comments, 0);
  if (comments > 0) report('skipped-file', `${comments} comments are not imported.`);
  return { articles, diagnostics };
}

interface SiteOfItems extends WordpressOptions {
  readonly url: string;
  readonly authors: ReadonlyMap<string, string>;
  readonly terms: ReadonlyMap<string, WxrTerm>;
  /** Addresses by id. */
  readonly attachments: ReadonlyMap<string, string>;
  /** Ids by the id of the post that they belong to. */
  readonly attachmentsOf: ReadonlyMap<string, readonly string[]>;
}

type Report = (rule: ImportRule, message: string) => void;

function fieldOf({ fields }: WxrItem, name: string): string {
  return fields.get(name)?.trim() ?? '';
}

function typeOf(item: WxrItem): string {
  return fieldOf(item, 'wp:post_type') || 'post';
}

function statusOf(item: WxrItem): string {
  return fieldOf(item, 'wp:status') || 'publish';
}

function listAttachments(items: readonly WxrItem[]): Pick<SiteOfItems, 'attachments' | 'attachmentsOf'> {
  const attachments = new Map<string, string>();
  const attachmentsOf = new Map<string, string[]>();
  for (const item of items) {
    const id = fieldOf(item, 'wp:post_id');
    const address = fieldOf(item, 'wp:attachment_url');
    if (id === '' || address === '') continue;
    attachments.set(id, address);
    const parent = fieldOf(item, 'wp:post_parent');
    attachmentsOf.set(parent, [...(attachmentsOf.get(parent) ?? []), id]);
  }
  return { attachments, attachmentsOf };
}

function readItem(item: WxrItem, site: SiteOfItems, report: Report): WordpressArticle {
  const kind = typeOf(item) === 'page' ? 'page' : 'article';
  const path = pathOf(fieldOf(item, 'link'), site.basePath);
  const body = bodyOf(item, site, report);
  const title = titleOf(item, body);
  const held = whyHeldBack(item);
  if (held !== undefined) report('held-back', `"${title}" ${held}; it is imported as a draft.`);
  const times = timesOf(item, site.timeZone);
  const thumbnail = readUrl(site.attachments.get(item.meta.get('_thumbnail_id') ?? '') ?? '', 'absolute');
  const excerpt = cleanText(plainTextOfHtml(fieldOf(item, 'excerpt:encoded'))).text;
  const author = authorOf(item, site);
  const guid = fieldOf(item, 'guid');
  const article: ImportedArticle = {
    title,
    ...times,
    categories: kind === 'page' ? [] : categoriesOf(item, site.terms),
    tags: namesOf(item, 'post_tag'),
    authors: author === '' ? [] : [author],
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...(excerpt === '' ? {} : { excerpt }),
    ...(guid === '' ? {} : { guid }),
    aliases: path === undefined ? [] : [path],
    draft: held !== undefined || !['publish', 'future'].includes(statusOf(item)),
    pinned: fieldOf(item, 'wp:is_sticky') === '1',
    body,
    damaged: item.damaged,
  };
  return { article, kind, ...placeOf(article, kind, path, fieldOf(item, 'wp:post_name')) };
}

/** A page lies where its address says, so that it keeps it; an article below its categories. */
function placeOf(
  { title, categories }: ImportedArticle,
  kind: WordpressArticle['kind'],
  path: string | undefined,
  slug: string,
): Pick<WordpressArticle, 'folders' | 'name'> {
  if (kind === 'article') return { folders: categories[0] ?? [], name: title };
  const segments = (path ?? '').split('/').filter((segment) => segment !== '');
  return { folders: segments.slice(0, -1), name: segments.at(-1) ?? (decode(slug) || title) };
}

function titleOf(item: WxrItem, body: string): string {
  const title = cleanText(plainTextOfHtml(fieldOf(item, 'title'))).text;
  if (title !== '') return title;
  const opening = cleanText(plainTextOfHtml(body)).text;
  return Array.from(opening).slice(0, 40).join('') || decode(fieldOf(item, 'wp:post_name')) || 'Untitled';
}

/** The path at which it was published, for the new site; undefined where there was none of its own. */
function pathOf(link: string, basePath: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  // ?p=12 and ?page_id=12 are how WordPress finds what has no address yet.
  if (url.pathname === '/' || /^\?(?:p|page_id|post_type)=/.test(url.search)) return undefined;
  const path = decode(url.pathname);
  return path.startsWith(basePath) ? `/${path.slice(basePath.length)}` : path;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A % that encodes nothing is text.
    return text;
  }
}

/** WordPress writes 0000-00-00 where it has no date: for drafts. */
function timesOf(item: WxrItem, timeZone: string): Pick<ImportedArticle, 'date' | 'updated'> {
  const read = (name: string, zone: string) => {
    const reading = parseDate(fieldOf(item, name) || '-', zone);
    return reading.kind === 'date' ? reading.time : undefined;
  };
  const date = read('wp:post_date_gmt', 'UTC') ?? read('wp:post_date', timeZone) ?? read('pubdate', timeZone);
  const updated = read('wp:post_modified_gmt', 'UTC') ?? read('wp:post_modified', timeZone);
  if (date === undefined) return {};
  // A post is saved some times in the minutes around its publication.
  return updated !== undefined && updated > date + 3_600_000 ? { date, updated } : { date };
}

function authorOf(item: WxrItem, { authors }: SiteOfItems): string {
  const login = fieldOf(item, 'dc:creator');
  return cleanText(authors.get(login) || login).text;
}

function namesOf({ terms }: WxrItem, taxonomy: string): readonly string[] {
  const names = terms.filter((term) => term.taxonomy === taxonomy).map(({ name }) => cleanText(name).text);
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 256);
}

/** The paths of an item's categories, without those that another of them goes on from. */
function categoriesOf(item: WxrItem, terms: ReadonlyMap<string, WxrTerm>): readonly (readonly string[])[] {
  const paths = item.terms
    .filter(({ taxonomy, slug }) => taxonomy === 'category' && slug !== 'uncategorized')
    .map(({ slug, name }) => pathOfTerm(slug, name, terms));
  const keys = paths.map((path) => `${path.join('\0')}\0`);
  return paths.filter((_, index) => {
    const isRepeated = keys.indexOf(keys[index]!) < index;
    return !isRepeated && !keys.some((key) => key !== keys[index] && key.startsWith(keys[index]!));
  });
}

/** From the top of the tree; a tree that leads back to itself ends there. */
function pathOfTerm(slug: string, name: string, terms: ReadonlyMap<string, WxrTerm>): readonly string[] {
  const path = [cleanText(name).text];
  const seen = new Set([slug]);
  for (let parent = terms.get(slug)?.parent ?? ''; parent !== '' && !seen.has(parent); ) {
    seen.add(parent);
    const term = terms.get(parent);
    path.unshift(cleanText(term?.name ?? parent).text);
    parent = term?.parent ?? '';
  }
  return path.filter((part) => part !== '');
}

function whyHeldBack(item: WxrItem): string | undefined {
  if (statusOf(item) === 'private') return 'is private';
  return fieldOf(item, 'wp:post_password') === '' ? undefined : 'has a password';
}

/** The content as HTML: blocks and shortcodes resolved, paragraphs where the classic editor has blank lines. */
function bodyOf(item: WxrItem, site: SiteOfItems, report: Report): string {
  const content = fieldOf(item, 'content:encoded');
  const hasBlocks = /<!--\s+wp:/.test(content);
  const bare = content
    .replace(/<!--\s+\/?wp:[\s\S]*?-->\n?/g, '')
    .replace(/<!--(?:more|nextpage)[^>]*-->/g, '');
  const own = site.attachmentsOf.get(fieldOf(item, 'wp:post_id')) ?? [];
  const { html, unknown } = convertShortcodes(bare, { attachments: site.attachments, own });
  for (const name of unknown)
    report(
      'unknown-tag',
      `"${fieldOf(item, 'title')}": the shortcode [${name}] is not known, and is shown as it stands.`,
    );
  const body = hasBlocks ? html.trim() : addParagraphs(html);
  return withFullAddresses(body, site.url);
}

/** Files of the old site stay there: addresses that are paths of it are written out. */
function withFullAddresses(html: string, siteUrl: string): string {
  if (!URL.canParse(siteUrl)) return html;
  const { origin } = new URL(siteUrl);
  return html.replace(/(\b(?:src|href|poster)\s*=\s*["'])(\/(?:[^"'/]+\/)*wp-content\/)/gi, `$1${origin}$2`);
}
