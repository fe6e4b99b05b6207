const VOID_ELEMENT = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/;

const QUOTE = 0x22;
const TAG_END = 0x3e;

/**
 * Drops the slash that preact writes at the end of void elements: in HTML it means nothing, and validators complain.
 *
 * @param html - What preact rendered: every `<` in it begins a tag, every attribute stands in double quotes.
 * @param body - The cleaned body inside it, which is left as it is: nothing edits HTML after the policy has passed it.
 */
export function omitVoidSlashes(html: string, body: string): string {
  const start = body === '' ? -1 : html.indexOf(body);
  if (start < 0) return omitSlashes(html);
  return omitSlashes(html.slice(0, start)) + body + omitSlashes(html.slice(start + body.length));
}

/** Goes from one `/>` to the next, since there are few, and asks of each whether it ends a void element. */
function omitSlashes(html: string): string {
  let result = '';
  let done = 0;
  for (let slash = html.indexOf('/>'); slash >= 0; slash = html.indexOf('/>', slash + 1)) {
    const tag = html.lastIndexOf('<', slash);
    if (tag < done || !VOID_ELEMENT.test(html.slice(tag, tag + 8)) || !isInTag(html, tag, slash)) continue;
    result += html.slice(done, slash);
    done = slash + 1;
  }
  return result + html.slice(done);
}

/** Whether a position is still within the tag that begins before it, and in none of its attributes' values. */
function isInTag(html: string, tag: number, position: number): boolean {
  let isQuoted = false;
  for (let index = tag; index < position; index++) {
    const code = html.charCodeAt(index);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (code === TAG_END && !isQuoted) return false;
  }
  return !isQuoted;
}
