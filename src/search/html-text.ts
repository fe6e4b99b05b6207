/** Elements that stand within a line. All others end it. */
const INLINE: ReadonlySet<string> = new Set(
  `a abbr b bdi bdo button cite code data del dfn em font i img ins kbd label mark meter output picture q rp rt ruby s samp
  small source span strong sub sup svg time u var wbr`.split(/\s+/),
);

/** Elements whose content is not text. */
const HIDDEN = /<(script|style|template)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;

const MARKUP = /<!--[\s\S]*?-->|<\/?([a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/**
 * The text of a body, blocks separated by newlines. Index and browser both take it from the same HTML, which the site has
 * written itself: this is no parser for what others write.
 */
export function readBodyText(html: string): string {
  return joinLines(
    decodeEntities(
      html.replace(HIDDEN, '').replace(MARKUP, (_, name: string | undefined) => {
        return name === undefined || INLINE.has(name.toLowerCase()) ? '' : '\n';
      }),
    ),
  );
}

/** Of blanks with a line end among them, one line end stays. A pattern for them would stop at every character. */
function joinLines(text: string): string {
  const lines = text.split('\n');
  if (lines.length === 1) return text;
  const first = lines.shift()!.trimEnd();
  const last = lines.pop()!.trimStart();
  const inner = lines.map((line) => line.trim()).filter((line) => line !== '');
  return [first, ...inner, last].join('\n');
}

const NAMED: Readonly<Record<string, string>> = Object.freeze({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
});

/** Decodes the character references that HTML serializers write. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (written, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name.toLowerCase()]!;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : written;
    },
  );
}
