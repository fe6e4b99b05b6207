import { flatten } from './jsx/flatten.ts';
import { Markup } from './jsx/markup.ts';

/**
 * Markup that was drawn before for the same `shown`, else `draw`'s. No page can tell the difference, as long as `shown`
 * names the component and spells all that its markup depends on, the chrome excepted.
 */
export type MarkupMemory = (shown: string, draw: () => Markup) => Markup;

/** Sections, category paths and drawings recur; a site has more articles than are worth remembering. */
const LIMIT = 2000;

/** A memory for one chrome. */
export function createMarkupMemory(): MarkupMemory {
  const drawn = new Map<string, Markup>();
  return (shown, draw) => {
    const known = drawn.get(shown);
    if (known !== undefined) return known;
    const markup = new Markup(flatten(draw().html));
    if (drawn.size >= LIMIT) drawn.clear();
    drawn.set(shown, markup);
    return markup;
  };
}
