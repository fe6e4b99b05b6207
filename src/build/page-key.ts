import type { PagePlan } from '../site/page-plan.ts';
import { digest } from './digest.ts';

/** Names a page by what it shows: its data, and what all pages depend on. @param common - Digest of the chrome and of the code that renders. */
export function pageKey(page: PagePlan, common: string): string {
  return digest(common, page.identify());
}
