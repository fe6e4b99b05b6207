import type { Children } from '../jsx/markup.ts';
import type { View } from '../view.ts';

interface SectionHeadingProps {
  readonly view: View;
  readonly id: string;
  /** Where the section goes on. */
  readonly url?: string | undefined;
  /** `#rrggbb` of the bar over the heading; absent: ink. */
  readonly color?: string | undefined;
  readonly children: Children;
}

/** The heading of a part of a page, under a bar in its section's colour. */
export function SectionHeading({ view, id, url, color, children }: SectionHeadingProps) {
  return (
    <header class="section-heading">
      <ColorBar color={color} />
      <h2 id={id}>{url === undefined ? children : <a href={view.link(url)}>{children}</a>}</h2>
    </header>
  );
}

/** @param color - `#rrggbb`; absent: the ink of the text. */
export function ColorBar({ color }: { readonly color?: string | undefined }) {
  return (
    <svg class="color-bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path d="M0 0h1v1H0z" fill={color ?? 'currentColor'} />
    </svg>
  );
}
