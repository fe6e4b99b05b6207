import { decodeHTMLAttribute } from 'entities';
import type { Limits } from '../content/site-config.ts';
import type { BodyImage } from './cleaned-body.ts';
import { ELEMENT_ROLES, type ElementRole, INLINE_NAMES } from './element-roles.ts';
import { imageSize } from './image-size.ts';
import { imageSource } from './image-source.ts';
import { hasPinpointSize } from './read-image.ts';
import { isFault, type UrlResolver } from './resolve-url.ts';
import { isTracker } from './tracking.ts';

/** What can be told of a body without cleaning it. */
export interface PlainBody {
  /** As cleaning would find them, but for their descriptions. */
  readonly images: readonly BodyImage[];
  /** Whether a source's tagger marked a project in it. */
  readonly isTagged: boolean;
}

/** Elements of which cleaning never says anything, whatever tree a parser makes of them. */
const PLAIN_ROLES: ReadonlySet<ElementRole> = new Set<ElementRole>([
  'paragraph',
  'heading',
  'list',
  'item',
  'quote',
  'section',
  'figure',
  'figcaption',
  'table',
  'rule',
  'break',
  'image',
  'link',
]);
const PLAIN_BOXES = ['div', 'article', 'main', 'header', 'footer', 'center', 'span', 'font', 'pre'];
const PLAIN_CELLS = ['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup', 'col'];
const PLAIN_NAMES: ReadonlySet<string> = new Set([
  ...[...ELEMENT_ROLES].flatMap(([name, role]) => (PLAIN_ROLES.has(role) ? [name] : [])),
  ...Object.keys(INLINE_NAMES).filter((name) => name !== 'ruby'),
  ...PLAIN_BOXES,
  ...PLAIN_CELLS,
]);
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col']);
const isInline = (name: string): boolean =>
  Object.hasOwn(INLINE_NAMES, name) || name === 'a' || name === 'span' || name === 'font';

