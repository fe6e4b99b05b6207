import type { AtomFeed, AtomNs, DcNs, ItunesNs, JsonFeed, MediaNs, RdfFeed, RssFeed } from 'feedsmith';
import type { Feed, FeedItem, FeedMedia, FeedText } from './feed-item.ts';

/** What feedsmith makes of a feed. */
export type FeedObject =
  | { readonly format: 'rss'; readonly feed: RssFeed.Feed<string> }
  | { readonly format: 'rdf'; readonly feed: RdfFeed.Feed<string> }
  | { readonly format: 'atom'; readonly feed: AtomFeed.Feed<string> }
  | { readonly format: 'json'; readonly feed: JsonFeed.Feed<string> };

/** Fields as feedsmith names them: any may be missing, whatever the format says. */
type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** Brings the four formats into one. */
export function readFeedObject(object: FeedObject): Feed {
  switch (object.format) {
    case 'rss':
      return readRss(object.feed);
    case 'rdf':
      return readRdf(object.feed);
    case 'atom':
      return readAtom(object.feed);
    case 'json':
      return readJson(object.feed);
  }
}

function readRss(feed: Loose<RssFeed.Feed<string>>): Feed {
  return compact({
    title: feed.title,
    link: feed.link ?? alternateOf(feed.atom?.links),
    language: feed.language ?? feed.dc?.languages?.[0],
    items: (feed.items ?? []).map(readRssItem),
  });
}

function readRssItem(item: Loose<RssFeed.Item<string>>): FeedItem {
  const { guid, enclosures = [] } = item;
  // A guid is the address unless it says that it is not.
  const permalink =
    guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
  return compact({
    guid: guid?.value,
    link: item.link ?? alternateOf(item.atom?.links) ?? permalink,
    title: html(item.title ?? item.dc?.titles?.[0] ?? item.itunes?.title),
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    authors: peopleOf(item.dc, item.authors, item.itunes),
    tags: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])].filter(isText),
    content: html(item.content?.encoded ?? textOf(item.atom?.content)),
    summary: html(item.description ?? item.dc?.descriptions?.[0] ?? item.itunes?.summary),
    pictures: [
      ...picturesOf(item.media, item.itunes),
      ...enclosures.filter(isPicture).map(({ url }) => url),
    ].filter(isText),
    media: [...enclosures, ...contentsOf(item.media)].flatMap(readMedia),
    language: item.dc?.languages?.[0],
    damaged: false,
  });
}

function readRdf(feed: Loose<RdfFeed.Feed<string>>): Feed {
  return compact({
    title: feed.title,
    link: feed.link,
    language: feed.dc?.languages?.[0],
    items: (feed.items ?? []).map(readRdfItem),
  });
}

function readRdfItem(item: Loose<RdfFeed.Item<string>>): FeedItem {
  const { dc, media, rdf } = item;
  const link = item.link ?? (/^https?:/i.test(rdf?.about ?? '') ? rdf?.about : undefined);
  return compact({
    guid: rdf?.about ?? dc?.identifiers?.[0],
    link,
    title: html(item.title ?? dc?.titles?.[0]),
    published: dc?.dates?.[0] ?? item.dcterms?.issued?.[0],
    updated: item.dcterms?.modified?.[0],
    authors: peopleOf(dc),
    tags: dc?.subjects ?? [],
    content: html(item.content?.encoded),
    summary: html(item.description ?? dc?.descriptions?.[0]),
    pictures: picturesOf(media),
    media: contentsOf(media).flatMap(readMedia),
    language: dc?.languages?.[0],
    damaged: false,
  });
}

function readAtom(feed: Loose<AtomFeed.Feed<string>>): Feed {
  const authors = namesOf(feed.authors);
  return compact({
    title: textOf(feed.title),
    link: alternateOf(feed.links),
    language: feed.xml?.lang,
    // RFC 4287, 4.2.1: an entry without an author has its feed's.
    items: (feed.entries ?? []).map((entry) => readAtomEntry(entry, authors)),
  });
}

function readAtomEntry(entry: Loose<AtomFeed.Entry<string>>, feedAuthors: readonly string[]): FeedItem {
  const { links = [], content, media } = entry;
  const own = [...namesOf(entry.authors), ...namesOf(entry.source?.authors)];
  const enclosures = links.flatMap(({ rel, href, type }) =>
    rel === 'enclosure' ? [{ url: href, type }] : [],
  );
  return compact({
    guid: entry.id,
    link: alternateOf(links) ?? content?.src,
    title: atomText(entry.title),
    published: entry.published ?? entry.dc?.dates?.[0] ?? entry.updated,
    updated: entry.updated,
    authors: own.length > 0 ? own : feedAuthors,
    tags: (entry.categories ?? []).map(({ label, term }) => label ?? term).filter(isText),
    content: atomText(content),
    summary: atomText(entry.summary) ?? html(entry.media?.groups?.[0]?.description?.value),
    pictures: [
      ...picturesOf(media, entry.itunes),
      ...enclosures.filter(isPicture).map(({ url }) => url),
    ].filter(isText),
    media: [...enclosures, ...contentsOf(media)].flatMap(readMedia),
    language: entry.xml?.lang,
    damaged: false,
  });
}

