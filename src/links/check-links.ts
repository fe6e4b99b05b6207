import { locateOffset } from '../content/locate-offset.ts';
import type { Rule } from '../content/rules.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type LinkRule, linkRules } from './link-rules.ts';
import { type FoundLink, readHtmlLinks } from './read-html-links.ts';
import { readCssLinks, readJsonLinks, readRobotsLinks } from './read-other-links.ts';
import { readXmlLinks } from './read-xml-links.ts';
import { type BuiltSite, LinkResolver } from './resolve-link.ts';

/** What is said of all links that are broken in one way. */
export interface LinkFault {
  readonly rule: LinkRule;
  /** The address, as it is written. */
  readonly url: string;
  /** The first places, at most ten. */
  readonly places: readonly LinkPlace[];
  /** How many there are. */
  readonly count: number;
  /** What is known of it, one sentence; absent: what the rule says. */
  readonly detail?: string;
}

export interface LinkPlace {
  /** Relative to the output folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

export interface LinkReport {
  readonly faults: readonly LinkFault[];
  /** Addresses of other sites that pages link to, with the first page that links to each. */
  readonly external: ReadonlyMap<string, string>;
  readonly files: number;
  readonly links: number;
}

const MOST_PLACES = 10;

/**
 * Checks every address in the files of a built site: pages, pictures, scripts, styles, feeds, sitemaps. Nothing but the
 * files is asked.
 *
 * @param readText - The text of a file of the site.
 */
export function checkLinks(site: BuiltSite, readText: (file: string) => string): LinkReport {
  const check = new LinkCheck(site);
  const files = [...site.files].filter(isReadable).sort();
  // Pages first: what is broken in a page and in the feeds that carry it is told at the page.
  const pages = files.filter(isHtml);
  for (const file of [...pages, ...files.filter((one) => !isHtml(one))]) check.readFile(file, readText(file));
  check.checkAnchors(readText);
  return check.report();
}

type Reader = (text: string) => readonly FoundLink[];

const READERS: Readonly<Record<string, Reader>> = Object.freeze({
  xml: readXmlLinks,
  opml: readXmlLinks,
  css: readCssLinks,
  json: readJsonLinks,
  webmanifest: readJsonLinks,
});

function isReadable(file: string): boolean {
  return isHtml(file) || file === 'robots.txt' || (Object.hasOwn(READERS, endingOf(file)) && !isData(file));
}

function isHtml(file: string): boolean {
  return /\.html?$/.test(file);
}

/** JSON of the search index is data: it holds no address in the sense of this check. */
function isData(file: string): boolean {
  return endingOf(file) === 'json' && !/(?:^|\/)(?:feed|manifest)\.json$/.test(file);
}

function endingOf(file: string): string {
  return file.slice(file.lastIndexOf('.') + 1);
}

interface Tally {
  readonly rule: LinkRule;
  readonly url: string;
  readonly places: LinkPlace[];
  count: number;
}

/** One link to a place in a page, until the page is read. */
interface Anchor {
  readonly url: string;
  readonly fragment: string;
  readonly place: LinkPlace;
}

/** Counting the lines up to a place takes time; of most places only the number is told. */
type PlaceReader = () => LinkPlace;

class LinkCheck {
  readonly #resolver: LinkResolver;
  readonly #tallies = new Map<string, Tally>();
  readonly #external = new Map<string, string>();
  /** By the file that they lead to. */
  readonly #anchors = new Map<string, Anchor[]>();
  #files = 0;
  #links = 0;

  constructor(site: BuiltSite) {
    this.#resolver = new LinkResolver(site);
  }

  readFile(file: string, text: string): void {
    this.#files++;
    const html = isHtml(file) ? readHtmlLinks(text) : undefined;
    const read = file === 'robots.txt' ? readRobotsLinks : READERS[endingOf(file)];
    const links = html?.links ?? read?.(text) ?? [];
    for (const link of links)
      this.#checkLink(link, { file, text, ...(html === undefined ? {} : { ids: html.ids }) });
  }

