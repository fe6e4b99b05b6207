import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

/** A plain GET form: the query is in the URL, and the search page reads it from there. */
export function SearchForm({ view }: { readonly view: View }) {
  const { strings } = view;
  return (
    <search>
      <form class="search-form" action={view.link('/search/')} method="get">
        <label for="q">{strings.searchSite}</label>
        <div>
          <input id="q" name="q" type="search" autocomplete="off" maxlength={200} aria-describedby="q-hint" />
          <button type="submit" class="button button-main">
            <Icon name="search" />
            {strings.search}
          </button>
        </div>
        <p id="q-hint">{strings.searchHint}</p>
      </form>
    </search>
  );
}
