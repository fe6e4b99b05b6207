import type { ArticleProject } from '../../src/site/page.ts';
import { urlHost } from '../url-host.ts';
import type { View } from '../view.ts';
import { ProjectChip } from './project-chip.tsx';
import { Time } from './time.tsx';

/**
 * The projects that an article names. A card is a link to the project's page; pointing at it, or going there with the
 * keyboard, opens a preview: where it was in the news before.
 */
export function ProjectCards({
  view,
  projects,
}: {
  readonly view: View;
  readonly projects: readonly ArticleProject[];
}) {
  return (
    <ul class="project-grid">
      {projects.map((project) => (
        <li key={project.id} class="project-card">
          <ProjectChip view={view} project={project}>
            {project.href === undefined ? undefined : urlHost(project.href)}
          </ProjectChip>
          <Preview view={view} project={project} />
        </li>
      ))}
    </ul>
  );
}

function Preview({ view, project }: { readonly view: View; readonly project: ArticleProject }) {
  const { previous } = project;
  if (previous === undefined) return null;
  return (
    <p class="project-preview">
      {view.strings.previousMention} <Time view={view} at={previous.date} precision="date" />
      <a href={view.link(previous.url)}>{previous.title}</a>
    </p>
  );
}
