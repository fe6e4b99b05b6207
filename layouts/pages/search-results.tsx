import type { View } from '../view.ts';

/**
 * Where the search script attaches, at `data-search`: what it shows results in, and the parts that it clones, in the page's
 * language. Without the script nothing of it shows.
 */
export function SearchResults({ view }: { readonly view: View }) {
  const { strings, chrome } = view;
  const { 'search-page.js': script, 'search-worker.js': worker } = chrome.assets;
  return (
    <section
      class="search-results needs-script"
      aria-label={strings.searchResults}
      data-search={view.link('/search/')}
      data-worker={worker === undefined ? undefined : view.link(worker)}
      data-base={view.link('/')}
      data-time-zone={chrome.timeZone}
    >
      <Filters view={view} />
      <p role="status" class="search-status" />
      <ol class="search-list" />
      <button type="button" class="button js-older" hidden>
        {strings.searchOlder}
      </button>
      <template>
        <span class="js-busy">{strings.searchBusy}</span>
        <span class="js-found">
          {strings.searchFound} <strong class="js-count" />
        </span>
        <span class="js-more">{strings.searchMore}</span>
        <span class="js-none">{strings.searchNone}</span>
        <span class="js-relaxed">{strings.searchRelaxed}</span>
        <span class="js-failed">{strings.searchFailed}</span>
        <li class="js-result">
          <article class="card card-line">
            <div class="card-text">
              <h2 class="card-title">
                <a href={view.link('/')}>{strings.searchResults}</a>
              </h2>
              <p class="card-excerpt" />
              <p class="card-meta">
                <span class="js-category" />
                <span class="js-source" />
                <time class="js-date" />
              </p>
            </div>
          </article>
        </li>
      </template>
      {script !== undefined && <script src={view.link(script)} defer />}
    </section>
  );
}

/** Each of them writes a filter into the query, where it can be seen, changed and sent to others. */
function Filters({ view }: { readonly view: View }) {
  const { strings } = view;
  return (
    <details class="search-filters">
      <summary>{strings.searchFilters}</summary>
      <div class="search-filter-fields">
        <label>
          {strings.searchCategory}
          <select name="category">
            <option value="">{strings.searchAny}</option>
          </select>
        </label>
        <label>
          {strings.source}
          <select name="source">
            <option value="">{strings.searchAny}</option>
          </select>
        </label>
        <label>
          {strings.searchFrom}
          <input type="date" name="from" />
        </label>
        <label>
          {strings.searchUntil}
          <input type="date" name="until" />
        </label>
      </div>
    </details>
  );
}
