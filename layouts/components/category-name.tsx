import type { CategoryLink } from '../../src/site/page.ts';
import type { View } from '../view.ts';

interface CategoryNameProps {
  readonly view: View;
  /** From the top category down. */
  readonly path: readonly CategoryLink[];
  /** Levels from the top that the page names elsewhere. */
  readonly knownLevels?: number;
}

/**
 * A link to the category at the end of a path, named with its parent (`36kr · 资讯`: a channel's own name says little),
 * with the section's colour in a small square before it. The name keeps the ink of the text, so that it is legible
 * whatever colour the operator chose. Nothing when no level is left to name.
 */
export function CategoryName({ view, path, knownLevels = 0 }: CategoryNameProps) {
  const category = path.at(-1);
  const names = path.slice(knownLevels).slice(-2);
  if (category === undefined || names.length === 0) return null;
  const { color, url } = category;
  const name = names.map(({ title }) => title).join(' · ');
  return view.recall(`category ${color} ${url}\n${name}`, () => (
    <a class="category-name" href={view.link(url)}>
      <Swatch color={color} />
      <span>{name}</span>
    </a>
  ));
}

/** @param color - `#rrggbb`. */
export function Swatch({ color }: { readonly color: string }) {
  return (
    <svg class="swatch" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path d="M0 0h1v1H0z" fill={color} />
    </svg>
  );
}
