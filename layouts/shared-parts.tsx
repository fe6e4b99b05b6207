import type { SafeHtml } from '../src/html/safe-html.ts';
import type { Link, SiteChrome } from '../src/site/page.ts';
import { FooterContent } from './components/footer.tsx';
import { ReaderControlsContent } from './components/reader-controls.tsx';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { createView, type View } from './view.ts';

/** What is the same on every page of a site, drawn once: it is half of a page's elements. */
export interface SharedParts {
  readonly view: View;
  readonly policy: string;
  readonly menu: readonly (Link & { readonly href: string })[];
  readonly readerControls: SafeHtml;
  readonly footer: SafeHtml;
}

/** A memory of a pure function, by its argument: no page can tell whether it was used. */
const drawn = new WeakMap<SiteChrome, SharedParts>();
/** The parts drawn last, and what they show: a worker is sent another copy of the chrome with each slice of pages. */
let latest: { readonly shown: string; readonly parts: SharedParts } | undefined;

/** The parts for a chrome, which must not be changed afterwards. */
export function sharedParts(chrome: SiteChrome): SharedParts {
  const known = drawn.get(chrome);
  if (known !== undefined) return known;
  const shown = JSON.stringify(chrome);
  if (latest?.shown !== shown) latest = { shown, parts: drawParts(chrome) };
  drawn.set(chrome, latest.parts);
  return latest.parts;
}

function drawParts(chrome: SiteChrome): SharedParts {
  const view = createView(chrome);
  return {
    view,
    policy: contentSecurityPolicy(chrome.embedHosts ?? []),
    menu: chrome.menu.map((item) => ({ ...item, href: view.link(item.url) })),
    readerControls: (<ReaderControlsContent view={view} />).html,
    footer: (<FooterContent view={view} />).html,
  };
}
