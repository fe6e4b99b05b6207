import type { NotFoundPage } from '../../src/site/page.ts';
import { Browse } from '../components/browse.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { SearchForm } from '../components/search-form.tsx';
import type { View } from '../view.ts';

/** What a host shows for an address that does not exist. */
export function NotFound({ view, page }: { readonly view: View; readonly page: NotFoundPage }) {
  return (
    <div class="not-found">
      <p class="not-found-code" aria-hidden="true">
        404
      </p>
      <PageHeading view={view} title={page.title}>
        <p class="standfirst">{view.strings.notFoundHint}</p>
      </PageHeading>
      <SearchForm view={view} />
      <Browse view={view} />
    </div>
  );
}
