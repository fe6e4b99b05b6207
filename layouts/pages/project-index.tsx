import type { ProjectIndexPage } from '../../src/site/page.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { ProjectChip } from '../components/project-chip.tsx';
import type { View } from '../view.ts';

/** Every company and product that articles name, most mentioned first. */
export function ProjectIndex({ view, page }: { readonly view: View; readonly page: ProjectIndexPage }) {
  const { strings } = view;
  return (
    <>
      <PageHeading view={view} title={page.title} note={strings.projectCount(page.projects.length)} />
      {page.projects.length === 0 && <p class="empty">{strings.empty}</p>}
      {page.projects.length > 0 && (
        <ul class="project-grid">
          {page.projects.map((project) => (
            <li key={project.id}>
              <ProjectChip view={view} project={project}>
                {strings.mentionCount(project.count)}
              </ProjectChip>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
