import { closeSync, openSync, readSync } from 'node:fs';
import type { PictureSize, PictureSizes } from '../site/picture-sizes.ts';
import type { SourceFile } from './find-sources.ts';
import { readPictureSize } from './read-picture-size.ts';

/** Bytes in which a picture says how large it is: previews and colour profiles stand before it in photographs. */
const HEAD = 512 * 1024;

/** The sizes of the pictures in `content/media/`: each file's beginning is read when its size is first asked for. */
export function createPictureSizes(media: readonly SourceFile[]): PictureSizes {
  const files = new Map(media.map((file) => [`/media/${file.path}`, file.absolute]));
  const known = new Map<string, PictureSize | undefined>();
  return {
    find(url) {
      const file = files.get(url);
      if (file === undefined) return undefined;
      if (!known.has(url)) known.set(url, readPictureSize(readHead(file), url));
      return known.get(url);
    },
  };
}

function readHead(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(descriptor, head, 0, HEAD, 0));
  } finally {
    closeSync(descriptor);
  }
}
