import sanitizeHtml from 'sanitize-html';
import {
  EMPTY_ATTRIBUTES,
  LINK_SCHEMES,
  OUTPUT_ATTRIBUTES,
  OUTPUT_CLASSES,
  RESOURCE_SCHEMES,
} from './output-policy.ts';

/**
 * The last word on a body: sanitize-html, with the same policy as data, reads the finished HTML with a parser and rules
 * that share nothing with ours. Only what it lets through unchanged is published.
 *
 * @returns A function from HTML to HTML in the same normal form: the identity for everything that keeps to the policy.
 */
export function createSanitizeGate(embedHosts: readonly string[]): (html: string) => string {
  const options: sanitizeHtml.IOptions & { allowedEmptyAttributes: string[] } = {
    allowedTags: Object.keys(OUTPUT_ATTRIBUTES),
    allowedAttributes: mutableLists(OUTPUT_ATTRIBUTES),
    allowedClasses: mutableLists(OUTPUT_CLASSES),
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
    selfClosing: ['br', 'hr', 'img', 'source'],
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
  // It writes void elements as XHTML does, and no-break spaces as themselves. A `>` of text or attributes is escaped, so
  // that ` />` can only be the end of a tag.
  return (html) => sanitizeHtml(html, options).replaceAll(' />', '>').replaceAll('\xa0', '&nbsp;');
}

function mutableLists<T>(lists: { readonly [name: string]: readonly T[] }): { [name: string]: T[] } {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]]));
}
