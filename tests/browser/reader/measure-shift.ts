import type { Browser } from 'playwright-core';
import type { ReaderSite } from './reader-site.ts';
import { type Hosts, visit } from './visit.ts';

/** The Cumulative Layout Shift of an article that is scrolled through, slowly enough for its pictures. */
export async function measureShift(
  browser: Browser,
  site: ReaderSite,
  url: string,
  hosts: Hosts,
): Promise<number> {
  const { tab, leave } = await visit(browser, site.origin, { viewport: { width: 390, height: 800 }, hosts });
  await tab.addInitScript(() => {
    const kept = globalThis as unknown as { shifts: number };
    kept.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await tab.goto(site.origin + url, { waitUntil: 'domcontentloaded' });
  await tab.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += 500) {
      scrollTo({ top, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await new Promise((resolve) => setTimeout(resolve, 1200));
  });
  const shifts = await tab.evaluate(() => (globalThis as unknown as { shifts: number }).shifts);
  await leave();
  return shifts;
}
