import { Parser } from 'htmlparser2';

/** What an SVG file opened as a page could run, frame or fetch. SVG 2, "Scripting", "Linking" and "Embedded content". */
const FORBIDDEN_ELEMENTS = new Set([
  'script',
  'handler',
  'listener',
  'foreignobject',
  'iframe',
  'embed',
  'object',
  'audio',
  'video',
  'canvas',
  'link',
  'meta',
  'base',
  'animate',
  'set',
  'animatetransform',
  'animatemotion',
]);

/**
 * Why an SVG file must not be published as it is: opened as a page of the site's own address it would run with the
 * site's rights.
 *
 * @returns What was found, for a message; `undefined` when it is only a drawing.
 */
export function inspectSvg(text: string): string | undefined {
  let found: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        found ??= inspectElement(name.toLowerCase().replace(/^.*:/, ''), attributes);
      },
      ontext(data) {
        // A style sheet is text; elsewhere such words are harmless, and rare enough in a drawing to be refused with them.
        if (refersOutside(data)) found ??= 'a reference in a style sheet';
      },
      onprocessinginstruction(name, data) {
        const isDoctype = /^!doctype/i.test(name) && data.includes('[');
        if (isDoctype || /^\?xml-stylesheet/i.test(name))
          found ??= isDoctype ? 'a document type with entities' : 'a style sheet';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return found;
}

function inspectElement(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (FORBIDDEN_ELEMENTS.has(name)) return `<${name}>`;
  for (const [attribute, value] of Object.entries(attributes)) {
    const local = attribute.toLowerCase().replace(/^.*:/, '');
    if (local.startsWith('on')) return `the handler ${attribute}`;
    if ((local === 'href' || local === 'src') && !value.startsWith('#'))
      return `a reference to ${value.slice(0, 60)}`;
    if (refersOutside(value)) return `a reference in ${attribute}`;
  }
  return undefined;
}

/** CSS that fetches something: `@import`, or `url()` of anything but a part of the drawing. */
function refersOutside(text: string): boolean {
  return /url\(\s*['"]?\s*[^#'"\s]|@import/i.test(text);
}
