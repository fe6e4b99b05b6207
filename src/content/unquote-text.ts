/** What quotes are made of: those of YAML, and the typographic ones that word processors put in their place. */
const QUOTES = `"'“”‘’`;

/**
 * The text that someone meant who put it in quotes that do not match: `"""'Title'"""`, `"Title`, `'It's here'`. Quotes
 * that belong to the text stay: `"One" and "two"` is a text that begins and ends with a quotation.
 *
 * @param raw - A value that strict YAML rejects, on one line.
 */
export function unquoteText(raw: string): string {
  const text = raw.trim();
  // Counted by hand: an expression for a run at the end takes quadratic time in runs elsewhere.
  let from = 0;
  while (from < text.length && QUOTES.includes(text[from]!)) from++;
  let to = text.length;
  while (to > from && QUOTES.includes(text[to - 1]!)) to--;
  const lead = text.slice(0, from);
  const trail = text.slice(to);
  const inner = text.slice(from, to).trim();
  if (lead === '' || !isYamlQuote(lead[0]!)) return text;
  if (inner === '') return '';
  const quote = lead[0]!;
  if (lead.length === 1 && trail.length <= 1) return unquoteOnce(text, quote, inner, trail);
  return unescapeText(inner, quote);
}

function isYamlQuote(character: string): boolean {
  return character === '"' || character === "'";
}

/** One quote in front and one or none behind. */
function unquoteOnce(text: string, quote: string, inner: string, trail: string): string {
  const bare = unescapeText(inner, quote);
  if (trail !== '' && trail !== quote) return `${bare}${isYamlQuote(trail) ? '' : trail}`;
  const quotations = bare.split(quote).length - 1;
  if (quotations === 0 || isApostrophes(bare, quote)) return bare;
  // A lone quote in front of a text with an odd number of others closes with one of them: it is the text's.
  if (trail === '') return quotations % 2 === 1 ? text : bare;
  return opensFirst(bare, quote) && quotations % 2 === 0 ? bare : text;
}

/** Every quote stands between two letters, as in "it's". */
function isApostrophes(text: string, quote: string): boolean {
  return quote === "'" && !/(?:^|[^\p{Script=Latin}])'|'(?:$|[^\p{Script=Latin}])/u.test(text);
}

/** The first quote inside begins a quotation, as far as the space around it tells: not `One" and "two`. */
function opensFirst(text: string, quote: string): boolean {
  const at = text.indexOf(quote);
  return !/\s/.test(text[at + 1] ?? ' ') || /\s/.test(text[at - 1] ?? ' ');
}

/** The two escapes that people know; all others are text. */
function unescapeText(text: string, quote: string): string {
  return quote === '"' ? text.replace(/\\(["\\])/g, '$1') : text.replace(/''/g, "'");
}
