import { href } from '../src/site/link.ts';
import type { SiteChrome } from '../src/site/page.ts';
import { createMarkupMemory, type MarkupMemory } from './markup-memory.ts';
import { type Strings, stringsFor } from './strings.ts';

/** What every component is handed beside its own data: the site around the page, and the words of its language. */
export interface View {
  readonly chrome: SiteChrome;
  readonly strings: Strings;
  /** A site-relative path or absolute URL, ready for an `href` or `src`. */
  readonly link: (url: string) => string;
  readonly recall: MarkupMemory;
}

export function createView(chrome: SiteChrome): View {
  return {
    chrome,
    strings: stringsFor(chrome.language),
    link: (url) => href(chrome.basePath, url),
    recall: createMarkupMemory(),
  };
}
