import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { SafeHtml } from '../src/html/safe-html.ts';
import type { Link, SiteChrome } from '../src/site/page.ts';
import { FooterContent } from './components/footer.tsx';
import { ReaderControlsContent } from './components/reader-controls.tsx';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { omitVoidSlashes } from './omit-void-slashes.ts';
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

/** The parts for a chrome, which must not be changed afterwards. */
export function sharedParts(chrome: SiteChrome): SharedParts {
  const known = drawn.get(chrome);
  if (known !== undefined) return known;
  const parts = drawParts(chrome);
  drawn.set(chrome, parts);
  return parts;
}

function drawParts(chrome: SiteChrome): SharedParts {
  const view = createView(chrome);
  return {
    view,
    policy: contentSecurityPolicy(chrome.embedHosts ?? []),
    menu: chrome.menu.map((item) => ({ ...item, href: view.link(item.url) })),
    readerControls: renderPart(<ReaderControlsContent view={view} />),
    footer: renderPart(<FooterContent view={view} />),
  };
}

/** Markup of the layouts' own, escaped as it was rendered. */
function renderPart(part: VNode): SafeHtml {
  return omitVoidSlashes(render(part), '') as SafeHtml;
}