  /** Reads the pages again that other pages link into: they are few. */
  checkAnchors(readText: (file: string) => string): void {
    for (const [file, anchors] of this.#anchors) {
      const { ids } = readHtmlLinks(readText(file));
      for (const { url, fragment, place } of anchors)
        if (!ids.has(fragment))
          this.#tally('broken-anchor', { url, key: `${file}#${fragment}` }, () => place);
    }
  }

  report(): LinkReport {
    const faults = [...this.#tallies.values()].sort(byPlace);
    return { faults, external: this.#external, files: this.#files, links: this.#links };
  }

  #checkLink(
    { url, kind, offset }: FoundLink,
    { file, text, ids }: { readonly file: string; readonly text: string; readonly ids?: ReadonlySet<string> },
  ): void {
    this.#links++;
    const target = this.#resolver.resolve(url, file);
    const place: PlaceReader = () => ({ file, ...locateOffset(text, offset) });
    switch (target.kind) {
      case 'missing':
        this.#tally(kind === 'asset' ? 'missing-asset' : 'broken-link', { url, key: target.path }, place);
        break;
      case 'invalid':
        this.#tally('invalid-link', { url, key: url }, place);
        break;
      case 'outside':
        this.#tally('outside-site', { url, key: target.path }, place);
        break;
      case 'external':
        if (ids !== undefined && kind === 'page' && !this.#external.has(target.url))
          this.#external.set(target.url, file);
        break;
      case 'file':
        if (target.lacksSlash && kind === 'page')
          this.#tally('missing-slash', { url, key: target.file }, place);
        // "#" and "#top" are the top of every page. Text fragments (#:~:text=) name no id.
        if (target.fragment === '' || /^top$/i.test(target.fragment) || target.fragment.startsWith(':~:'))
          break;
        if (target.file === file && ids !== undefined) {
          if (!ids.has(target.fragment))
            this.#tally('broken-anchor', { url, key: `${file}#${target.fragment}` }, place);
        } else if (isHtml(target.file) && kind === 'page') {
          const anchors = this.#anchors.get(target.file) ?? [];
          this.#anchors.set(target.file, anchors);
          anchors.push({ url, fragment: target.fragment, place: place() });
        }
        break;
      case 'other':
        break;
    }
  }

  /** @param link - Links of one key are told together, by the address of the first. */
  #tally(rule: LinkRule, link: { readonly url: string; readonly key: string }, place: PlaceReader): void {
    const { url } = link;
    const key = `${rule} ${link.key}`;
    const tally = this.#tallies.get(key) ?? { rule, url, places: [], count: 0 };
    this.#tallies.set(key, tally);
    tally.count++;
    if (tally.places.length < MOST_PLACES) tally.places.push(place());
  }
}

/** Pages before other files. */
function byPlace(a: LinkFault, b: LinkFault): number {
  const [first, second] = [a.places[0]!, b.places[0]!];
  if (isHtml(first.file) !== isHtml(second.file)) return isHtml(first.file) ? -1 : 1;
  if (first.file !== second.file) return first.file < second.file ? -1 : 1;
  return first.line - second.line || first.column - second.column;
}

/** Finds the source of a page: its path as the author knows it; undefined for pages that the site makes itself. */
export type FindSource = (file: string) => string | undefined;

/** A fault as one diagnostic, at its first place; the message says how many more there are and what they are written in. */
export function describeLinkFault(fault: LinkFault, findSource: FindSource): Diagnostic {
  const { rule, url, places, count } = fault;
  const { severity, summary, hint }: Rule = linkRules[rule];
  const sources = [...new Set(places.flatMap(({ file }) => findSource(file) ?? []))];
  const message = [
    `${JSON.stringify(url.slice(0, 300))}: ${fault.detail ?? summary}`,
    count > 1 ? `It is there ${count} times.` : '',
    sources.length > 0
      ? `Written in ${sources.slice(0, 3).join(', ')}${sources.length > 3 ? ', …' : ''}.`
      : '',
  ];
  return { ...places[0]!, severity, rule, message: message.filter((part) => part !== '').join(' '), hint };
}
