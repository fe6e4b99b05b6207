import { formatDate, formatDateTime } from '../format-date.ts';
import type { View } from '../view.ts';

interface TimeProps {
  readonly view: View;
  /** UTC instant, ms. */
  readonly at: number;
  /** `date-time` by default. */
  readonly precision?: 'date' | 'date-time';
}

/** An instant in the site's zone. No page depends on the clock: the browser adds how long ago it was. */
export function Time({ view, at, precision = 'date-time' }: TimeProps) {
  const formatted = (precision === 'date' ? formatDate : formatDateTime)(at, view.chrome.timeZone);
  return <time datetime={new Date(at).toISOString()}>{formatted}</time>;
}
