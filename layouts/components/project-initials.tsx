import type { ProjectInitial } from '../../src/site/page.ts';
import type { View } from '../view.ts';

/** The letters of the index, and below them the names that begin with each; or links to where those are. */
export function ProjectInitials({
  view,
  initials,
}: {
  readonly view: View;
  readonly initials: readonly ProjectInitial[];
}) {
  const here = initials.filter(({ names }) => names.length > 0);
  return (
    <>
      <nav class="initials" aria-label={view.strings.byInitial}>
        <ul>
          {initials.map((entry) => (
            <li key={entry.initial}>
              <a href={entry.url === undefined ? `#${idOf(entry)}` : view.link(entry.url)}>
                {labelOf(view, entry)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {here.map((entry) => (
        <ProjectNames key={entry.initial} view={view} entry={entry} />
      ))}
    </>
  );
}

/** The names that begin with one letter. */
function ProjectNames({ view, entry }: { readonly view: View; readonly entry: ProjectInitial }) {
  return (
    <section class="initial" aria-labelledby={idOf(entry)}>
      <h3 id={idOf(entry)}>{labelOf(view, entry)}</h3>
      <ul class="project-names">
        {entry.names.map(({ title, url }) => (
          <li key={url}>
            <a href={view.link(url)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function idOf({ initial }: ProjectInitial): string {
  return `initial-${/[A-Z]/.test(initial) ? initial.toLowerCase() : 'other'}`;
}

function labelOf(view: View, { initial }: ProjectInitial): string {
  return /[A-Z]/.test(initial) ? initial : view.strings.otherInitial;
}
