import type { SearchPage } from '../../src/site/page.ts';
import { Browse } from '../components/browse.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { SearchForm } from '../components/search-form.tsx';
import type { View } from '../view.ts';
import { SearchResults } from './search-results.tsx';

/** A form, and where its results appear; without script, the other ways to find an article. */
export function Search({ view, page }: { readonly view: View; readonly page: SearchPage }) {
  return (
    <>
      <PageHeading view={view} title={page.title} />
      <SearchForm view={view} />
      <SearchResults view={view} />
      <noscript>
        <p class="empty">{view.strings.searchWithoutScript}</p>
      </noscript>
      <Browse view={view} />
    </>
  );
}
