import type { FeedEntry } from './feed-entry.ts';
import { type FeedHead, GENERATOR } from './feed-head.ts';
import { cdata, element, text, textElement, type Xml, xmlDocument } from './xml.ts';

/** Atom has no feed without a date; a site without articles was never updated. */
const NEVER = 0;

/** Atom 1.0, with the whole body as `content`. Source: RFC 4287. */
export function renderAtom(head: FeedHead, entries: readonly FeedEntry[]): string {
  const feed = element(
    'feed',
    {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
      'xml:lang': head.language,
    },
    [
      // The feed's own address, so that the feeds of a site differ in their ids.
      element('id', {}, text(head.selfUrl)),
      element('title', {}, text(head.title)),
      ...textElement('subtitle', head.description),
      element('updated', {}, text(formatDate(head.updated ?? NEVER))),
      element('author', {}, textElement('name', head.author)),
      element('link', { rel: 'alternate', type: 'text/html', href: head.homeUrl }),
      element('link', { rel: 'self', type: 'application/atom+xml', href: head.selfUrl }),
      element('generator', {}, text(GENERATOR)),
      ...entries.map(renderEntry),
    ],
  );
  return xmlDocument(feed, head.styleUrl);
}

function renderEntry(entry: FeedEntry): Xml {
  const { url, title, summary, html, image } = entry;
  return element('entry', { 'xml:lang': entry.lang }, [
    element('id', {}, text(url)),
    element('title', {}, text(title)),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...(image === undefined
      ? []
      : [element('link', { rel: 'enclosure', type: image.type, href: image.url })]),
    element('published', {}, text(formatDate(entry.date))),
    element('updated', {}, text(formatDate(entry.updated))),
    ...entry.authors.map((author) => element('author', {}, textElement('name', author))),
    ...entry.categories.map((term) => element('category', { term })),
    ...textElement('summary', summary),
    ...(html === undefined ? [] : [element('content', { type: 'html' }, cdata(html))]),
    ...(image === undefined
      ? []
      : [element('media:thumbnail', { url: image.url, width: image.width, height: image.height })]),
  ]);
}

/** RFC 3339, UTC. */
function formatDate(instant: number): string {
  return new Date(instant).toISOString();
}
