import type { CategoryLink, Link } from '../../src/site/page.ts';
import type { Children } from '../jsx/markup.ts';
import type { View } from '../view.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { ColorBar } from './section-heading.tsx';

interface PageHeadingProps {
  readonly view: View;
  readonly title: string;
  /** From the outermost page to the parent of this one. */
  readonly path?: readonly (Link | CategoryLink)[];
  readonly color?: string | undefined;
  /** A number of things, in words, beside the title. */
  readonly note?: string | undefined;
  /** Below the title. */
  readonly children?: Children;
}

/** The heading of a page that lists things. */
export function PageHeading({ view, title, path = [], color, note, children }: PageHeadingProps) {
  return (
    <header class="page-heading">
      <ColorBar color={color} />
      <Breadcrumb view={view} path={path} />
      <h1>
        {title}
        {note !== undefined && <small class="note"> {note}</small>}
      </h1>
      {children}
    </header>
  );
}
