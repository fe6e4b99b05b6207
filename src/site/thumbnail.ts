import type { BodyImage } from '../html/cleaned-body.ts';
import { imageSize } from '../html/image-size.ts';
import type { Thumbnail } from './article-summary.ts';
import { isRandomPicture } from './random-picture.ts';

/** A picture that is smaller on either side is an icon, an emoji or a rule, not a thumbnail. In CSS pixels. */
const MIN_SIDE = 200;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * The picture that stands for an article: the one it names, unless that one is drawn by lot, else the first picture of
 * the body that is large enough or of unknown size. Its size comes from the body's picture of the same URL, or from hints
 * in the URL.
 */
export function chooseThumbnail(
  named: string | undefined,
  images: readonly BodyImage[],
): Thumbnail | undefined {
  if (named !== undefined && !isRandomPicture(named)) {
    return measure(
      images.find(({ src, width, height }) => src === named && width && height) ?? { src: named },
    );
  }
  const image = images.find(isUsable);
  return image === undefined ? undefined : measure(image);
}

function isUsable(image: BodyImage): boolean {
  const { width = MIN_SIDE, height = MIN_SIDE } = measure(image);
  return width >= MIN_SIDE && height >= MIN_SIDE && !isRandomPicture(image.src);
}

function measure({ src, width, height }: Thumbnail): Thumbnail {
  if (width !== undefined && height !== undefined) return { src, width, height };
  return {
    src,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...imageSize(NO_ATTRIBUTES, src),
  };
}
