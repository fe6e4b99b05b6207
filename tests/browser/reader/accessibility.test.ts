import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../launch-chromium.ts';
import { findFaults, findFaultsEverywhere, startAxe } from './find-faults.ts';
import { openReaderSite, PAGE_TYPES, type ReaderSite } from './reader-site.ts';
import { type Visitor, visit } from './visit.ts';

/** Pages that are gone through far, and zoomed too; of the others, what is behind the masthead. */
const MAIN_PAGES: ReadonlySet<string> = new Set(['home', 'article with pictures', 'search']);

describe('for readers with a screen reader, a keyboard, or weak eyes', () => {
  let site: ReaderSite;
  let browser: Browser;
  before(async () => {
    [site, browser] = await Promise.all([openReaderSite(), launchChromium()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  describe('axe finds no fault at any width, zoomed, in any theme:', () => {
    // One reader for all pages: a browser of one's own for each costs a third of the time.
    let reader: Visitor;
    before(async () => {
      reader = await visit(browser, site.origin, { reducedMotion: 'reduce' });
    });
    after(() => reader.leave());
    for (const [name, url] of Object.entries(PAGE_TYPES)) {
      it(name, async () => {
        await reader.tab.goto(site.origin + url);
        assert.deepEqual(await findFaultsEverywhere(reader.tab), []);
      });
    }
  });

  it('axe finds no fault with the controls open, or a picture enlarged', async () => {
    const { tab, leave } = await visit(browser, site.origin, { viewport: { width: 360, height: 800 } });
    await tab.goto(site.origin + PAGE_TYPES['article with pictures']);
    await startAxe(tab);
    await tab.locator('.reader-controls summary').click();
    assert.deepEqual(await findFaults(tab), []);
    await tab.keyboard.press('Escape');
    await tab.locator('.zoom-button').first().click();
    await tab.locator('dialog[open]').waitFor();
    assert.deepEqual(await findFaults(tab), []);
    await leave();
  });

  it('every stop of the Tab key is seen, in the window, and covered by nothing, on every type of page', async () => {
    const { tab, leave } = await visit(browser, site.origin, { reducedMotion: 'reduce' });
    // A phone, and of some pages a desk at 200 % zoom too.
    for (const width of [360, 720]) {
      await tab.setViewportSize({ width, height: 800 });
      for (const [name, url] of Object.entries(PAGE_TYPES)) {
        const isMain = MAIN_PAGES.has(name);
        if (width === 720 && !isMain) continue;
        await tab.goto(site.origin + url);
        const stops = new Set<string>();
        for (let press = 0; press < (isMain ? 40 : 18); press++) {
          await tab.keyboard.press('Tab');
          const stop = await describeFocus(tab);
          if (stop === undefined) break;
          assert.ok(
            stop.isVisible,
            `${stop.name} has the focus and is not to be seen on ${name}, ${width} px`,
          );
          stops.add(stop.name);
        }
        assert.ok(stops.size >= 10, `${stops.size} stops on ${name}`);
      }
    }
    await leave();
  });

  it('every control is reached, seen and used by keyboard alone', async () => {
    for (const width of [180, 360, 720]) {
      const { tab, leave } = await visit(browser, site.origin, { viewport: { width, height: 500 } });
      await tab.goto(site.origin + PAGE_TYPES['article with pictures']);
      await tab.locator('.reader-controls summary').focus();
      await tab.keyboard.press('Enter');
      for (const name of ['theme', 'text-size', 'line-width', 'typeface']) {
        await tab.keyboard.press('Tab');
        const values = new Set<string>();
        for (let press = 0; press < 6; press++) {
          const stop = await describeFocus(tab);
          assert.ok(stop?.isVisible, `${name} is not to be seen at ${width} px`);
          const [group, value] = await tab.evaluate(() => {
            const { name: ofGroup, value: chosen } = document.activeElement as HTMLInputElement;
            return [ofGroup, chosen] as const;
          });
          assert.equal(group, name);
          values.add(value);
          await tab.keyboard.press('ArrowRight');
        }
        const all = await tab.locator(`.reader-panel input[name="${name}"]`).count();
        assert.equal(values.size, all, `${[...values].join()} of ${name} at ${width} px`);
      }
      await leave();
    }
  });

  it('the first stop leads past the masthead', async () => {
    const { tab, leave } = await visit(browser, site.origin);
    await tab.goto(site.origin + PAGE_TYPES['article with pictures']);
    await tab.keyboard.press('Tab');
    assert.equal(await tab.evaluate(() => document.activeElement?.className), 'skip-link');
    await tab.keyboard.press('Enter');
    assert.equal(await tab.evaluate(() => document.activeElement?.id), 'main-content');
    await leave();
  });

  it('motion is spared who asks for it, and colours that are forced stay readable', async () => {
    const { tab, leave } = await visit(browser, site.origin, { forcedColors: 'active' });
    await tab.goto(site.origin + PAGE_TYPES.home);
    const [ink, paper] = await tab.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    assert.notEqual(ink, paper);
    await leave();
  });
});

/**
 * The element that has the focus; whether it is drawn, in the window, marked, and not covered (WCAG 2.2, 2.4.11). `undefined`
 * behind the last.
 */
function describeFocus(
  tab: Page,
): Promise<{ readonly name: string; readonly isVisible: boolean } | undefined> {
  return tab.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    // A radio button is drawn by the label beside it.
    const drawn = element.matches('input[type="radio"]') ? element.nextElementSibling! : element;
    const box = drawn.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    // Its middle, or what is of it in the window; a link in two lines has nothing in the middle.
    const lines = [...drawn.getClientRects()];
    const isUncovered = lines.some(({ left, right, top, bottom }) => {
      const found = document.elementFromPoint(
        (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
        (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
      );
      return found !== null && (drawn.contains(found) || found.contains(drawn));
    });
    const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    return {
      name: `${element.tagName} ${element.textContent.slice(0, 40)} ${Math.round(box.top + scrollY)}`,
      isVisible: box.width > 0 && box.height > 0 && isInside && isUncovered && isMarked,
    };
  });
}
