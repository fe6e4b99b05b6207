import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** CSS pixels of a phone, a tablet and a desk. */
export const WIDTHS = [360, 768, 1440];
/** The same at 200 % zoom, which halves them. */
export const ZOOMED_WIDTHS = WIDTHS.map((width) => width / 2);
/** What a theme can spoil is contrast; all else is the same in each. */
export const THEMES = ['light', 'sepia', 'dark'];

/** Gives a page what `findFaults` needs. */
export async function startAxe(tab: Page): Promise<void> {
  await tab.evaluate(AXE);
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: string[] }[];
  }[];
}

/**
 * What axe complains of, as `rule: selector, selector`.
 *
 * @param rules - All of its own by default.
 * @param within - A selector: what is looked at. The whole page by default.
 */
export function findFaults(tab: Page, rules?: readonly string[], within = 'html'): Promise<string[]> {
  return tab.evaluate(
    async ([runOnly, context]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: string, options: object): Promise<AxeResults> };
      };
      // What passed is not described, which halves the work. Colours alone need no style sheets fetched again.
      const resultTypes = ['violations'];
      const options = runOnly ? { runOnly, resultTypes, preload: false } : { resultTypes };
      const { violations } = await axe.run(context, options);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    },
    [rules, within] as const,
  );
}

/** The reader's controls; a page has one of them. */
const CONTROLS = '.reader-controls';

/** Rules that look at where things stand, and how large they are. */
const PLACE_RULES = ['target-size', 'scrollable-region-focusable'];

/**
 * The same at every width, zoomed and not, in every theme, of the page and then of the controls, open above it:
 * as `360 px, dark: rule: selector`. Where a width shows the same elements in the same colours as one before, nothing is looked
 * at but where they stand.
 */
export async function findFaultsEverywhere(tab: Page): Promise<string[]> {
  await startAxe(tab);
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const width of [...WIDTHS, ...ZOOMED_WIDTHS]) {
    await tab.setViewportSize({ width, height: 900 });
    for (const theme of THEMES) {
      await tab.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      const look = async (within?: string): Promise<string[]> => {
        const shown = `${within} ${await describeLook(tab)}`;
        const isNew = !seen.has(shown);
        seen.add(shown);
        if (theme === 'light') return findFaults(tab, isNew ? undefined : PLACE_RULES, within);
        return isNew ? findFaults(tab, ['color-contrast'], within) : [];
      };
      const found = await look();
      await openControls(tab, true);
      found.push(...(await look(CONTROLS)));
      await openControls(tab, false);
      faults.push(...found.map((fault) => `${width} px, ${theme}: ${fault}`));
    }
  }
  return faults;
}

/** Every element that is shown, with all that the contrast of a text depends on (WCAG 2.2, 1.4.3). */
function describeLook(tab: Page): Promise<string> {
  return tab.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .map((element, index) => {
        if (element.getClientRects().length === 0) return '';
        const { color, backgroundColor, backgroundImage, opacity, visibility, fontSize, fontWeight } =
          getComputedStyle(element);
        // 18 points, or 14 that are bold.
        const isLarge = Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
        return [index, color, backgroundColor, backgroundImage, opacity, visibility, isLarge].join();
      })
      .join('\n'),
  );
}

function openControls(tab: Page, isOpen: boolean): Promise<void> {
  return tab.evaluate(([controls, open]) => document.querySelector(controls)?.toggleAttribute('open', open), [
    CONTROLS,
    isOpen,
  ] as const) as Promise<void>;
}
