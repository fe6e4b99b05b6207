/**
 * A quick reader of HTML that needs no repair: every element is of a kind that we know, ends where it should, and stands
 * where it may. Most bodies are so, since scrapers write down what a parser made. Whatever is otherwise is for parse5;
 * what both can read, both read as the same tree (WHATWG HTML, "tree construction", and a test holds the two together).
 */
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { type DefaultTreeAdapterTypes, html as htmlNames } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Attribute = Element['attrs'][number];

/** What a reading may hold at most; see `Limits`. */
export interface TidyLimits {
  readonly elements: number;
  readonly attributes: number;
  readonly images: number;
  readonly depth: number;
}

/** How an element's start tag is treated, as far as it matters where nothing has to be repaired. */
interface Kind {
  readonly name: string;
  /** It has no content and no end tag. */
  readonly isVoid?: boolean;
  /** It would end a paragraph around it. */
  readonly endsParagraph?: boolean;
  /** The only elements that it may stand in, directly; absent: any that holds text. */
  readonly within?: ReadonlySet<string>;
  /** It holds text in which no markup is read. */
  readonly isRaw?: boolean;
  /** It holds white space and the elements that name it in `within`. */
  readonly isFrame?: boolean;
}

const KINDS: ReadonlyMap<string, Kind> = indexKinds([
  // Formatting elements, and those that are nothing to the parser. `nobr`, `button`, `ruby` and their like have rules.
  [
    'a abbr audio b bdi bdo big cite code data del dfn em font i ins kbd label mark picture q s samp small span strike strong sub sup time tt u var video',
    {},
  ],
  ['br img source track wbr', { isVoid: true }],
  ['iframe style', { isRaw: true }],
  ['hr', { isVoid: true, endsParagraph: true }],
  [
    'address article aside blockquote center details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header main nav ol p pre section summary ul',
    { endsParagraph: true },
  ],
  ['li', { endsParagraph: true, within: new Set(['ol', 'ul']) }],
  ['dd dt', { endsParagraph: true, within: new Set(['dl']) }],
  ['table', { endsParagraph: true, isFrame: true }],
  ['caption', { within: new Set(['table']) }],
  ['colgroup tbody tfoot thead', { within: new Set(['table']), isFrame: true }],
  ['col', { within: new Set(['colgroup']), isVoid: true }],
  ['tr', { within: new Set(['tbody', 'tfoot', 'thead']), isFrame: true }],
  ['td th', { within: new Set(['tr']) }],
]);

function indexKinds(
  groups: readonly (readonly [names: string, kind: Omit<Kind, 'name'>])[],
): ReadonlyMap<string, Kind> {
  return new Map(
    groups.flatMap(([names, kind]) => names.split(' ').map((name) => [name, { ...kind, name }] as const)),
  );
}

const HEADING = /^h[1-6]$/;
const FRAME_SPACE = /^[\t\n\f ]*$/;
/** A comment that leaves no doubt where it ends. */
const COMMENT = /<!--(?:(?![>-])([^-]*(?:-[^-]+)*))?-->/y;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SOLIDUS = 0x2f;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const AMPERSAND = 0x26;

/**
 * Reads a fragment that stands in a `div`.
 *
 * @param onLink - Called with the attributes of each `a`, in document order.
 * @returns undefined where anything would have to be repaired, or is over a limit. There is no `parentNode` to the nodes.
 */
export function parseTidyMarkup(
  source: string,
  limits: TidyLimits,
  onLink: (attributes: readonly Attribute[]) => void,
): Node[] | undefined {
  if (source.includes('\0')) return undefined;
  return new TidyReader(
    source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source,
    limits,
    onLink,
  ).read();
}

class TidyReader {
  readonly #html: string;
  readonly #limits: TidyLimits;
  readonly #onLink: (attributes: readonly Attribute[]) => void;
  readonly #root: Node[] = [];
  readonly #open: Element[] = [];
  readonly #openKinds: Kind[] = [];
  #nodes: Node[] = this.#root;
  #kind: Kind | undefined;
  #openParagraphs = 0;
  #openLinks = 0;
  #elements = 0;
  #images = 0;
  #at = 0;

  constructor(html: string, limits: TidyLimits, onLink: (attributes: readonly Attribute[]) => void) {
    this.#html = html;
    this.#limits = limits;
    this.#onLink = onLink;
  }

