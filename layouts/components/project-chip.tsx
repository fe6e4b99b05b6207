import type { ProjectCard } from '../../src/site/page.ts';
import type { Children } from '../jsx/markup.ts';
import type { View } from '../view.ts';
import { Logo } from './logo.tsx';

interface ProjectChipProps {
  readonly view: View;
  readonly project: ProjectCard;
  /** A line below the name. */
  readonly children?: Children;
}

/** A company or product, small: logo and name, linking to its page. */
export function ProjectChip({ view, project, children }: ProjectChipProps) {
  return (
    <a class="project-chip" href={view.link(project.url)}>
      <Logo view={view} name={project.name} src={project.logo} />
      <span>
        <strong>{project.name}</strong>
        {children !== undefined && <small>{children}</small>}
      </span>
    </a>
  );
}
