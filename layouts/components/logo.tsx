import type { ProjectCard } from '../../src/site/page.ts';
import type { View } from '../view.ts';

/** A project's logo in a square over its initial, which shows when there is none or it fails. Decorative. */
export function Logo({ view, project }: { readonly view: View; readonly project: ProjectCard }) {
  const initial = [...project.name][0] ?? '';
  return (
    <span class="logo" aria-hidden="true">
      <span>{initial}</span>
      {project.logo !== undefined && (
        <img
          src={view.link(project.logo)}
          alt=""
          width={96}
          height={96}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
        />
      )}
    </span>
  );
}
