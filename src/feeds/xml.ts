/**
 * What XML 1.0 (2.2, "Characters") leaves out: most control characters, lone surrogates, U+FFFE and U+FFFF; and what it
 * discourages, the C1 controls. No escape makes them legal.
 */
const ILLEGAL = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: { readonly [character: string]: string } = Object.freeze({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // In an attribute, a parser would make a space of them.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
});

/** A piece of XML, escaped. `element`, `text` and `cdata` make it. */
export type Xml = string & { readonly xml: true };

/** Attributes whose value is `undefined` are left out. */
export interface XmlAttributes {
  readonly [name: string]: string | number | undefined;
}

/** Plain text as XML. */
export function text(value: string): Xml {
  return value.replace(ILLEGAL, '').replace(/[&<>\r]/g, escapeCharacter) as Xml;
}

/** Plain text, mostly markup of another kind, as XML that a person can still read. */
export function cdata(value: string): Xml {
  return `<![CDATA[${value.replace(ILLEGAL, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>` as Xml;
}

/**
 * An element on lines of its own.
 *
 * @param name - Ours, not checked.
 * @param content - Text, or elements; empty: an empty element.
 */
export function element(name: string, attributes: XmlAttributes, content: Xml | readonly Xml[] = []): Xml {
  const start = Object.entries(attributes).reduce(
    (tag, [key, value]) => (value === undefined ? tag : `${tag} ${key}="${escapeAttribute(String(value))}"`),
    `<${name}`,
  );
  if (content.length === 0) return `${start}/>` as Xml;
  const inner = typeof content === 'string' ? content : `\n${content.join('\n')}\n`;
  return `${start}>${inner}</${name}>` as Xml;
}

/** An element that holds text; nothing when the text is absent or empty. */
export function textElement(name: string, value: string | undefined): readonly Xml[] {
  return value === undefined || value === '' ? [] : [element(name, {}, text(value))];
}

/**
 * A whole file.
 *
 * @param styleUrl - Of the CSS with which a browser draws it (w3.org/TR/xml-stylesheet); absent: none. XSLT would do more,
 * but browsers are giving it up.
 */
export function xmlDocument(root: Xml, styleUrl?: string): string {
  const style =
    styleUrl === undefined ? '' : `<?xml-stylesheet type="text/css" href="${escapeAttribute(styleUrl)}"?>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${style}${root}\n`;
}

function escapeAttribute(value: string): string {
  return value.replace(ILLEGAL, '').replace(/[&<>"\t\n\r]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return ESCAPES[character]!;
}
