import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { SVG } from 'image-size/types/svg';
import { WEBP } from 'image-size/types/webp';
import type { PictureSize } from '../site/picture-sizes.ts';

/** What reads which; kinds that are not published are not looked for. */
const READERS = Object.freeze({ avif: HEIF, gif: GIF, jpeg: JPG, jpg: JPG, png: PNG, svg: SVG, webp: WEBP });

const LARGEST = 20_000;
/** The root element of a drawing stands in its beginning. */
const SVG_HEAD = 64 * 1024;
/** TIFF 6.0 by way of Exif 2.3, tag 0x0112: from here on, a photograph is shown on its side. */
const FIRST_SIDEWAYS = 5;

/**
 * The size that a picture's first bytes tell, as browsers show it: a photograph that was taken upright is.
 *
 * @param name - Ends in the extension of the kind.
 * @returns `undefined` for what is no picture of that kind, or says nothing: never an error, whatever the bytes are.
 */
export function readPictureSize(bytes: Uint8Array, name: string): PictureSize | undefined {
  const kind = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (!Object.hasOwn(READERS, kind)) return undefined;
  const reader = READERS[kind as keyof typeof READERS];
  // A copy: the library reads beyond the end of what is a part of more.
  const head = new Uint8Array(reader === SVG ? bytes.subarray(0, SVG_HEAD) : bytes);
  try {
    if (!reader.validate(head)) return undefined;
    const { width, height, orientation = 1 } = reader.calculate(head);
    const sides = orientation < FIRST_SIDEWAYS ? { width, height } : { width: height, height: width };
    return isSide(sides.width) && isSide(sides.height) ? sides : undefined;
  } catch {
    // The library throws on what it can't read; the picture is then shown as one of unknown size.
    return undefined;
  }
}

function isSide(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels >= 1 && pixels <= LARGEST;
}
