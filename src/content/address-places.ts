import type { ArticleKey } from './article-keys.ts';
import type { FrontMatterNode } from './front-matter-node.ts';
import { type Location, locateOffset } from './locate-offset.ts';

/** The keys that ask for addresses. Whether an article gets them is known only beside all others. */
const ADDRESS_KEYS = ['permalink', 'abbrlink', 'slug', 'aliases'] as const;

/** Where the values of those keys stand in the file. Keys that are not there are absent. */
export type AddressPlaces = { readonly [key in (typeof ADDRESS_KEYS)[number]]?: Location };

/**
 * Remembers where an article asks for addresses, so that what is refused later can still be named by line and column.
 *
 * @returns undefined when it asks for none, as most articles do.
 */
export function readAddressPlaces(
  known: ReadonlyMap<ArticleKey, FrontMatterNode>,
  text: string,
): AddressPlaces | undefined {
  const places = ADDRESS_KEYS.flatMap((key) => {
    const node = known.get(key);
    return node === undefined ? [] : [[key, locateOffset(text, node.start)] as const];
  });
  return places.length === 0 ? undefined : Object.fromEntries(places);
}
