import type { FeedEntry } from './feed-entry.ts';
import { type FeedHead, GENERATOR } from './feed-head.ts';
import { cdata, element, text, textElement, type Xml, xmlDocument } from './xml.ts';

const NAMESPACES = Object.freeze({
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
});

/** RSS 2.0, with the whole body in `content:encoded`. Source: www.rssboard.org/rss-specification, rss-profile. */
export function renderRss(head: FeedHead, entries: readonly FeedEntry[]): string {
  const channel = element('channel', {}, [
    element('title', {}, text(head.title)),
    element('link', {}, text(head.homeUrl)),
    element('description', {}, text(head.description)),
    ...textElement('language', head.language),
    ...(head.updated === undefined ? [] : textElement('lastBuildDate', formatDate(head.updated))),
    element('generator', {}, text(GENERATOR)),
    element('atom:link', { href: head.selfUrl, rel: 'self', type: 'application/rss+xml' }),
    ...entries.map(renderItem),
  ]);
  // `language` says the same to readers; style sheets know this one.
  const root = element('rss', { version: '2.0', 'xml:lang': head.language, ...NAMESPACES }, [channel]);
  return xmlDocument(root, head.styleUrl);
}

function renderItem({ url, title, date, summary, html, image, authors, categories }: FeedEntry): Xml {
  return element('item', {}, [
    element('title', {}, text(title)),
    element('link', {}, text(url)),
    element('guid', { isPermaLink: 'true' }, text(url)),
    element('pubDate', {}, text(formatDate(date))),
    // `author` would have to be an e-mail address.
    ...authors.flatMap((author) => textElement('dc:creator', author)),
    ...categories.flatMap((category) => textElement('category', category)),
    ...textElement('description', summary),
    ...(html === undefined ? [] : [element('content:encoded', {}, cdata(html))]),
    ...(image === undefined ? [] : renderImage(image)),
  ]);
}

/** The size in bytes is not known without asking for the picture; the profile wants 0 then. */
function renderImage({ url, type, width, height }: NonNullable<FeedEntry['image']>): Xml[] {
  return [
    element('enclosure', { url, length: 0, type }),
    element('media:content', { url, medium: 'image', type, width, height }),
  ];
}

/** RFC 822 with a year of four digits, UTC. */
function formatDate(instant: number): string {
  return new Date(instant).toUTCString();
}
