import { decodeText } from '../content/decode-text.ts';

/**
 * The text of a feed. UTF-8 that is valid is UTF-8, whatever headers claim (text in another encoding hardly ever is);
 * then what the XML declaration says counts, then the `Content-Type` header, then what the bytes look like.
 *
 * @param contentType - The whole header, e.g. `text/xml; charset=gb2312`.
 */
export function decodeFeed(bytes: Uint8Array, contentType?: string): string {
  const opening = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(
    opening.replace(/^ï»¿/, ''),
  )?.[1];
  // ISO-2022-JP is ASCII to the eye, and so valid UTF-8.
  if (/^iso-2022-jp$/i.test(declared ?? '')) return decodeAs('iso-2022-jp', bytes) ?? decodeText(bytes).text;
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!hasMark) {
    const utf8 = decodeAs('utf-8', bytes, { fatal: true });
    if (utf8 !== undefined && !utf8.includes('\0')) return utf8;
    for (const label of [declared, /\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]]) {
      // A label of UTF-8 or UTF-16 is wrong here, or the text is broken: its own reader knows what to do with both.
      const text = label === undefined || /^utf/i.test(label) ? undefined : decodeAs(label, bytes);
      if (text !== undefined) return text;
    }
  }
  return decodeText(bytes).text;
}

/** undefined for an encoding that is not known, or bytes that do not fit. */
function decodeAs(label: string, bytes: Uint8Array, options: { fatal?: boolean } = {}): string | undefined {
  try {
    return new TextDecoder(label, options).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
