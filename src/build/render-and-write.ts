import { renderPage } from '../../layouts/render-page.tsx';
import { renderPages } from '../eleventy/render-pages.ts';
import { outputPath } from '../site/link.ts';
import type { SiteChrome } from '../site/page.ts';
import { digest } from './digest.ts';
import { PROJECT } from './project-folder.ts';
import { unpackBody } from './stored-body.ts';
import type { RenderContext, RenderItem, RenderResult } from './worker-tasks.ts';
import { OutputFolder } from './write-output.ts';

/** Has Eleventy go through the motions: most of the time that its first pages take is V8's, which compiles what runs. */
export async function rehearse(): Promise<void> {
  await renderPages([() => {}], PROJECT);
}

/**
 * Renders a slice of pages and writes those whose bytes changed, each before the next is rendered: no more than one page is
 * held. Results are in the items' order.
 *
 * @param begin - Called with an item's position before it is touched.
 * @throws The system's error when the disk refuses; Eleventy's when a layout throws.
 */
export async function renderAndWrite(
  items: readonly RenderItem[],
  { chrome, outputFolder }: RenderContext,
  begin: (item: number) => void,
): Promise<RenderResult[]> {
  const output = new OutputFolder(outputFolder);
  const results: RenderResult[] = [];
  let refusal: { readonly error: unknown } | undefined;
  const renders = items.map((item, index) => () => {
    if (refusal !== undefined) return;
    begin(index);
    const bytes = encode(renderItem(item, chrome));
    try {
      const written = output.write(outputPath(item.page.url), bytes) === 'written';
      results[index] = { digest: digest(bytes), size: bytes.length, written };
    } catch (error) {
      // Told as it is, not as a template's fault.
      refusal = { error };
    }
  });
  await renderPages(renders, PROJECT);
  if (refusal !== undefined) throw refusal.error;
  return results;
}

/** UTF-8 takes at most three bytes for each of a string's code units. */
const MOST_BYTES_OF_A_UNIT = 3;
let encoded = Buffer.alloc(0);

/** The text in UTF-8, until the next call: one piece of memory serves all pages. */
function encode(text: string): Uint8Array {
  const most = text.length * MOST_BYTES_OF_A_UNIT;
  if (encoded.length < most) encoded = Buffer.allocUnsafeSlow(most * 2);
  return encoded.subarray(0, encoded.write(text, 'utf8'));
}

/** A page's HTML. */
export function renderItem({ page, body }: RenderItem, chrome: SiteChrome): string {
  return renderPage(page, { chrome, ...(body && { body: unpackBody(body) }) });
}
