import type { ArticleSummary } from './article-summary.ts';

/** In CSS pixels, whole, at least 1. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The sizes of the site's own pictures, as their files have them. */
export interface PictureSizes {
  /** @param url - Site-relative, without base path, not percent-encoded. */
  readonly find: (url: string) => PictureSize | undefined;
}

/** Pictures of a body whose size is known to the site: from an address as the body has it to width and height. */
export type BodyPictureSizes = { readonly [src: string]: readonly [width: number, height: number] };

/**
 * A site-relative address without the base path, which authors may write or leave out, and cleaned bodies always have.
 * Others are returned as they are.
 */
export function withoutBasePath(url: string, basePath: string): string {
  return basePath !== '/' && url.startsWith(basePath) ? url.slice(basePath.length - 1) : url;
}

/** A summary whose thumbnail, if it is the site's own and of unknown size, has the size of its file. */
export function measureThumbnail(summary: ArticleSummary, sizes: PictureSizes): ArticleSummary {
  const { thumbnail } = summary;
  if (thumbnail === undefined || !thumbnail.src.startsWith('/')) return summary;
  if (thumbnail.width !== undefined && thumbnail.height !== undefined) return summary;
  const size = sizes.find(decode(thumbnail.src));
  if (size === undefined) return summary;
  const { src, width, height } = thumbnail;
  const sides = completeSides(size, width, height);
  const measured = { src, ...sides };
  if (summary.key === undefined) return { ...summary, thumbnail: measured };
  // Not a copy: a summary from a store decodes a field when it is asked for it.
  return Object.create(summary, {
    key: { value: `${summary.key} ${sides.width} ${sides.height}` },
    // That of the store stands for the key without the sizes.
    markHigh: { value: undefined },
    markLow: { value: undefined },
    thumbnail: { value: measured },
  }) as ArticleSummary;
}

/** What a page tells of its body's own pictures. @param sources - Addresses as the body has them; absent: none. */
export function measureBodyPictures(
  sources: readonly string[] | undefined,
  sizes: PictureSizes,
  basePath: string,
): BodyPictureSizes | undefined {
  if (sources === undefined) return undefined;
  const known: Record<string, readonly [number, number]> = {};
  for (const src of sources) {
    const size = sizes.find(decode(withoutBasePath(src, basePath)));
    if (size !== undefined) known[src] = [size.width, size.height];
  }
  return Object.keys(known).length === 0 ? undefined : known;
}

/**
 * Both sides of a picture of which the page may tell one: that side stays, and the file says what belongs to it.
 *
 * @param width - In CSS pixels; absent: not told. So with `height`.
 */
export function completeSides(size: PictureSize, width?: number, height?: number): PictureSize {
  if (width !== undefined) return { width, height: height ?? scale(width, size.height, size.width) };
  if (height !== undefined) return { width: scale(height, size.width, size.height), height };
  return size;
}

function scale(side: number, other: number, own: number): number {
  return Math.max(1, Math.round((side * other) / own));
}

function decode(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that begins no escape: the file may be called so.
    return path;
  }
}
