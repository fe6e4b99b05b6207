import type { OutlineEntry } from '../../src/html/cleaned-body.ts';
import type { View } from '../view.ts';

/** Fewer headings than this are seen at a glance. */
const MIN_ENTRIES = 3;

interface OutlineProps {
  readonly view: View;
  readonly entries: readonly OutlineEntry[];
  /** The author's wish; absent: by the number of headings. */
  readonly isWanted?: boolean | undefined;
  readonly lang?: string | undefined;
}

/** Whether a body's headings are worth a table of contents. */
export function hasOutline(entries: readonly OutlineEntry[], isWanted?: boolean): boolean {
  return isWanted !== false && entries.length >= (isWanted === true ? 1 : MIN_ENTRIES);
}

/** The headings of a body as links: folded on narrow screens, beside the text on wide ones. */
export function Outline({ view, entries, isWanted, lang }: OutlineProps) {
  if (!hasOutline(entries, isWanted)) return null;
  const top = Math.min(...entries.map((entry) => entry.level));
  return (
    <details class="outline">
      <summary>{view.strings.outline}</summary>
      <nav aria-label={view.strings.outline}>
        <ol lang={lang}>
          {entries.map((entry) => (
            <li key={entry.id} class={entry.level > top ? 'outline-deeper' : undefined}>
              <a href={`#${encodeURIComponent(entry.id)}`}>{entry.text}</a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}
