import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { BodyImage, OutlineEntry } from '../html/cleaned-body.ts';
import type { SafeHtml } from '../html/safe-html.ts';

/** A cleaned body with what its page shows of it. */
export interface StoredBody {
  readonly html: SafeHtml;
  readonly outline: readonly OutlineEntry[];
  readonly images: readonly BodyImage[];
}

/** The quickest there is: 0.05 ms for 6 KB of Chinese HTML, which it brings to 55 %; docs/decisions/008-store.md. */
const QUICKEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 0 } };

/** A body as the store keeps it: a line of JSON, then the HTML as it is, which JSON would quote all through; packed. */
export function packBody({ html, outline, images }: StoredBody): Buffer {
  return brotliCompressSync(`${JSON.stringify([outline, images])}\n${html}`, QUICKEST);
}

/** @throws Error when the bytes are not those of a packed body. */
export function unpackBody(packed: Buffer): StoredBody {
  const text = brotliDecompressSync(packed).toString();
  const end = text.indexOf('\n');
  const [outline, images] = JSON.parse(text.slice(0, end)) as [OutlineEntry[], BodyImage[]];
  return { html: text.slice(end + 1) as SafeHtml, outline, images };
}
