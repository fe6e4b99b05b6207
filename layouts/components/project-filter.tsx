import type { View } from '../view.ts';

/** A box that narrows the names of the page down while one types. Only where there is script to do it. */
export function ProjectFilter({ view }: { readonly view: View }) {
  const { strings } = view;
  return (
    <div class="project-filter needs-script">
      <label for="project-filter">{strings.filterNames}</label>
      <input id="project-filter" type="search" autocomplete="off" spellcheck={false} enterkeyhint="search" />
      <p role="status" data-none={strings.filterFindsNone} />
    </div>
  );
}
