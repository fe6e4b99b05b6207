import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { decodeUtf8 } from '../content/decode-utf8.ts';
import type { BodyImage, OutlineEntry } from '../html/cleaned-body.ts';
import type { SafeHtml } from '../html/safe-html.ts';

/** A cleaned body with what its page shows of it. */
export interface StoredBody {
  readonly html: SafeHtml;
  readonly outline: readonly OutlineEntry[];
  readonly images: readonly BodyImage[];
}

/**
 * The quickest there is: 0.05 ms for 6 KB of Chinese HTML, which it brings to 55 %; docs/decisions/008-store.md. The window
 * of 64 KB is that of few bodies too small, and takes a fifth of the time less than one of 4 MB does to make ready.
 */
const QUICKEST = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 0, [constants.BROTLI_PARAM_LGWIN]: 16 },
  chunkSize: 4096,
};

/** A body as the store keeps it: a line of JSON, then the HTML as it is, which JSON would quote all through; packed. */
export function packBody({ html, outline, images }: StoredBody): Buffer {
  return brotliCompressSync(`${JSON.stringify([outline, images])}\n${html}`, QUICKEST);
}

/** @throws Error when the bytes are not those of a packed body. */
export function unpackBody(packed: Uint8Array): StoredBody {
  const text = decodeUtf8(brotliDecompressSync(packed));
  if (text === undefined) throw new Error('A packed body is not UTF-8.');
  const end = text.indexOf('\n');
  const [outline, images] = JSON.parse(text.slice(0, end)) as [OutlineEntry[], BodyImage[]];
  return { html: text.slice(end + 1) as SafeHtml, outline, images };
}
