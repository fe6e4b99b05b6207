import { hash } from 'node:crypto';
import type { ArticleSummary } from './article-summary.ts';

/** Hexadecimal digits of a digest that are one number: 52 bits. */
const DIGITS = 13;

/** Two numbers that stand for a summary: far beyond accident. */
export interface SummaryMark {
  readonly markHigh: number;
  readonly markLow: number;
}

/** The mark of a summary that has none yet. It is made of the key: equal keys, equal marks. */
export function markSummary(summary: ArticleSummary): SummaryMark {
  const digest = hash('sha256', summary.key ?? JSON.stringify(summary), 'hex');
  return { markHigh: readNumber(digest, 0), markLow: readNumber(digest, DIGITS) };
}

function readNumber(digest: string, start: number): number {
  return Number.parseInt(digest.slice(start, start + DIGITS), 16);
}
