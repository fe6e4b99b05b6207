import { isDeviceName, unsafeCharacter } from './unsafe-characters.ts';

/** A segment becomes a file name: 255 bytes on most file systems, less room for the suffix of a temporary file. */
export const MAX_SEGMENT_BYTES = 200;

/** Percent-encoded (three letters a byte) and behind a site URL, a path stays below the 2,048 characters of a sitemap. */
export const MAX_PATH_BYTES = 600;

/** What became of a path that an author asked for. */
export type UrlPathCheck =
  | {
      readonly ok: true;
      /** Begins with `/`; ends in `/` or in `.html`, `.htm`. NFC, not percent-encoded. */
      readonly url: string;
    }
  | {
      readonly ok: false;
      /** What is wrong, to follow "…, since". */
      readonly fault: string;
    };

/**
 * Reads a site-relative URL path that somebody wrote, and lets it pass only if it names one file inside the output
 * folder on every system: no `..`, no hidden files, nothing that Windows or a URL parser takes for something else.
 *
 * `/foo` and `/foo.php` become folders (`/foo/`), since only `.html` and `.htm` are sent as HTML by every host;
 * `/foo/index.html` is `/foo/`. A percent-encoded path is decoded once.
 */
export function checkUrlPath(text: string): UrlPathCheck {
  // Before anything reads it: a path of megabytes is not worth decoding.
  if (text.length > 3 * MAX_PATH_BYTES + 1) return fault('it is too long');
  const decoded = decode(text.trim());
  if (decoded === undefined) return fault('its percent-encoding is broken');
  const path = decoded
    .normalize('NFC')
    .replace(/^\/?/, '/')
    .replace(/\/index\.html$/, '/');
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return fault(`it is longer than ${MAX_PATH_BYTES} bytes`);
  const isFolder = path.endsWith('/');
  const segments = path.slice(1, isFolder ? -1 : undefined).split('/');
  if (path === '/') return { ok: true, url: '/' };
  for (const segment of segments) {
    const found = findSegmentFault(segment);
    if (found !== undefined) return fault(found);
  }
  return { ok: true, url: isFolder || /[^/]\.html?$/.test(path) ? path : `${path}/` };
}

/** What keeps a name from being one folder or file on every system; `undefined` when nothing does. */
export function findSegmentFault(segment: string): string | undefined {
  if (segment === '') return 'a name between two slashes is empty';
  if (segment.startsWith('.')) return `"${segment}" begins with a dot`;
  if (/^\s|[\s.]$/u.test(segment)) return `"${segment}" begins or ends with a space, or ends with a dot`;
  if (unsafeCharacter.test(segment)) return 'it holds a character that has no place in a URL path';
  if (isDeviceName(segment)) return `"${segment}" is a device on Windows`;
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
    return `a name is longer than ${MAX_SEGMENT_BYTES} bytes`;
  return undefined;
}

/** A `%` that is left after one decoding is refused later: some server would decode it again. */
function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function fault(text: string): UrlPathCheck {
  return { ok: false, fault: text };
}
