import type { HomePage } from '../../src/site/page.ts';
import { Card } from '../components/card.tsx';
import { ProjectChip } from '../components/project-chip.tsx';
import { SectionHeading } from '../components/section-heading.tsx';
import type { View } from '../view.ts';

/** Newest articles shown as headlines beside the lead; the others follow with pictures. */
const HEADLINES = 8;

/** The front page: the lead story beside the newest headlines, then a block for each section with its own lead. */
export function Home({ view, page }: { readonly view: View; readonly page: HomePage }) {
  const { strings } = view;
  const headlines = page.latest.slice(0, HEADLINES);
  const tiles = page.latest.slice(HEADLINES);
  return (
    <>
      <div class="front">
        {page.lead === undefined ? (
          <p class="empty">{strings.empty}</p>
        ) : (
          <Card view={view} card={page.lead} form="lead" level={2} />
        )}
        {headlines.length > 0 && (
          <section class="front-latest" aria-labelledby="latest">
            <SectionHeading view={view} id="latest" url="/latest/">
              {strings.latest}
            </SectionHeading>
            {headlines.map((card) => (
              <Card key={card.url} view={view} card={card} form="line" level={3} />
            ))}
          </section>
        )}
      </div>
      {tiles.length > 0 && (
        <div class="tiles">
          {tiles.map((card) => (
            <Card key={card.url} view={view} card={card} form="tile" level={2} />
          ))}
        </div>
      )}
      {page.sections.map((section, index) => (
        <FrontSection key={section.category.url} view={view} section={section} index={index} />
      ))}
      <Trending view={view} projects={page.projects} />
    </>
  );
}

interface FrontSectionProps {
  readonly view: View;
  readonly section: HomePage['sections'][number];
  readonly index: number;
}

function FrontSection({ view, section, index }: FrontSectionProps) {
  const [lead, ...rest] = section.articles;
  if (lead === undefined) return null;
  const id = `section-${index + 1}`;
  return (
    <section class="front-section" aria-labelledby={id}>
      <SectionHeading view={view} id={id} url={section.category.url} color={section.category.color}>
        {section.category.title}
      </SectionHeading>
      <div class="front-section-grid">
        <Card view={view} card={lead} form="tile" level={3} knownLevels={1} />
        {rest.length > 0 && (
          <div class="rows">
            {rest.map((card) => (
              <Card key={card.url} view={view} card={card} form="row" level={3} knownLevels={1} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function Trending({ view, projects }: { readonly view: View; readonly projects: HomePage['projects'] }) {
  if (projects.length === 0) return null;
  return (
    <section class="front-section" aria-labelledby="projects">
      <SectionHeading view={view} id="projects" url="/projects/">
        {view.strings.trendingProjects}
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
