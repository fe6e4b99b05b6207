import type { Article } from './article.ts';
import type { ArticleKey } from './article-keys.ts';
import { quoteValue } from './collect-diagnostics.ts';
import { type FrontMatterNode, isNull } from './front-matter-node.ts';
import { readCategories } from './read-categories.ts';
import { readNames } from './read-names.ts';
import { readSwitch } from './read-switch.ts';
import { type ReadingContext, readText } from './read-text.ts';
import { readUrl, type UrlPolicy } from './read-url.ts';

type Known = ReadonlyMap<ArticleKey, FrontMatterNode>;

/** All that a front matter says of an article but title, dates and data. */
export type ArticleFields = Pick<
  Article,
  | 'categories'
  | 'tags'
  | 'authors'
  | 'thumbnail'
  | 'excerpt'
  | 'sourceUrl'
  | 'lang'
  | 'slug'
  | 'permalink'
  | 'abbrlink'
  | 'aliases'
  | 'draft'
  | 'comments'
  | 'toc'
  | 'pinned'
>;

/** Where one text is several tags. A list of tags is taken as it is. */
const TAG_SEPARATOR = /[,，、;；]/;

/** In graphemes: from there on it is more likely a paragraph than a title. */
const LONG_TITLE = 500;

/** Reads the title; for want of one the name of the file counts, with a warning. */
export function readTitle(node: FrontMatterNode | undefined, name: string, context: ReadingContext): string {
  const title = node === undefined ? '' : readText(node, 'title', context);
  const offset = node?.start ?? 0;
  if (title === '') {
    const what = node === undefined ? 'There is no title' : 'The title is empty';
    context.report('missing-title', offset, `${what}; the name of the file is taken: ${quoteValue(name)}.`);
    return name;
  }
  if (title.length > LONG_TITLE && countGraphemes(title) > LONG_TITLE) {
    context.report('long-title', offset, `The title has more than ${LONG_TITLE} characters.`);
  }
  return title;
}

function countGraphemes(text: string): number {
  let graphemes = 0;
  for (const _ of new Intl.Segmenter('und').segment(text)) if (++graphemes > LONG_TITLE) break;
  return graphemes;
}

export function readArticleFields(known: Known, context: ReadingContext): ArticleFields {
  const categories = known.get('categories');
  return {
    categories: categories === undefined ? [] : readCategories(categories, context),
    tags: namesOf(known, 'tags', context, TAG_SEPARATOR),
    authors: namesOf(known, 'author', context),
    ...optional('thumbnail', readThumbnail(known, context)),
    ...optional('excerpt', textOf(known, 'excerpt', context) ?? textOf(known, 'description', context)),
    ...optional('sourceUrl', urlOf(known, 'source', 'absolute', context)),
    ...optional('lang', readLanguage(known, context)),
    ...optional('slug', plainTextOf(known, 'slug', context)),
    ...optional('permalink', plainTextOf(known, 'permalink', context)),
    ...optional('abbrlink', plainTextOf(known, 'abbrlink', context)),
    aliases: namesOf(known, 'aliases', context),
    draft: readDraft(known, context),
    comments: switchOf(known, 'comments', context) ?? true,
    ...optional('toc', switchOf(known, 'toc', context)),
    pinned: switchOf(known, 'pinned', context) ?? false,
  };
}

/** A property that is there only when it has a value. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}

function namesOf(
  known: Known,
  key: 'tags' | 'author' | 'aliases',
  context: ReadingContext,
  splitAt?: RegExp,
): readonly string[] {
  const node = known.get(key);
  return node === undefined ? [] : readNames(node, key, context, splitAt);
}

function switchOf(known: Known, key: ArticleKey, context: ReadingContext): boolean | undefined {
  const node = known.get(key);
  return node === undefined ? undefined : readSwitch(node, key, context);
}

/** A text, or undefined where there is none. */
function textOf(known: Known, key: ArticleKey, context: ReadingContext): string | undefined {
  const node = known.get(key);
  return node === undefined ? undefined : readText(node, key, context) || undefined;
}

/** A part of an address: only a text. To other generators `permalink: false` or a map steers them; here it is nothing. */
function plainTextOf(known: Known, key: ArticleKey, context: ReadingContext): string | undefined {
  const node = known.get(key);
  if (node === undefined || isNull(node)) return undefined;
  if (node.kind === 'text' && !(node.plain && /^(?:true|false)$/i.test(node.text)))
    return textOf(known, key, context);
  const written = context.text.slice(node.start, node.end);
  context.report(
    'wrong-type',
    node.start,
    `${quoteValue(key)} is no text: ${quoteValue(written)}. It is left out.`,
  );
  return undefined;
}

/** The thumbnail, else Hexo's `headimg`; of neither, if both are empty or unusable. */
function readThumbnail(known: Known, context: ReadingContext): string | undefined {
  return (
    urlOf(known, 'thumbnail', 'absolute-or-site', context) ??
    urlOf(known, 'headimg', 'absolute-or-site', context)
  );
}

function urlOf(
  known: Known,
  key: ArticleKey,
  policy: UrlPolicy,
  context: ReadingContext,
): string | undefined {
  const node = known.get(key);
  if (node === undefined || isNull(node) || (node.kind === 'text' && node.text.trim() === ''))
    return undefined;
  const url = node.kind === 'text' ? readUrl(node.text, policy) : undefined;
  if (url === undefined) {
    const written = node.kind === 'text' ? node.text : context.text.slice(node.start, node.end);
    context.report(
      'invalid-url',
      node.start,
      `${quoteValue(key)} is not an address that can be used: ${quoteValue(written)}.`,
    );
  }
  return url;
}

/** BCP 47, in canonical case; `zh_CN` is read as `zh-CN`. */
function readLanguage(known: Known, context: ReadingContext): string | undefined {
  const written = textOf(known, 'lang', context);
  if (written === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.report(
      'invalid-language',
      known.get('lang')!.start,
      `${quoteValue(written)} is not a language tag.`,
    );
    return undefined;
  }
}

/** Held back when either key says so, also when `draft` can not be read: what an author held back must not slip out. */
function readDraft(known: Known, context: ReadingContext): boolean {
  const node = known.get('draft');
  const draft = node === undefined || isNull(node) ? false : (readSwitch(node, 'draft', context) ?? true);
  return draft || switchOf(known, 'published', context) === false;
}
