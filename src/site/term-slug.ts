import { foldPath } from '../content/fold-path.ts';
import { shortHash } from './short-hash.ts';
import { isDeviceName, unsafeCharacters } from './unsafe-characters.ts';
import { MAX_SEGMENT_BYTES } from './url-path.ts';

/** Letters of a hash behind a slug, where the slug alone would not do. */
const HASH_LENGTH = 8;

/**
 * A readable path segment for a name: Unicode and case kept, spaces and separators as `-`, unsafe characters gone, at
 * most 200 bytes of UTF-8. A name of which nothing is left, or which is cut or a device on Windows, has a hash in it.
 *
 * @example slugifyTerm('IT 之家') // 'IT-之家'
 */
export function slugifyTerm(name: string): string {
  const slug = name
    // So that a name of megabytes is not read whole; what is cut off here is over the limit anyway.
    .slice(0, 4 * MAX_SEGMENT_BYTES)
    .normalize('NFC')
    .replace(/[\s/\\|:]+/gu, '-')
    .replace(unsafeCharacters, '')
    .replace(/[`^{}[\];']+/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .normalize('NFC'); // again: marks may have moved next to letters
  if (slug === '') return shortHash(name, HASH_LENGTH);
  if (isDeviceName(slug)) return withHash(slug.replaceAll('.', '-'), name, HASH_LENGTH);
  return Buffer.byteLength(slug) > MAX_SEGMENT_BYTES ? withHash(slug, name, HASH_LENGTH) : slug;
}

/** Gives out the path segments of one folder. */
export interface SlugSpace {
  /** The name's segment: always the same for one name, and never another's, also when case and Unicode form are folded. */
  readonly claim: (name: string) => string;
}

/**
 * A folder whose segments are given out to names, first come, first served: claim in the order of first use, and a new
 * name never changes an old one's segment. Later twins get a hash of their name.
 *
 * @param reserved - Segments that are never given out, folded.
 */
export function createSlugSpace(reserved: Iterable<string> = []): SlugSpace {
  const slugs = new Map<string, string>();
  const taken = new Set(reserved);
  const claim = (name: string): string => {
    const known = slugs.get(name);
    if (known !== undefined) return known;
    let slug = slugifyTerm(name);
    for (let length = HASH_LENGTH; taken.has(foldPath(slug)); length += 2)
      slug = withHash(slugifyTerm(name), name, length);
    taken.add(foldPath(slug));
    slugs.set(name, slug);
    return slug;
  };
  return { claim };
}

/** The slug, cut at a code point to leave room, and a hash of the whole name. */
function withHash(slug: string, name: string, length: number): string {
  const room = MAX_SEGMENT_BYTES - length - 1;
  let kept = '';
  let bytes = 0;
  for (const character of slug) {
    bytes += Buffer.byteLength(character);
    if (bytes > room) break;
    kept += character;
  }
  return `${kept}-${shortHash(name, length)}`;
}
