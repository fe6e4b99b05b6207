import type { Page } from '../site/page.ts';
import { BuildError } from './build-options.ts';
import type { Store } from './store.ts';
import type { RenderItem } from './worker-tasks.ts';

/** What it takes to render a page: itself, and its body from the store. @throws BuildError when the store has lost it. */
export function spellPage(page: Page, store: Pick<Store, 'getPackedBody'>): RenderItem {
  return 'bodyDigest' in page ? { page, body: findPackedBody(page.bodyDigest, store) } : { page };
}

/** @throws BuildError when the store has lost it. */
export function findPackedBody(bodyDigest: string, store: Pick<Store, 'getPackedBody'>): Uint8Array {
  const body = store.getPackedBody(bodyDigest);
  if (body === undefined)
    throw new BuildError('The store has lost the body of an article. Build again with --clean.');
  return body;
}
