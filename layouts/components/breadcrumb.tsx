import type { CategoryLink, Link } from '../../src/site/page.ts';
import type { View } from '../view.ts';
import { Swatch } from './category-name.tsx';

interface BreadcrumbProps {
  readonly view: View;
  /** From the outermost to the page's parent; the page itself when `isHere`. */
  readonly path: readonly (Link | CategoryLink)[];
  /** The last link is the page itself. */
  readonly isHere?: boolean;
}

/** Where the reader is, under the home page. Nothing when the path is empty. */
export function Breadcrumb(props: BreadcrumbProps) {
  const { view, path, isHere = false } = props;
  return view.recall(`breadcrumb ${isHere} ${JSON.stringify(path)}`, () => <Trail {...props} />);
}

function Trail({ view, path, isHere = false }: BreadcrumbProps) {
  const first = path[0];
  if (first === undefined) return null;
  return (
    <nav class="breadcrumb" aria-label={view.strings.breadcrumb}>
      {'color' in first && <Swatch color={first.color} />}
      <ol>
        {path.map((link, index) => (
          <li key={link.url}>
            <a
              href={view.link(link.url)}
              aria-current={isHere && index === path.length - 1 ? 'page' : undefined}
            >
              {link.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
