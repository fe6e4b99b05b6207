import { Parser } from 'htmlparser2';
import { type FoundLink, readHtmlLinks } from './read-html-links.ts';

/** Elements of feeds, sitemaps and OPML whose text is an address. */
const TEXTS: Readonly<Record<string, FoundLink['kind']>> = Object.freeze({
  loc: 'page',
  link: 'page',
  url: 'asset',
  comments: 'page',
  'image:loc': 'asset',
  'news:loc': 'page',
});

/** Attributes that hold an address, whatever the element. */
const ATTRIBUTES: Readonly<Record<string, FoundLink['kind']>> = Object.freeze({
  href: 'page',
  url: 'asset',
  src: 'asset',
  xmlUrl: 'page',
  htmlUrl: 'page',
});

/** Elements whose text is HTML. */
const BODIES: ReadonlySet<string> = new Set(['content:encoded', 'content', 'description', 'summary']);

/** The addresses of an RSS or Atom feed, a sitemap, an OPML list or a drawing; those of the articles in it, too. */
export function readXmlLinks(xml: string): readonly FoundLink[] {
  const links: FoundLink[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        text = '';
        if (name === 'source') return;
        for (const [key, kind] of Object.entries(ATTRIBUTES)) {
          const url = attributes[key];
          if (url !== undefined) links.push({ url: url.trim(), kind, offset: parser.startIndex });
        }
      },
      ontext(data) {
        text += data;
      },
      onclosetag(name) {
        const url = text.trim();
        const kind = TEXTS[name];
        const offset = parser.startIndex;
        if (kind !== undefined && url !== '') links.push({ url, kind, offset });
        else if (BODIES.has(name) && text.includes('<'))
          for (const link of readHtmlLinks(text).links) links.push({ ...link, offset });
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  return links;
}
