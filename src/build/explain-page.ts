import { listOutputs } from './output-records.ts';
import type { Store } from './store.ts';
import { decodeUrlPath } from './url-file.ts';

/** Why a file of the output is as it is. */
export interface PageExplanation {
  /** Relative to the output folder. */
  readonly file: string;
  /** Why it was last written, one cause each; empty for files that are not pages. */
  readonly causes: readonly string[];
  /** The source of the page's article, relative to the content folder, when it is an article's. */
  readonly source?: string;
}

/**
 * What the last builds noted of a page.
 *
 * @param url - Absolute or site-relative URL, with or without the site's base path, or a path below the output folder.
 * @returns `undefined` when no build wrote such a file.
 */
export function explainPage(url: string, basePath: string, store: Store): PageExplanation | undefined {
  const files = new Set(listOutputs(store.getOutputs()).map(({ file }) => file));
  const file = decodeUrlPath(url, basePath).find((candidate) => files.has(candidate));
  if (file === undefined) return undefined;
  const urls = store.getLastOutcome()?.urls.byFile ?? {};
  const source = Object.entries(urls).find(([, published]) =>
    decodeUrlPath(published, '/').includes(file),
  )?.[0];
  return { file, causes: store.getCauses(file) ?? [], ...(source === undefined ? {} : { source }) };
}
