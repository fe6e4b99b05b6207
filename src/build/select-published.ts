import type { ArticleSummary } from '../site/article-summary.ts';

/** The summaries that are published now, and how many wait. */
export interface PublishedArticles {
  readonly published: readonly ArticleSummary[];
  readonly drafts: number;
  readonly future: number;
}

/** Holds back drafts and articles of the future, unless they are asked for. */
export function selectPublished(
  summaries: readonly ArticleSummary[],
  { drafts, future, now }: { readonly drafts: boolean; readonly future: boolean; readonly now: number },
): PublishedArticles {
  const published: ArticleSummary[] = [];
  const held = { drafts: 0, future: 0 };
  for (const summary of summaries) {
    if (summary.draft && !drafts) held.drafts++;
    else if (summary.date > now && !future) held.future++;
    else published.push(summary);
  }
  return { published, ...held };
}
