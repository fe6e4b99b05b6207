import { renderPage } from '../../layouts/render-page.tsx';
import { renderPages } from '../eleventy/render-pages.ts';
import { outputPath } from '../site/link.ts';
import type { Page, SiteChrome } from '../site/page.ts';
import { digest } from './digest.ts';
import { PROJECT } from './project-folder.ts';
import type { Store } from './store.ts';
import type { RenderContext, RenderItem, RenderResult } from './worker-tasks.ts';
import { OutputFolder } from './write-output.ts';

export interface RenderOptions {
  readonly store: Store;
  /** Called with an item's position before it is rendered, and again before it is written. */
  readonly begin: (item: number) => void;
}

/** Renders a slice of pages and writes those whose bytes changed. Results are in the items' order. */
export async function renderAndWrite(
  items: readonly RenderItem[],
  { chrome, outputFolder }: RenderContext,
  { store, begin }: RenderOptions,
): Promise<RenderResult[]> {
  const output = new OutputFolder(outputFolder);
  const contents = await renderPages(
    items.map(({ page }, index) => () => {
      begin(index);
      return renderWithBody(page, chrome, store);
    }),
    PROJECT,
  );
  return contents.map((text, index) => {
    begin(index);
    const bytes = Buffer.from(text);
    const written = output.write(outputPath(items[index]!.page.url), bytes) === 'written';
    return { digest: digest(bytes), size: bytes.length, written };
  });
}

/** A page's HTML; its body, when it has one, comes from the store. */
export function renderWithBody(page: Page, chrome: SiteChrome, store: Store): string {
  if (!('bodyDigest' in page)) return renderPage(page, { chrome });
  const body = store.getBody(page.bodyDigest);
  if (body === undefined) throw new Error(`The store has no body for ${page.url}; build again with --clean.`);
  return renderPage(page, { chrome, body });
}
