import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** CSS pixels of a phone, a tablet and a desk. */
export const WIDTHS = [360, 768, 1440];
/** Of the latter two at 200 % zoom, which halves them. No colour depends on it, so one theme shows what there is to see. */
export const ZOOMED_WIDTHS = [384, 720];
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

/** What axe complains of, as `rule: selector, selector`. @param rules - All of its own by default. */
export function findFaults(tab: Page, rules?: readonly string[]): Promise<string[]> {
  return tab.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    // What passed is not described, which halves the work. Colours alone need no style sheets fetched again.
    const resultTypes = ['violations'];
    const { violations } = await axe.run(
      runOnly ? { runOnly, resultTypes, preload: false } : { resultTypes },
    );
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, rules);
}

/** The same at every width and in every theme, as `360 px, dark: rule: selector`. */
export async function findFaultsEverywhere(tab: Page): Promise<string[]> {
  await startAxe(tab);
  const faults: string[] = [];
  for (const width of [...WIDTHS, ...ZOOMED_WIDTHS]) {
    await tab.setViewportSize({ width, height: 900 });
    for (const theme of WIDTHS.includes(width) ? THEMES : THEMES.slice(0, 1)) {
      await tab.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      const found = await findFaults(tab, theme === 'light' ? undefined : ['color-contrast']);
      faults.push(...found.map((fault) => `${width} px, ${theme}: ${fault}`));
    }
  }
  return faults;
}
