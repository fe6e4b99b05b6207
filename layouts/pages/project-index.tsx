import type { ProjectIndexPage } from '../../src/site/page.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { ProjectChip } from '../components/project-chip.tsx';
import { ProjectFilter } from '../components/project-filter.tsx';
import { ProjectInitials } from '../components/project-initials.tsx';
import { SectionHeading } from '../components/section-heading.tsx';
import type { View } from '../view.ts';

interface IndexProps {
  readonly view: View;
  readonly page: ProjectIndexPage;
}

/** Every company and product that articles name: those in the news, those named most, and all by their initial. */
export function ProjectIndex({ view, page }: IndexProps) {
  const { strings } = view;
  const { active = [], initials = [], total = page.projects.length, initial } = page;
  const path = initial === undefined ? [] : [{ title: strings.projects, url: '/projects/' }];
  return (
    <>
      <PageHeading view={view} title={page.title} path={path} note={strings.projectCount(total)}>
        {total > 0 && <ProjectFilter view={view} />}
      </PageHeading>
      {total === 0 && <p class="empty">{strings.empty}</p>}
      <Ranking view={view} id="active" title={strings.trendingProjects} projects={active} />
      <Ranking view={view} id="most" title={strings.mostMentioned} projects={page.projects} />
      {initials.length > 0 && (
        <section class="project-section" aria-labelledby="initials">
          <SectionHeading view={view} id="initials">
            {strings.byInitial}
          </SectionHeading>
          <ProjectInitials view={view} initials={initials} />
        </section>
      )}
    </>
  );
}

interface RankingProps {
  readonly view: View;
  readonly id: string;
  readonly title: string;
  readonly projects: ProjectIndexPage['projects'];
}

function Ranking({ view, id, title, projects }: RankingProps) {
  if (projects.length === 0) return null;
  return (
    <section class="project-section" aria-labelledby={id}>
      <SectionHeading view={view} id={id}>
        {title}
      </SectionHeading>
      <ul class="project-grid">
        {projects.map((project) => (
          <li key={project.id}>
            <ProjectChip view={view} project={project}>
              {view.strings.mentionCount(project.count)}
            </ProjectChip>
          </li>
        ))}
      </ul>
    </section>
  );
}
