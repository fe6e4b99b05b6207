import sanitizeHtml from 'sanitize-html';
import {
  EMPTY_ATTRIBUTES,
  LINK_SCHEMES,
  OUTPUT_ATTRIBUTES,
  OUTPUT_CLASSES,
  RESOURCE_SCHEMES,
  VOID_ELEMENTS,
} from './output-policy.ts';

/** sanitize-html under our policy: another parser and rules that share nothing with ours. */
export interface SanitizeGate {
  /** HTML in our normal form, without what the policy does not list: the identity for everything that keeps to it. */
  readonly sanitize: (html: string) => string;
  /**
   * The last word on a body: whether the sanitizer would leave it as it is. Blocks that differ in nothing but what no rule is
   * about are one shape, and a shape is looked at once: see `shapeOf`.
   *
   * @param blocks - HTML in our normal form.
   */
  readonly passes: (blocks: readonly string[]) => boolean;
}

export function createSanitizeGate(embedHosts: readonly string[]): SanitizeGate {
  const optionsByNames = new Map<string, SanitizeOptions>();

  /** The policy for the elements that occur: sanitize-html reads all of its options anew for each body. */
  function optionsFor(markup: string): SanitizeOptions {
    const names = [...new Set(markup.match(TAG_NAME))].map((tag) => tag.slice(1)).sort();
    const key = names.join(' ');
    let options = optionsByNames.get(key);
    if (options === undefined) {
      if (optionsByNames.size > MOST_OPTIONS) optionsByNames.clear();
      options = makeOptions(names, embedHosts);
      optionsByNames.set(key, options);
    }
    return options;
  }

  // It writes void elements as XHTML does, and no-break spaces as themselves. A `>` of text or attributes is escaped, so
  // that ` />` can only be the end of a tag.
  const sanitize = (html: string): string =>
    sanitizeHtml(html, optionsFor(html)).replaceAll(' />', '>').replaceAll('\xa0', '&nbsp;');
  /** Shapes that the sanitizer left as they were. Its verdict depends on nothing else, so remembering it changes none. */
  const passed = new Set<string>();
  return {
    sanitize,
    passes(blocks) {
      const unknown = new Set<string>();
      for (const block of blocks) {
        const shape = shapeOf(block);
        if (!passed.has(shape)) unknown.add(shape);
      }
      if (unknown.size === 0) return true;
      const markup = [...unknown].join('');
      if (sanitize(markup) !== markup) return false;
      if (passed.size > MOST_SHAPES) passed.clear();
      for (const shape of unknown) if (shape.length <= LONGEST_SHAPE) passed.add(shape);
      return true;
    },
  };
}

/**
 * A block without what the sanitizer has no rule about, so that it says of the shape what it says of the block:
 * - text: it holds no bare `<` or `>`;
 * - the rest of an address whose beginning settles how it is judged, in characters that are never escaped, and `&`: `https:`
 *   and its host, or one slash. Frames are judged by their whole address, so blocks with frames keep it;
 * - values that are shown or counted, in characters that are never escaped.
 */
function shapeOf(block: string): string {
  const markup = withoutText(block);
  if (!markup.includes('="')) return markup;
  const isFramed = markup.includes('<iframe');
  // Every attribute is read, also those that stay: a value may end in ` alt=`, and only its own quotation marks bound it.
  return markup.replace(ATTRIBUTE, (attribute: string, name: string, value: string) => {
    if (PLAIN_NAMES.has(name)) return PLAIN_VALUE.test(value) ? ` ${name}="x"` : attribute;
    const start = isFramed || !ADDRESS_NAMES.has(name) ? undefined : PLAIN_ADDRESS.exec(value)?.[1];
    return start === undefined ? attribute : ` ${name}="${start}x"`;
  });
}

/** Drops text after tags. Whatever has a `<` in it is kept, and judged. */
function withoutText(block: string): string {
  // Most blocks are a paragraph of text: two tags.
  const second = block.indexOf('<', 1);
  const end = block.indexOf('>') + 1;
  if (end <= second && second === block.lastIndexOf('<') && block.endsWith('>'))
    return block.slice(0, end) + block.slice(second);
  return block.replace(TEXT, '>');
}

const TEXT = />[^<]+/g;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const PLAIN_NAMES: ReadonlySet<string> = new Set(
  'alt id width height aria-description aria-label datetime lang title'.split(' '),
);
const PLAIN_VALUE = /^[^"&<>\0-\x1f\x7f-\xa0]+$/;
const ADDRESS_NAMES: ReadonlySet<string> = new Set(['href', 'src', 'poster']);
/** An `&amp;` is read as a `&` and written as it was, whatever follows it. */
const PLAIN_ADDRESS =
  /^(https?:\/\/|\/(?!\/))[\w\-.~:/?#[\]@!$'()*+,;=%]+(?:&amp;[\w\-.~:/?#[\]@!$'()*+,;=%]*)*$/;
const MOST_SHAPES = 10_000;
/** In UTF-16 code units: longer ones do not come again. */
const LONGEST_SHAPE = 2_000;
const TAG_NAME = /<[a-z][a-z0-9]*/g;
const MOST_OPTIONS = 1000;

type SanitizeOptions = sanitizeHtml.IOptions & { readonly allowedEmptyAttributes: string[] };

function makeOptions(names: readonly string[], embedHosts: readonly string[]): SanitizeOptions {
  return {
    allowedTags: names.filter((name) => Object.hasOwn(OUTPUT_ATTRIBUTES, name)),
    allowedAttributes: listsFor(names, OUTPUT_ATTRIBUTES),
    allowedClasses: listsFor(names, OUTPUT_CLASSES),
    allowedEmptyAttributes: [...EMPTY_ATTRIBUTES],
    allowedSchemes: [...RESOURCE_SCHEMES],
    allowedSchemesByTag: { a: [...LINK_SCHEMES] },
    allowedSchemesAppliedToAttributes: [
      'href',
      'src',
      'poster',
      'srcset',
      'cite',
      'action',
      'data',
      'background',
    ],
    allowProtocolRelative: false,
    allowedIframeHostnames: [...embedHosts],
    allowIframeRelativeUrls: false,
    selfClosing: [...VOID_ELEMENTS],
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'xmp',
      'noscript',
      'noembed',
      'noframes',
      'plaintext',
      'title',
    ],
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    parseStyleAttributes: false,
    parser: { decodeEntities: true },
  };
}

function listsFor<T>(
  names: readonly string[],
  lists: { readonly [name: string]: readonly T[] },
): { [name: string]: T[] } {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(lists, name)).map((name) => [name, [...(lists[name] ?? [])]]),
  );
}
