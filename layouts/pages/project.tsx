import type { ProjectPage } from '../../src/site/page.ts';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { Icon } from '../components/icon.tsx';
import { Logo } from '../components/logo.tsx';
import { Pagination } from '../components/pagination.tsx';
import { ProjectChip } from '../components/project-chip.tsx';
import { ProjectTimeline } from '../components/project-timeline.tsx';
import { SectionHeading } from '../components/section-heading.tsx';
import { Time } from '../components/time.tsx';
import { urlHost } from '../url-host.ts';
import type { View } from '../view.ts';

interface ProjectProps {
  readonly view: View;
  readonly page: ProjectPage;
}

/** A company or product: what it is called, since when it is in the news, and every article that names it. */
export function Project({ view, page }: ProjectProps) {
  const { project, timeline, companions = [] } = page;
  return (
    <>
      <header class="page-heading heading-with-logo">
        <Logo view={view} name={project.name} src={project.logo} />
        <div>
          <Breadcrumb view={view} path={[{ title: view.strings.projects, url: '/projects/' }]} />
          <h1>{page.title}</h1>
          <Facts view={view} page={page} />
          <Links view={view} page={page} />
        </div>
        {timeline !== undefined && timeline.length > 1 && <ProjectTimeline view={view} timeline={timeline} />}
      </header>
      {page.articles.length === 0 && <p class="empty">{view.strings.empty}</p>}
      {page.articles.length > 0 && <Articles view={view} page={page} />}
      <Pagination view={view} newer={page.newer} older={page.older} pageNumber={page.pageNumber} />
      {companions.length > 0 && <Companions view={view} companions={companions} />}
    </>
  );
}

function Facts({ view, page }: ProjectProps) {
  const { strings } = view;
  return (
    <dl class="project-facts">
      {page.names.length > 0 && (
        <div>
          <dt>{strings.otherNames}</dt>
          <dd>{page.names.join(strings.listSeparator)}</dd>
        </div>
      )}
      <div>
        <dt>{strings.mentions}</dt>
        <dd>{strings.articleCount(page.count)}</dd>
      </div>
      <div>
        <dt>{strings.firstMention}</dt>
        <dd>
          <Time view={view} at={page.firstMention} precision="date" />
        </dd>
      </div>
      <div>
        <dt>{strings.latestMention}</dt>
        <dd>
          <Time view={view} at={page.latestMention} precision="date" />
        </dd>
      </div>
    </dl>
  );
}

/** The ways out of the site, each with what is there, and the feed. */
function Links({ view, page: { project, links, feed } }: ProjectProps) {
  const shown = links ?? (project.href === undefined ? [] : [{ href: project.href, kind: 'page' as const }]);
  if (shown.length === 0 && feed === undefined) return null;
  return (
    <p class="project-links">
      {shown.map(({ href, kind }) => (
        <a key={href} class="button" href={href} rel="external noopener nofollow">
          {view.strings.projectLinkKinds[kind]} <span>{urlHost(href)}</span>
          <Icon name="external" />
        </a>
      ))}
      {feed !== undefined && (
        <a class="button" href={view.link(feed)} type="application/rss+xml">
          {view.strings.subscribe} <Icon name="feed" />
        </a>
      )}
    </p>
  );
}

function Articles({ view, page }: ProjectProps) {
  const names = [page.project.name, ...page.names];
  return (
    <div class="rows rows-list">
      {page.articles.map((card, index) => (
        <Card key={card.url} view={view} card={card} form="row" level={2}>
          <p class="card-excerpt" lang={card.lang}>
            <Sentence text={page.sentences[index] || card.excerpt} names={names} />
          </p>
        </Card>
      ))}
    </div>
  );
}

/** A sentence with the longest of the names that it contains marked. */
function Sentence({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  const [name] = names
    .filter((candidate) => candidate !== '' && text.includes(candidate))
    .sort((a, b) => b.length - a.length);
  if (name === undefined) return <>{text}</>;
  const start = text.indexOf(name);
  return (
    <>
      {text.slice(0, start)}
      <mark>{name}</mark>
      {text.slice(start + name.length)}
    </>
  );
}

/** Who is in the news together with it. */
function Companions({
  view,
  companions,
}: {
  readonly view: View;
  readonly companions: NonNullable<ProjectPage['companions']>;
}) {
  return (
    <section class="project-section" aria-labelledby="companions">
      <SectionHeading view={view} id="companions">
        {view.strings.companions}
      </SectionHeading>
      <ul class="project-grid">
        {companions.map((other) => (
          <li key={other.id}>
            <ProjectChip view={view} project={other}>
              {view.strings.sharedArticles(other.count)}
            </ProjectChip>
          </li>
        ))}
      </ul>
    </section>
  );
}
