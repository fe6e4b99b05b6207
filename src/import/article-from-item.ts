import { hash } from 'node:crypto';
import { cleanText } from '../content/clean-text.ts';
import { parseDate } from '../content/parse-date.ts';
import { MAX_NAMES } from '../content/read-names.ts';
import { readUrl } from '../content/read-url.ts';
import type { FeedItem, FeedText } from './feed-item.ts';
import type { ImportedArticle } from './imported-article.ts';
import { escapeHtml, plainTextOfHtml, withoutInlineTags } from './plain-text-of-html.ts';

/** What holds for all items of a feed. */
export interface ItemContext {
  /** What relative addresses are relative to, absolute; absent: none is known. */
  readonly base?: string;
  /** Address of the feed, absolute; absent: it is a file. */
  readonly feed?: string;
  /** From parent to child. */
  readonly category: readonly string[];
  /** Who wrote items that name nobody. */
  readonly author?: string;
  /** IANA zone of dates without one. */
  readonly timeZone: string;
  /** BCP 47 tag of the site: it is not repeated in each article. */
  readonly language: string;
  /** Of the feed. */
  readonly feedLanguage?: string;
}

/** Longest title, excerpt and guid, in UTF-16 code units. */
const LONGEST = Object.freeze({ title: 500, excerpt: 500, guid: 1000 });

/** A title that is made of the text is about as long as a headline, in graphemes. */
const MADE_TITLE = 40;

/** Makes an article of a feed's item. Whatever is missing or unusable is left out; a title is found in any case. */
export function articleFromItem(item: FeedItem, context: ItemContext): ImportedArticle {
  const source = absoluteUrl(item.link, context.base);
  const body = bodyOf(item, context);
  const text = plainTextOfHtml(body);
  const date = timeOf(item.published, context) ?? timeOf(item.updated, context);
  const updated = timeOf(item.updated, context);
  const thumbnail = item.pictures
    .map((url) => absoluteUrl(url, context.base))
    .find((url) => url !== undefined);
  const lang = languageOf(item.language ?? context.feedLanguage, context.language);
  return {
    title: titleOf(item.title, text, source),
    ...(date === undefined ? {} : { date }),
    ...(updated !== undefined && date !== undefined && updated > date ? { updated } : {}),
    categories: context.category.length > 0 ? [context.category] : [],
    tags: namesOf(item.tags, MAX_NAMES.tags),
    authors: namesOf(item.authors.length > 0 ? item.authors : [context.author ?? ''], MAX_NAMES.author),
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...optional('excerpt', excerptOf(item, text)),
    ...optional('source', source),
    ...optional('guid', guidOf(item.guid)),
    ...(source === undefined ? optional('feed', context.feed) : {}),
    ...optional('lang', lang),
    aliases: [],
    draft: false,
    pinned: false,
    body,
    damaged: item.damaged,
  };
}

function optional<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [K in Key]?: string });
}

/** As the feed writes it; a digest of one that is too long to be looked at. */
function guidOf(written: string | undefined): string | undefined {
  const guid = written?.trim();
  if (guid === undefined || guid.length <= LONGEST.guid) return guid;
  return `sha256:${hash('sha256', guid, 'hex')}`;
}

function absoluteUrl(link: string | undefined, base: string | undefined): string | undefined {
  const text = link?.trim() ?? '';
  if (text === '') return undefined;
  const resolved = URL.canParse(text, base) ? new URL(text, base).href : text;
  return readUrl(resolved, 'absolute');
}

function timeOf(written: string | undefined, { timeZone }: ItemContext): number | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const reading = parseDate(written, timeZone);
  return reading.kind === 'date' ? reading.time : undefined;
}

/** The content, else the summary; plain text in paragraphs; and the recordings that it does not show itself. */
function bodyOf(item: FeedItem, context: ItemContext): string {
  const text = [item.content, item.summary].find((part) => (part?.value.trim() ?? '') !== '');
  const html = text === undefined ? '' : text.isHtml ? text.value.trim() : paragraphsOf(text.value);
  const shown = hasMarkup(html) ? html : paragraphsOf(html, { isHtml: true });
  const players = item.media.flatMap(({ url, kind }) => {
    const source = absoluteUrl(url, context.base);
    if (source === undefined || html.includes(url)) return [];
    return [`<p><${kind} controls src="${escapeHtml(source)}"></${kind}></p>`];
  });
  return wellFormed([shown, ...players].filter((part) => part !== '').join('\n'));
}

function hasMarkup(html: string): boolean {
  return /<[a-z!/]/i.test(html);
}

/** Blank lines part paragraphs, other line ends are kept. */
function paragraphsOf(text: string, { isHtml = false }: { isHtml?: boolean } = {}): string {
  const paragraphs = text.split(/\r?\n\s*\n/).map((paragraph) => paragraph.trim());
  return paragraphs
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${(isHtml ? paragraph : escapeHtml(paragraph)).replace(/\r?\n/g, '<br>\n')}</p>`)
    .join('\n');
}

/** As it can be stored: valid UTF-8, and no characters that make a file look like a picture. */
function wellFormed(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0e-\x1f]/g, '').replace(/\p{Cs}/gu, '\ufffd');
}

/** Plain text in one line, entities resolved however often a feed escaped them. */
function cleaned(text: string): string {
  let current = text;
  for (let round = 0; round < 3; round++) {
    const { text: next } = cleanText(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

/** The title, else the beginning of the text, else the end of the address. */
function titleOf(title: FeedText | undefined, text: string, source: string | undefined): string {
  const written = title === undefined ? '' : title.isHtml ? withoutInlineTags(title.value) : title.value;
  const given = cleaned(written);
  if (given !== '') return clip(given, LONGEST.title);
  const opening = cleaned(text);
  if (opening !== '') return clip(opening, MADE_TITLE);
  const last =
    source === undefined ? '' : (new URL(source).pathname.split('/').findLast((part) => part !== '') ?? '');
  return cleaned(decodePart(last)) || 'Untitled';
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A % that encodes nothing is text.
    return part;
  }
}

/** The summary, where there is a body besides and it does not just begin with it. */
function excerptOf(item: FeedItem, text: string): string | undefined {
  const { content, summary } = item;
  if (summary === undefined || content === undefined || content.value.trim() === '') return undefined;
  const excerpt = cleaned(summary.isHtml ? plainTextOfHtml(summary.value) : summary.value);
  const isOpening = cleaned(text).startsWith(
    excerpt
      .slice(0, 30)
      .replace(/(?:\.{3}|…|\[…\]|\[\.\.\.\])$/, '')
      .trim(),
  );
  return excerpt === '' || isOpening ? undefined : clip(excerpt, LONGEST.excerpt);
}

/** At most so many graphemes, `…` where something is left out. */
function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const graphemes = [...new Intl.Segmenter('und').segment(text.slice(0, most * 4))].map(
    ({ segment }) => segment,
  );
  return graphemes.length <= most ? text : `${graphemes.slice(0, most).join('').trim()}…`;
}

function namesOf(names: readonly string[], most: number): readonly string[] {
  const cleanNames = names.map((name) => clip(cleaned(plainTextOfHtml(name)), 100));
  return [...new Set(cleanNames.filter((name) => name !== ''))].slice(0, most);
}

/** A language that differs from the site's, in canonical form. */
function languageOf(written: string | undefined, siteLanguage: string): string | undefined {
  if (written === undefined) return undefined;
  try {
    const tag = Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0];
    return tag === siteLanguage || tag === siteLanguage.split('-')[0] ? undefined : tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
