/** What a reader can choose, by the name of the control, with the choice that needs no attribute on the page. */
const PLAIN: { readonly [name: string]: string } = {
  theme: 'system',
  'text-size': 'medium',
  'line-width': 'normal',
  typeface: 'sans',
};

const STORAGE_KEY = 'broadsheet.reader';

/** By name; one that was never made is absent, and the page is as the site sent it. */
export type ReaderChoices = { readonly [name: string]: string };

/** What the reader chose on an earlier page. Storage is only text from the outside: all but known names is dropped. */
export function readChoices(): ReaderChoices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([name, value]) => Object.hasOwn(PLAIN, name) && typeof value === 'string'),
    );
  } catch {
    // Storage may be forbidden or full of something else: the page then reads as if nothing had been chosen.
    return {};
  }
}

/** Keeps a choice for the pages to come. */
export function keepChoices(choices: ReaderChoices): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(choices));
  } catch {
    // Without storage the choice holds for this page only.
  }
}

/** Sets the choices as `data-` attributes on the root element, where the style sheet reads them. */
export function applyChoices(root: HTMLElement, choices: ReaderChoices): void {
  for (const [name, value] of Object.entries(choices)) {
    if (value === PLAIN[name]) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, value);
  }
}
