import { Parser } from 'htmlparser2';

/** A broken feed in pieces: any number of the items between the two parts of the root is a feed, and well formed. */
export interface SalvagedFeed {
  readonly open: string;
  readonly close: string;
  readonly items: readonly SalvagedItem[];
}

export interface SalvagedItem {
  readonly xml: string;
  /** Where the item begins, in UTF-16 code units. */
  readonly offset: number;
  /** It has its end; else it may have had more. */
  readonly isWhole: boolean;
}

const ITEM_START = /<(item|entry)(?=[\s>])/gi;

/**
 * Elements of an item. Where one begins inside another, the other was not closed: in a sound feed none of them is in
 * another but for those of `CONTAINERS`.
 */
const FIELDS: ReadonlySet<string> = new Set(
  `title link guid pubdate description author category comments enclosure id published updated modified issued created
   summary content content:encoded dc:creator dc:date dc:subject dc:title dc:description dc:identifier dc:language
   itunes:author itunes:image itunes:summary media:content media:thumbnail media:group slash:comments wfw:commentrss`.split(
    /\s+/,
  ),
);

/** Elements whose children are part of them. */
const CONTAINERS: ReadonlySet<string> = new Set(['author', 'media:group', 'media:content']);

/**
 * Cuts a feed that no XML parser accepts into its items, and mends each: what is not closed is closed, what is not
 * escaped is escaped. An item that is cut off keeps what there is of it.
 */
export function salvageXmlFeed(text: string): SalvagedFeed {
  const starts = [...text.matchAll(ITEM_START)];
  const items = starts.flatMap(({ index, 1: name }, number) => {
    const chunk = text.slice(index, starts[number + 1]?.index ?? text.length);
    // Without what follows the end: that of the feed, or whatever a server has put there.
    const end = chunk.search(new RegExp(`</${name}\\s*>`, 'i'));
    const xml = mendItem(end < 0 ? chunk : chunk.slice(0, end));
    return xml === '' ? [] : [{ xml, offset: index, isWhole: end >= 0 }];
  });
  return { ...rootOf(text, starts[0]?.[1]), items };
}

/**
 * How many items a text seems to hold. What stands in a CDATA section is a text about items, unless one ends and the next
 * begins there: then the section was not ended.
 */
export function countItemStarts(text: string): number {
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<![CDATA[', at);
    const end = start < 0 ? -1 : text.indexOf(']]>', start);
    if (end < 0) break;
    const section = text.slice(start, end);
    count += countStarts(text.slice(at, start)) + (SWALLOWED.test(section) ? countStarts(section) : 0);
    at = end + 3;
  }
  return count + countStarts(text.slice(at));
}

const SWALLOWED = /<\/(item|entry)>\s{0,1000}<\1[\s>]/i;

function countStarts(text: string): number {
  return text.match(ITEM_START)?.length ?? 0;
}

/** In UTF-16 code units: what comes before a feed's root is short, and looking further costs time. */
const ROOT_WITHIN = 16 * 1024;

/** A root of the same kind, with the declarations of namespaces that the feed has. */
function rootOf(text: string, itemName: string | undefined): Pick<SalvagedFeed, 'open' | 'close'> {
  const tag = /<(rss|feed|rdf:rdf)\b[^>]*>/i.exec(text.slice(0, ROOT_WITHIN));
  const declarations = (tag?.[0].match(/\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"<>]*"|'[^'<>]*')/gi) ?? []).join(
    '',
  );
  if (itemName?.toLowerCase() === 'entry') {
    const fallback = declarations || ' xmlns="http://www.w3.org/2005/Atom"';
    return { open: `<feed${fallback}>`, close: '</feed>' };
  }
  if (tag?.[1]?.toLowerCase() === 'rdf:rdf') return { open: `<rdf:RDF${declarations}>`, close: '</rdf:RDF>' };
  return { open: `<rss version="2.0"${declarations}><channel>`, close: '</channel></rss>' };
}

/** Writes an item anew, as well-formed XML, its fields flat; "" for one without any. */
function mendItem(chunk: string): string {
  const writer = new FieldWriter();
  const parser = new Parser(writer, { xmlMode: true });
  // A tag that is cut in its middle at the end of the text is none.
  const whole = chunk.replace(/<[^<>]*$/, '');
  // Characters that XML does not have at all.
  parser.write(whole.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
  parser.end();
  return writer.finish();
}

interface OpenField {
  readonly name: string;
  readonly attributes: string;
  readonly isContainer: boolean;
  text: string;
}

/** Gathers the parser's events as the fields of an item. */
class FieldWriter {
  #item: string | undefined;
  #field: OpenField | undefined;
  #written = '';
  #hasFields = false;
  /** Elements inside a container that are open. */
  #inner: string[] = [];

  onopentag(name: string, attributes: { readonly [name: string]: string }): void {
    if (this.#item === undefined) {
      this.#item = name;
      this.#written = `<${name}${spellAttributes(attributes)}>`;
      return;
    }
    const key = name.toLowerCase();
    const isXhtml = attributes.type === 'xhtml';
    if (this.#field === undefined || (FIELDS.has(key) && !this.#field.isContainer)) {
      this.#closeField();
      const isContainer = CONTAINERS.has(key) || isXhtml;
      this.#field = { name, attributes: spellAttributes(attributes), isContainer, text: '' };
    } else {
      this.#field.text += `<${name}${spellAttributes(attributes)}>`;
      if (this.#field.isContainer) this.#inner.push(name);
    }
  }

  ontext(data: string): void {
    if (this.#field !== undefined) this.#field.text += this.#field.isContainer ? escapeXml(data) : data;
  }

  onclosetag(name: string, isImplied: boolean): void {
    if (this.#field === undefined) return;
    if (name === this.#field.name && this.#inner.length === 0) {
      this.#closeField();
    } else if (this.#field.isContainer) {
      if (this.#inner.at(-1) === name) this.#field.text += `</${this.#inner.pop()}>`;
    } else if (!isImplied && name !== this.#item) {
      this.#field.text += `</${name}>`;
    }
  }

  finish(): string {
    this.#closeField();
    return this.#hasFields ? `${this.#written}</${this.#item}>` : '';
  }

  #closeField(): void {
    if (this.#field === undefined) return;
    const { name, attributes, text, isContainer } = this.#field;
    const closed =
      text +
      this.#inner
        .reverse()
        .map((open) => `</${open}>`)
        .join('');
    const content = isContainer ? closed : wrapInCdata(withoutOwnEnd(text, name));
    this.#written += `<${name}${attributes}>${content}</${name}>`;
    this.#hasFields = true;
    this.#field = undefined;
    this.#inner = [];
  }
}

/** Of a CDATA section that is not ended, the end of its element is a part. */
function withoutOwnEnd(text: string, name: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(`</${name}>`) ? trimmed.slice(0, -`</${name}>`.length) : text;
}

function wrapInCdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function spellAttributes(attributes: { readonly [name: string]: string }): string {
  return Object.entries(attributes)
    .filter(([name]) => /^[A-Za-z_][\w.:-]*$/.test(name))
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
