import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { Page } from '../../src/site/page.ts';
import { type BodyPictureSizes, completeSides } from '../../src/site/picture-sizes.ts';
import type { PageBody } from '../page-body.ts';

/** A picture as the cleaned body has it: it is written in one form only, and no attribute of it can hold these characters. */
const PICTURE = /<img src="([^"]*)" alt="([^"]*)"(?: width="(\d+)")?(?: height="(\d+)")?/g;

/** Gives the site's own pictures in a body the sizes of their files, where the body does not tell both sides. */
export function settlePictureSizes(body: PageBody, page: Page): PageBody {
  const sizes = 'pictureSizes' in page ? page.pictureSizes : undefined;
  return sizes === undefined ? body : { ...body, html: settleHtml(body.html, sizes) };
}

function settleHtml(html: SafeHtml, sizes: BodyPictureSizes): SafeHtml {
  return html.replace(PICTURE, (found, src: string, alt: string, width?: string, height?: string) => {
    const address = src.replaceAll('&amp;', '&');
    if (!Object.hasOwn(sizes, address) || (width !== undefined && height !== undefined)) return found;
    const [ownWidth, ownHeight] = sizes[address]!;
    const sides = completeSides({ width: ownWidth, height: ownHeight }, pixels(width), pixels(height));
    return `<img src="${src}" alt="${alt}" width="${sides.width}" height="${sides.height}"`;
  }) as SafeHtml;
}

function pixels(side: string | undefined): number | undefined {
  return side === undefined ? undefined : Number(side);
}
