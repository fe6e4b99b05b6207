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
   * The last word on a body: whether the sanitizer would leave it as it is. Blocks that differ in nothing but their text are
   * looked at once, without the text: it holds no bare `<` or `>`, and no rule is about it. Nine in ten are plain paragraphs.
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
  return {
    sanitize,
    passes(blocks) {
      const shapes = new Set(blocks.map((block) => block.replace(TEXT, '>')));
      const markup = [...shapes].join('');
      return sanitize(markup) === markup;
    },
  };
}

/** Text after a tag. Whatever has a `<` in it is kept, and judged. */
const TEXT = />[^<]+/g;
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
