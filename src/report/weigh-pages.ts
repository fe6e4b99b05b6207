import type { ReportedPage } from './site-facts.ts';

/** Pages of about one weight. */
export interface WeightBucket {
  /** In kB; the pages are lighter than this, and at least half of it (the first holds all that is lighter). */
  readonly below: number;
  readonly kind: 'articles' | 'other pages';
  readonly count: number;
}

const KILOBYTE = 1000;
const LIGHTEST = 4;

/** The distribution of the pages' weights, each bucket twice the one before; buckets between others are there even if empty. */
export function weighPages(pages: readonly ReportedPage[]): readonly WeightBucket[] {
  const counts = new Map<number, { articles: number; others: number }>();
  let heaviest = LIGHTEST;
  for (const { bytes, isArticle } of pages) {
    let below = LIGHTEST;
    while (bytes >= below * KILOBYTE) below *= 2;
    heaviest = Math.max(heaviest, below);
    const count = counts.get(below) ?? { articles: 0, others: 0 };
    counts.set(below, count);
    if (isArticle) count.articles++;
    else count.others++;
  }
  const buckets: WeightBucket[] = [];
  for (let below = LIGHTEST; below <= heaviest; below *= 2) {
    const { articles, others } = counts.get(below) ?? { articles: 0, others: 0 };
    buckets.push({ below, kind: 'articles', count: articles }, { below, kind: 'other pages', count: others });
  }
  return buckets;
}

/** `8–16 kB` */
export function nameBucket({ below }: Pick<WeightBucket, 'below'>): string {
  return below === LIGHTEST ? `<${below} kB` : `${below / 2}–${below} kB`;
}

/** The value that a share of the numbers does not exceed. @param share - 0 to 1. @returns 0 for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
