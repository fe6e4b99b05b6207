import { type AddressFault, isFault, type UrlResolver } from './resolve-url.ts';

/** Attributes in which lazy loaders keep the real address, the most reliable first. */
const LAZY_ATTRIBUTES = Object.freeze([
  'data-src',
  'data-original',
  'data-actualsrc',
  'data-lazy-src',
  'data-lazyload',
  'data-lazy',
  'data-echo',
  'data-original-src',
  'data-lazy-original',
  'data-ks-lazyload',
  'data-croporisrc',
  'data-backsrc',
  'data-url',
  'data-img',
  'lazy-src',
  'lazysrc',
  '_src',
  'original',
  'zoomfile',
  'file',
]);

const LAZY_NAMES: ReadonlySet<string> = new Set(LAZY_ATTRIBUTES);

function isLazy(name: string): boolean {
  return LAZY_NAMES.has(name);
}

/** File names of the pictures that lazy loaders show first. */
const PLACEHOLDER =
  /^(?:[\w-]{0,40}(?:placeholder|lazy-?load|loading|spacer|transparent|blank)[\w-]{0,40}|none|grey|gray|1x1|pixel|default_img)\.(?:gif|png|svg|jpe?g|webp)$/i;

/**
 * The address of an image's picture: what lazy-load attributes hold, else `src`, else the largest of `srcset`.
 *
 * @param attributes - By name.
 * @param sets - `srcset` values of the `picture` around it.
 */
export function imageSource(
  attributes: ReadonlyMap<string, string>,
  sets: readonly string[],
  urls: UrlResolver,
): string | AddressFault {
  let fault: AddressFault = 'empty';
  for (const raw of candidates(attributes, sets)) {
    const resolved = urls.resource(raw);
    if (!isFault(resolved)) return resolved;
    if (resolved !== 'empty' && fault === 'empty') fault = resolved;
  }
  return fault;
}

function* candidates(attributes: ReadonlyMap<string, string>, sets: readonly string[]): Generator<string> {
  if (Array.from(attributes.keys()).some(isLazy)) {
    for (const name of LAZY_ATTRIBUTES) {
      const value = attributes.get(name);
      if (value !== undefined && /[./]/.test(value) && !isPlaceholder(value)) yield value;
    }
  }
  const src = attributes.get('src');
  if (src !== undefined && !isPlaceholder(src)) yield src;
  const srcsets = [attributes.get('data-srcset'), attributes.get('srcset'), ...sets];
  for (const set of srcsets) {
    const largest = set === undefined ? undefined : largestOfSet(set);
    if (largest !== undefined && !isPlaceholder(largest)) yield largest;
  }
}

function isPlaceholder(address: string): boolean {
  if (/^\s*data:/i.test(address)) return true;
  const path = address.split(/[?#!]/, 1)[0]!;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length < 100 && PLACEHOLDER.test(name);
}

/** More candidates than this are no honest picture. */
const MOST_CANDIDATES = 30;

/** The candidate with the largest width or density of a `srcset` (WHATWG HTML, "parse a srcset attribute"). */
export function largestOfSet(set: string): string | undefined {
  const pattern = /[\s,]*([^\s,](?:\S*[^\s,])?)(?:,|\s+([\d.]+)([wx])[^,]*,?|\s*(?:,|$))/y;
  let best: string | undefined;
  let bestSize = -1;
  for (let count = 0; count < MOST_CANDIDATES && set.length < 100_000; count++) {
    const match = pattern.exec(set);
    if (match === null) break;
    const size = match[3] === undefined ? 1 : Number(match[2]);
    if (size > bestSize) {
      best = match[1];
      bestSize = size;
    }
  }
  return best;
}