/** Tags and comments as careful people write them: what two parsers can't read in two ways. Each takes linear time. */
const TAG =
  /<(?:\/([a-z][a-z\d]*)\s*|([a-z][a-z\d]*)((?:\s+[a-z][a-z\d_-]*(?:="[^"<>]*"|='[^'<>]*')?)*)\s*\/?)>/y;
const COMMENT = /<!--(?!-?>)(?:[^<>-]|-(?!-))*-->/y;
const ATTRIBUTE = /\s+([a-z][a-z\d_-]*)(?:="([^"]*)"|='([^']*)')?/g;
/** What could be the beginning of a tag to some parser. */
const MARKUP = /[a-z/!?]/i;

/** What cleaning adds to an element, at most: loading hints, classes, `rel`, a figure around a picture, rows and sections of cells. */
const ADDED_TO_A_TAG = 200;
/** A character becomes this many when it is escaped. */
const ESCAPED = 6;
/** What `MOST_GROWTH` and `GROWTH_ALLOWANCE` of `clean-body.ts` leave to be added when all is escaped. */
const SPARE_GROWTH = 2;
const SPARE = 1 << 16;
/** The name of the box around a table, at most. */
const ADDED_TO_A_TABLE = 100;
/** A cell stands in a row in a section, which a parser adds. */
const ELEMENTS_OF_A_TAG = 3;
/** Copies that the tree's construction makes of a formatting element that is misnested, besides one for each of them. */
const MOST_COPIES = 33;

/**
 * Looks whether a body is so plain that cleaning it would say nothing: nothing is removed, no limit is near. It errs on one
 * side alone, so that whoever wants no more than the diagnostics can leave the cleaning of most bodies.
 *
 * @returns undefined where cleaning may have something to say.
 */
export function readPlainBody(
  html: string,
  { limits, urls }: { readonly limits: Limits; readonly urls: UrlResolver },
): PlainBody | undefined {
  const growth = new Growth();
  const images: BodyImage[] = [];
  let isTagged = false;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (!MARKUP.test(html[at + 1] ?? '')) {
      at++;
      continue;
    }
    const comment = endOfComment(html, at);
    if (comment !== undefined) {
      at = comment;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, closed, name = '', written = ''] = TAG.exec(html) ?? [];
    if (whole === undefined || !PLAIN_NAMES.has(closed ?? name)) return undefined;
    at = TAG.lastIndex;
    if (closed !== undefined) {
      growth.close(closed);
      continue;
    }
    growth.open(name, whole.length);
    if (name === 'table') growth.add(ADDED_TO_A_TABLE);
    if (written === '' && name !== 'img') continue;
    const attributes = readAttributes(written);
    if (attributes === undefined || attributes.size > limits.attributes) return undefined;
    if (name === 'img') {
      const image = readPlainImage(attributes, urls);
      if (image === undefined) return undefined;
      images.push(image);
      growth.add(image.src.length);
    } else if (name === 'a') {
      if (hasName(attributes, 'project-link')) isTagged = true;
      else {
        const href = attributes.get('href') ?? '';
        const added = hasName(attributes, 'project') ? undefined : addedToLink(href, urls);
        if (added === undefined) return undefined;
        growth.add(added);
      }
    }
  }
  return growth.isWithin(limits, html.length, images.length) ? { images, isTagged } : undefined;
}

function endOfComment(html: string, at: number): number | undefined {
  COMMENT.lastIndex = at;
  return COMMENT.test(html) ? COMMENT.lastIndex : undefined;
}

function hasName(attributes: ReadonlyMap<string, string>, name: string): boolean {
  return attributes.get('class')?.split(/\s+/).includes(name) ?? false;
}

function readPlainImage(attributes: ReadonlyMap<string, string>, urls: UrlResolver): BodyImage | undefined {
  const src = imageSource(attributes, [], urls);
  if (isFault(src) || isTracker(src) || hasPinpointSize(attributes)) return undefined;
  return { src, alt: '', ...imageSize(attributes, src) };
}

/** Characters by which an address grows when it is resolved; undefined for one that does not stay, or names a project. */
function addedToLink(href: string, urls: UrlResolver): number | undefined {
  const target = urls.link(href);
  if (target === 'empty') return 0;
  if (isFault(target) || target.kind === 'project') return undefined;
  return 'href' in target ? Math.max(0, target.href.length - href.length) : 0;
}

/** By name, decoded; undefined where one of them would be removed, or takes its element with it. */
function readAttributes(written: string): ReadonlyMap<string, string> | undefined {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
    if (name.startsWith('on') || name === 'hidden') return undefined;
    const raw = double ?? single ?? '';
    const value = raw.includes('&') ? decodeHTMLAttribute(raw) : raw;
    if (name === 'style' && /display/i.test(value)) return undefined;
    if (!attributes.has(name)) attributes.set(name, value);
  }
  return attributes;
}

/** What a body could become, at most: elements that are misnested or not closed are copied while a tree is made of them. */
class Growth {
  readonly #open: string[] = [];
  #tags = 0;
  #inlineTags = 0;
  #inlineOpen = 0;
  #deepest = 0;
  #longestTag = 0;
  #added = 0;
  /** Every element ends where it should, and none that goes with text holds a block. */
  #isNested = true;

  open(name: string, length: number): void {
    this.#tags++;
    this.#longestTag = Math.max(this.#longestTag, length);
    if (VOID.has(name)) return;
    this.#open.push(name);
    this.#deepest = Math.max(this.#deepest, this.#open.length);
    if (isInline(name)) {
      this.#inlineTags++;
      this.#inlineOpen++;
    } else if (this.#inlineOpen > 0) this.#isNested = false;
  }

  close(name: string): void {
    if (this.#open.at(-1) === name) {
      this.#open.pop();
      if (isInline(name)) this.#inlineOpen--;
    } else this.#isNested = false;
  }

  /** @param characters - That cleaning adds to an address. */
  add(characters: number): void {
    this.#added += characters;
  }

  isWithin(limits: Limits, length: number, images: number): boolean {
    const isNested = this.#isNested && this.#open.length === 0;
    const copies = isNested ? 1 : this.#inlineTags + MOST_COPIES;
    const copied = (copies - 1) * this.#tags * this.#longestTag;
    return (
      this.#tags * copies * ELEMENTS_OF_A_TAG <= limits.elements &&
      2 * (this.#deepest + this.#inlineTags) <= limits.depth &&
      images * copies <= limits.images &&
      this.#tags * copies * ADDED_TO_A_TAG + ESCAPED * (this.#added + copied) <= SPARE + SPARE_GROWTH * length
    );
  }
}
