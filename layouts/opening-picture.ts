import type { SafeHtml } from '../src/html/safe-html.ts';
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

/** A body whose first picture is loaded at once, and first: it is what readers see while they wait. */
export function hurryFirstPicture(body: PageBody): PageBody {
  const html = body.html.replace(/(<img [^>]*?) loading="lazy"/, '$1 loading="eager" fetchpriority="high"');
  return { ...body, html: html as SafeHtml };
}

function picturePath(url: string): string {
  return url.replace(/^https?:/i, '').replace(/[?#!].*$/, '');
}