  read(): Node[] | undefined {
    const html = this.#html;
    while (this.#at < html.length) {
      const start = html.indexOf('<', this.#at);
      const end = start < 0 ? html.length : start;
      if (end > this.#at && !this.#readText(html.slice(this.#at, end))) return undefined;
      this.#at = end;
      if (start >= 0 && !this.#readMarkup()) return undefined;
    }
    return this.#open.length === 0 ? this.#root : undefined;
  }

  #readText(text: string): boolean {
    if (this.#kind?.isFrame && !FRAME_SPACE.test(text)) return false;
    const value = text.includes('&') ? decodeHTML(text) : text;
    this.#nodes.push({ nodeName: '#text', value, parentNode: null } as Node);
    return true;
  }

  #readMarkup(): boolean {
    const code = this.#html.charCodeAt(this.#at + 1);
    if (code === SOLIDUS) return this.#readEndTag();
    return code === 0x21 ? this.#readComment() : this.#readStartTag();
  }

  #readComment(): boolean {
    COMMENT.lastIndex = this.#at;
    const comment = COMMENT.exec(this.#html);
    if (comment === null) return false;
    this.#at = COMMENT.lastIndex;
    this.#nodes.push({ nodeName: '#comment', data: comment[1] ?? '', parentNode: null } as Node);
    return true;
  }

  #readEndTag(): boolean {
    const kind = this.#kind;
    if (kind === undefined) return false;
    const { name } = kind;
    const start = this.#at + 2;
    const end = start + name.length;
    const html = this.#html;
    if (html.charCodeAt(end) !== GREATER_THAN) return false;
    if (!html.startsWith(name, start) && html.slice(start, end).toLowerCase() !== name) return false;
    this.#at = end + 1;
    this.#open.pop();
    this.#openKinds.pop();
    if (name === 'p') this.#openParagraphs--;
    else if (name === 'a') this.#openLinks--;
    const parent = this.#open.at(-1);
    this.#nodes = parent === undefined ? this.#root : parent.childNodes;
    this.#kind = this.#openKinds.at(-1);
    return true;
  }

  #readStartTag(): boolean {
    const kind = this.#readName();
    if (kind === undefined || !this.#mayStandHere(kind)) return false;
    const attrs = this.#readAttributes(kind.isVoid ?? false);
    if (attrs === undefined) return false;
    const { name } = kind;
    if (++this.#elements > this.#limits.elements) return false;
    if (name === 'img' && ++this.#images > this.#limits.images) return false;
    if (name === 'a') this.#onLink(attrs);
    const element: Element = {
      nodeName: name,
      tagName: name,
      attrs,
      namespaceURI: htmlNames.NS.HTML,
      childNodes: [],
      parentNode: null,
    };
    this.#nodes.push(element);
    if (kind.isVoid) return true;
    return this.#enter(element, kind) && (!kind.isRaw || this.#readRaw());
  }

  #enter(element: Element, kind: Kind): boolean {
    if (this.#open.push(element) > this.#limits.depth) return false;
    this.#openKinds.push(kind);
    this.#nodes = element.childNodes;
    this.#kind = kind;
    if (kind.name === 'p') this.#openParagraphs++;
    else if (kind.name === 'a') this.#openLinks++;
    else if (kind.name === 'pre') return this.#skipFirstLineFeed();
    return true;
  }

  /** Reads to the first end tag of any name, which has to be that of the element. */
  #readRaw(): boolean {
    const end = this.#html.indexOf('</', this.#at);
    if (end < 0) return false;
    const value = this.#html.slice(this.#at, end);
    if (value !== '') this.#nodes.push({ nodeName: '#text', value, parentNode: null } as Node);
    this.#at = end;
    return this.#readEndTag();
  }

  /** The line feed behind `<pre>` is none of its text, however it is written. */
  #skipFirstLineFeed(): boolean {
    const next = this.#html.charCodeAt(this.#at);
    if (next === LINE_FEED) this.#at++;
    return next !== AMPERSAND;
  }

  /** Whether the element becomes the next child of the one that is open, and nothing else happens. */
  #mayStandHere({ name, within, endsParagraph }: Kind): boolean {
    const parent = this.#kind;
    if (endsParagraph && this.#openParagraphs > 0) return false;
    if (within !== undefined) return parent !== undefined && within.has(parent.name);
    if (parent === undefined) return true;
    if (parent.isFrame) return false;
    if (name === 'a') return this.#openLinks === 0;
    return !(HEADING.test(name) && HEADING.test(parent.name));
  }

  #readName(): Kind | undefined {
    const html = this.#html;
    const start = this.#at + 1;
    let end = start;
    while (isLetterOrDigit(html.charCodeAt(end))) end++;
    const name = html.slice(start, end);
    this.#at = end;
    return KINDS.get(name) ?? KINDS.get(name.toLowerCase());
  }

  /** Reads to the end of the tag. Values are in quotation marks, or not there. */
  #readAttributes(isVoid: boolean): Attribute[] | undefined {
    const html = this.#html;
    const attrs: Attribute[] = [];
    let at = this.#at;
    for (;;) {
      const before = at;
      while (isSpace(html.charCodeAt(at))) at++;
      let code = html.charCodeAt(at);
      if (isVoid && code === SOLIDUS) code = html.charCodeAt(++at);
      if (code === GREATER_THAN) {
        this.#at = at + 1;
        return attrs;
      }
      const start = at;
      if (start === before) return undefined;
      while (isNamePart(html.charCodeAt(at))) at++;
      if (at === start) return undefined;
      const name = html.slice(start, at).toLowerCase();
      let value = '';
      if (html.charCodeAt(at) === EQUALS) {
        const mark = html.charCodeAt(at + 1);
        if (mark !== QUOTE && mark !== APOSTROPHE) return undefined;
        const end = html.indexOf(mark === QUOTE ? '"' : "'", at + 2);
        if (end < 0) return undefined;
        value = html.slice(at + 2, end);
        if (value.includes('&')) value = decodeHTMLAttribute(value);
        at = end + 1;
      }
      if (
        !attrs.some((known) => known.name === name) &&
        attrs.push({ name, value }) > this.#limits.attributes
      )
        return undefined;
    }
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === FORM_FEED;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
}

function isNamePart(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x2d || code === 0x5f || code === 0x3a || code === 0x2e;
}
