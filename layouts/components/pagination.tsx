import type { Link } from '../../src/site/page.ts';
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

interface PaginationProps {
  readonly view: View;
  readonly newer?: Link | undefined;
  readonly older?: Link | undefined;
  /** Absent on the front of a list. */
  readonly pageNumber?: number | undefined;
}

/** The way through a list whose pages are numbered from the oldest. Nothing when the list has one page. */
export function Pagination({ view, newer, older, pageNumber }: PaginationProps) {
  if (newer === undefined && older === undefined) return null;
  return (
    <nav class="pagination" aria-label={view.strings.pagination}>
      {newer !== undefined && (
        <a class="button" rel="prev" href={view.link(newer.url)}>
          <Icon name="newer" />
          {view.strings.newer}
        </a>
      )}
      {pageNumber !== undefined && <span>{view.strings.pageNumber(pageNumber)}</span>}
      {older !== undefined && (
        <a class="button" rel="next" href={view.link(older.url)}>
          {view.strings.older}
          <Icon name="older" />
        </a>
      )}
    </nav>
  );
}
