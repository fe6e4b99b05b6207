import type { TermIndexPage } from '../../src/site/page.ts';
import { PageHeading } from '../components/page-heading.tsx';
import type { View } from '../view.ts';

/** All tags or all authors, in the order given, each with its number of articles. */
export function TermIndex({ view, page }: { readonly view: View; readonly page: TermIndexPage }) {
  const { strings } = view;
  const count = page.terms.length;
  return (
    <>
      <PageHeading
        view={view}
        title={page.title}
        note={page.taxonomy === 'tag' ? strings.tagCount(count) : strings.authorCount(count)}
      />
      {count === 0 && <p class="empty">{strings.empty}</p>}
      {count > 0 && (
        <ul class="terms">
          {page.terms.map((term) => (
            <li key={term.url}>
              <a href={view.link(term.url)}>{term.title}</a> <small>{strings.articleCount(term.count)}</small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
