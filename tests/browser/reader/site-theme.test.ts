import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../launch-chromium.ts';
import { findFaults, startAxe } from './find-faults.ts';
import { listFrames } from './list-frames.ts';
import { openReaderSite, type ReaderSite } from './reader-site.ts';
import { visit } from './visit.ts';

/** Papers of the themes, as frames show them. */
const SEPIA = '248 241 226';
const DARK = '20 22 26';
const LIGHT = '255 255 255';

const OWN = { paper: SEPIA, accent: '11 87 208', size: '19px', isSerif: true };

const SITE = `title: 小城新闻
url: https://news.example.org/
theme:
  appearance: sepia
  accent: '#0b57d0'
  textSize: large
  lineWidth: wide
  typeface: serif
`;

describe('a site with a theme of its own', () => {
  let content: string;
  let site: ReaderSite;
  let browser: Browser;
  before(async () => {
    content = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    mkdirSync(path.join(content, 'articles'));
    writeFileSync(path.join(content, 'site.yaml'), SITE);
    writeFileSync(
      path.join(content, 'articles/a.md'),
      '---\ntitle: 甲\ndate: 2022-01-01\nslug: one\ncategories: [城市]\n---\n正文里有[一个链接](https://example.org/)。\n',
    );
    [site, browser] = await Promise.all([openReaderSite(content), launchChromium()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(content, { recursive: true, force: true });
  });

  const open = (options: Parameters<typeof visit>[2] = {}) =>
    visit(browser, site.origin, { viewport: { width: 400, height: 600 }, ...options });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`shows so from the first frame on, where the system is ${colorScheme}`, async () => {
      const { tab, complaints, leave } = await open({ colorScheme });
      await tab.goto(site.origin);
      const frames = await listFrames(tab, async () => {
        await tab.goto(`${site.origin}/p/one/`);
        await tab.goto(`${site.origin}/latest/`);
      });
      assert.ok(frames.length > 0);
      assert.deepEqual([...new Set(frames)], [SEPIA]);
      assert.deepEqual(complaints, []);
      await leave();
    });

  it('shows so without script', async () => {
    const { tab, leave } = await open({ javaScriptEnabled: false });
    await tab.goto(`${site.origin}/p/one/`);
    assert.deepEqual(await looks(tab), OWN);
    await leave();
  });

  it('can be read in every theme that a reader chooses', async () => {
    const { tab, leave } = await open();
    await tab.goto(`${site.origin}/p/one/`);
    await startAxe(tab);
    for (const theme of ['light', 'sepia', 'dark']) {
      await choose(tab, 'theme', theme);
      assert.deepEqual(await findFaults(tab, ['color-contrast']), [], theme);
    }
    await leave();
  });

  it("leaves the last word to the reader, on the pages to come too, and back to the system's or the site's", async () => {
    const { tab, leave } = await open({ colorScheme: 'light' });
    await tab.goto(`${site.origin}/p/one/`);
    assert.equal(await chosen(tab, 'theme'), 'sepia', 'the controls show what the site chose');
    assert.equal(await chosen(tab, 'text-size'), 'large');

    await choose(tab, 'theme', 'dark');
    await choose(tab, 'text-size', 'medium');
    await choose(tab, 'typeface', 'sans');
    const frames = await listFrames(tab, () => tab.goto(`${site.origin}/p/one/`));
    assert.deepEqual([...new Set(frames)], [DARK]);
    assert.equal(await chosen(tab, 'theme'), 'dark');
    const { size, isSerif } = await looks(tab);
    assert.deepEqual({ size, isSerif }, { size: '16px', isSerif: false });

    await choose(tab, 'theme', 'system');
    await tab.reload();
    assert.equal((await looks(tab)).paper, LIGHT);
    await tab.emulateMedia({ colorScheme: 'dark' });
    assert.equal((await looks(tab)).paper, DARK, 'the system chooses, not the site');

    for (const [name, value] of [
      ['theme', 'sepia'],
      ['text-size', 'large'],
      ['typeface', 'serif'],
    ] as const)
      await choose(tab, name, value);
    await tab.reload();
    assert.deepEqual(await looks(tab), OWN);
    assert.equal(
      await tab.evaluate(() => localStorage.getItem('broadsheet.reader')),
      '{}',
      'what the site has is not kept as a choice, and may change with the site',
    );
    await leave();
  });
});

async function choose(tab: Page, name: string, value: string): Promise<void> {
  await tab.locator('.reader-controls').evaluate((panel) => panel.setAttribute('open', ''));
  await tab.locator(`.reader-panel label:has(input[name="${name}"][value="${value}"])`).click();
}

function chosen(tab: Page, name: string): Promise<string> {
  return tab.locator(`input[name="${name}"]:checked`).inputValue();
}

interface Looks {
  readonly paper: string;
  /** Of the line under a link. */
  readonly accent: string;
  readonly size: string;
  readonly isSerif: boolean;
}

/** What is seen of an article. */
async function looks(tab: Page): Promise<Looks> {
  const { paper, accent, ...rest } = await tab.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const link = getComputedStyle(document.querySelector('.prose a')!);
    return {
      paper: root.backgroundColor,
      accent: link.textDecorationColor,
      size: root.fontSize,
      isSerif: link.fontFamily.includes('Song'),
    };
  });
  return { paper: channelsOf(paper), accent: channelsOf(accent), ...rest };
}

/** `rgb(248, 241, 226)` as frames are told of: `248 241 226`. */
function channelsOf(color: string): string {
  return (color.match(/\d+/g) ?? []).slice(0, 3).join(' ');
}