function readJson(feed: Loose<JsonFeed.Feed<string>>): Feed {
  const authors = namesOf(feed.authors);
  return compact({
    title: feed.title,
    link: feed.home_page_url,
    language: feed.language,
    items: (feed.items ?? []).map((item) => readJsonItem(item, authors)),
  });
}

function readJsonItem(item: Loose<JsonFeed.Item<string>>, feedAuthors: readonly string[]): FeedItem {
  const own = namesOf(item.authors);
  return compact({
    guid: item.id,
    link: item.url ?? item.external_url,
    title: plain(item.title),
    published: item.date_published ?? item.date_modified,
    updated: item.date_modified,
    authors: own.length > 0 ? own : feedAuthors,
    tags: item.tags ?? [],
    content: html(item.content_html) ?? plain(item.content_text),
    summary: plain(item.summary),
    pictures: [item.image, item.banner_image].filter(isText),
    media: (item.attachments ?? []).flatMap(({ url, mime_type }) => readMedia({ url, type: mime_type })),
    language: item.language,
    damaged: false,
  });
}

function html(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { value, isHtml: true };
}

function plain(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { value, isHtml: false };
}

/** RFC 4287, 3.1: without a type, or with `text`, it is plain; MIME types are plain but for HTML and XML. */
function atomText(text: AtomFeed.Content | undefined): FeedText | undefined {
  if (text?.value === undefined) return undefined;
  return { value: text.value, isHtml: /html|xml/i.test(text.type ?? 'text') };
}

function textOf(text: AtomFeed.Content | AtomNs.Entry<string>['content'] | undefined): string | undefined {
  return typeof text === 'string' ? text : text?.value;
}

type AnyLink = Loose<AtomFeed.Link<string>>;

/** The address of the page: the link that says so, or nothing; of several the HTML. */
function alternateOf(links: readonly AnyLink[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (pages.find(({ type }) => type === undefined || /html/i.test(type)) ?? pages[0])?.href;
}

function peopleOf(
  dc: DcNs.ItemOrFeed<string> | undefined,
  authors?: readonly Loose<RssFeed.Person>[],
  itunes?: ItunesNs.Item,
): readonly string[] {
  if (dc?.creators !== undefined && dc.creators.length > 0) return dc.creators;
  const names = namesOf(authors);
  return names.length > 0 ? names : [itunes?.author].filter(isText);
}

/** RSS asks for "mail@host (Name)": the name is what is shown. */
function namesOf(people: readonly { readonly name?: string | undefined }[] | undefined): readonly string[] {
  return (people ?? [])
    .map(({ name }) => name)
    .filter(isText)
    .map((name) => /^\S+@\S+\s*\((.+)\)$/s.exec(name)?.[1] ?? name);
}

function picturesOf(media: MediaNs.ItemOrFeed | undefined, itunes?: ItunesNs.Item): readonly string[] {
  const groups = media?.groups ?? [];
  const thumbnails = [...(media?.thumbnails ?? []), ...groups.flatMap((group) => group.thumbnails ?? [])];
  const nested = contentsOf(media).flatMap((content) => content.thumbnails ?? []);
  return [
    ...contentsOf(media)
      .filter(isPicture)
      .map(({ url }) => url),
    ...[...thumbnails, ...nested].map(({ url }) => url),
    itunes?.image,
  ].filter(isText);
}

function contentsOf(media: MediaNs.ItemOrFeed | undefined): readonly MediaNs.Content[] {
  return [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
}

interface Attachment {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
  readonly medium?: string | undefined;
}

function isPicture({ url, type, medium }: Attachment): boolean {
  if (type !== undefined) return /^image\//i.test(type);
  return (
    medium === 'image' || (medium === undefined && /\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i.test(url ?? ''))
  );
}

function readMedia({ url, type, medium }: Attachment): FeedMedia[] {
  const kind = /^(audio|video)\//i.exec(type ?? '')?.[1]?.toLowerCase() ?? medium;
  return url !== undefined && (kind === 'audio' || kind === 'video') ? [{ url, kind }] : [];
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}

/** Without the properties that are undefined, which optional properties must not be. */
function compact<T extends object>(fields: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
