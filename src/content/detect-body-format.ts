import type { BodyFormat } from './article.ts';

/** Elements that scrapers and editors wrap a text in. Not `details` and its kin, which people put around Markdown. */
const OPENING =
  /^<(?:!--|(?:article|section|div|p|figure|blockquote|table|ul|ol|dl|pre|h[1-6]|header|main|center|span|strong|b|em|a|img|br|hr|iframe|video|font)(?=[\s>/]))/i;

const VOID = /^(?:img|br|hr)$/i;

/**
 * Whether the body of a `.md` file is HTML, as scrapers write it, or Markdown. To Markdown, a blank line ends an HTML
 * block and an indented line after it is code: a scraped body in its wrapper `<div>` must not be read so.
 *
 * It is HTML when nothing but elements, one after the other, stands in it at the top level, and the first is of a
 * kind that people do not put around Markdown. Only the first of each kind is followed to its end; what is broken inside
 * does not matter.
 */
export function detectBodyFormat(body: string): BodyFormat {
  let at = skipSpace(body, 0);
  if (!OPENING.test(body.slice(at, at + 20))) return 'markdown';
  while (at < body.length) {
    const next = skipTopLevel(body, at);
    if (next === undefined) return isBrokenWrapper(body) ? 'html' : 'markdown';
    at = skipSpace(body, next);
  }
  return 'html';
}

function skipSpace(body: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.test(body);
  return SPACE.lastIndex;
}

const SPACE = /[\s\ufeff]*/y;
/** A tag to its end; a `>` in a quoted attribute is not that. */
const WHOLE_TAG = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;
const TAG_NAME = /<\/?([a-z][a-z0-9:-]*)/iy;

/**
 * Where an element, comment or stray end tag ends that begins here; one that never ends goes to the end.
 *
 * @returns undefined where text stands.
 */
function skipTopLevel(body: string, at: number): number | undefined {
  if (body.startsWith('<!', at)) return endOf(body, body.startsWith('<!--', at) ? '-->' : '>', at);
  TAG_NAME.lastIndex = at;
  const name = TAG_NAME.exec(body)?.[1];
  if (name === undefined) return undefined;
  if (body[at + 1] === '/' || VOID.test(name)) {
    WHOLE_TAG.lastIndex = at;
    return WHOLE_TAG.test(body) ? WHOLE_TAG.lastIndex : endOf(body, '>', at);
  }
  return endOfElement(body, name, at);
}

function endOf(body: string, mark: string, from: number): number {
  const found = body.indexOf(mark, from);
  return found < 0 ? body.length : found + mark.length;
}

/** Counts the start and end tags of one name. Tags inside of comments and attributes are counted too: it is a guess. */
function endOfElement(body: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi');
  tags.lastIndex = from;
  let depth = 0;
  for (let tag = tags.exec(body); tag !== null; tag = tags.exec(body)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return endOf(body, '>', tag.index);
  }
  return body.length;
}

/** A wrapper that begins and ends the body, with stray tags of its kind inside: feeds are cut anywhere. */
function isBrokenWrapper(body: string): boolean {
  if (!/^\s*<div[\s>]/i.test(body) || !/<\/div>\s*$/i.test(body.slice(-200))) return false;
  const tags = body.match(/<\/?div(?=[\s>/])/gi) ?? [];
  const ends = tags.filter((tag) => tag.startsWith('</')).length;
  return ends * 2 !== tags.length;
}
