import type { PageBody } from './page-body.ts';

/** Characters of HTML before the first picture of a body that opens with it: wrappers and perhaps a line of text. */
const OPENING = 300;

/**
 * Whether a body opens with the very picture that its header would show: then the header leaves it to the body.
 * Hosts put sizes and formats behind the same path, so only the path is compared.
 *
 * @param thumbnail - As an attribute has it: what is the site's own behind its base path.
 */
export function opensWithPicture(body: PageBody, thumbnail: string | undefined): boolean {
  const first = body.images[0];
  if (first === undefined || thumbnail === undefined) return false;
  if (picturePath(first.src) !== picturePath(thumbnail)) return false;
  const position = body.html.indexOf('<img');
  return position >= 0 && position < OPENING;
}

function picturePath(url: string): string {
  return url.replace(/^https?:/i, '').replace(/[?#!].*$/, '');
}
